package requestpath.harness.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What our own options ask of a run.
 *
 * @param rounds how it goes on
 * @param against what every row is measured under a second time
 * @param baseline the row that ratios refer to, where a group has one of that name
 * @param out where the run is kept; empty for a new folder below {@code runs}
 * @param isResumed whether {@code out} holds a run that was cut off, to go on with
 * @param isQuick whether it is a first look: shorter forks, and verdicts that name classes alone
 * @param arguments the whole command line but where the run is kept, for the record
 * @param libraries the versions of what is measured, by artefact, for the record
 */
public record Settings(
    Rounds rounds,
    Optional<Against> against,
    Optional<String> baseline,
    Optional<Path> out,
    boolean isResumed,
    boolean isQuick,
    List<String> arguments,
    Map<String, String> libraries) {}
