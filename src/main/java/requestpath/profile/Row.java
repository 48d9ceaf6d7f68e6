package requestpath.profile;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A row of a table, recorded.
 *
 * @param benchmark the qualified name of its method
 * @param params values by name
 * @param title what it is called
 * @param recording the file, in the format of JDK Flight Recorder
 * @param instead what sampled in place of what was asked for, and why, in one sentence
 * @param nanos time of one operation
 * @param bytes allocated by one operation
 */
public record Row(
    String benchmark,
    Map<String, String> params,
    String title,
    Path recording,
    Optional<String> instead,
    OptionalDouble nanos,
    OptionalDouble bytes) {}
