package requestpath.profile;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

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
    OptionalDouble bytes) {
  /** The class and the method, without what every class is called alike. */
  String method() {
    int method = benchmark.lastIndexOf('.');
    String shown = benchmark.substring(benchmark.lastIndexOf('.', method - 1) + 1);
    return shown.replaceFirst("Benchmark\\.", ".");
  }

  /** What it is called where there is little room: the method and the values. */
  String name() {
    return method() + (params.isEmpty() ? "" : " " + String.join(" ", params.values()));
  }

  /** The values that another one has and this one has not, or else the other's method. */
  String differing(Row other) {
    String values =
        other.params.entrySet().stream()
            .filter(param -> !param.getValue().equals(params.get(param.getKey())))
            .map(Map.Entry::getValue)
            .collect(Collectors.joining(" "));
    return values.isEmpty()
        ? other.benchmark.substring(other.benchmark.lastIndexOf('.') + 1)
        : values;
  }
}
