package requestpath.harness.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Our own options.
 *
 * @param rounds how many forks a variant gets
 * @param against the other configuration in which every variant is measured
 * @param baseline the variant that ratios refer to, in groups that have it
 * @param out the run directory; empty for a new one in {@code runs}
 * @param isResumed whether {@code out} holds an interrupted run to resume
 * @param isQuick whether it is a first look, with fewer and shorter forks
 * @param isInterleaved whether forks that can take turns do
 * @param shard the part of the run that is measured here; empty for all of it
 * @param arguments the whole command line without the run directory, to be recorded
 * @param libraries the versions of the measured libraries, by artefact, to be recorded
 * @param ownTypes of the user's own document
 */
public record Settings(
    Rounds rounds,
    Optional<Against> against,
    Optional<String> baseline,
    Optional<Path> out,
    boolean isResumed,
    boolean isQuick,
    boolean isInterleaved,
    Optional<Shard> shard,
    List<String> arguments,
    Map<String, String> libraries,
    OwnTypeOptions ownTypes) {}
