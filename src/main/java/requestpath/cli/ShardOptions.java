package requestpath.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import requestpath.harness.api.UsageException;
import requestpath.harness.plan.Shard;
import requestpath.result.Arguments;

/** The options of a run that several machines share. */
final class ShardOptions {
  private static final String SHARD = "--shard";

  @Option(
      names = SHARD,
      paramLabel = "K/N",
      description =
          "Measure only shard K of N (from 1 on), to spread a run over machines; report merges the"
              + " run directories. auto/N: K is JOB_COMPLETION_INDEX + 1, as in a Job of"
              + " Kubernetes.")
  Optional<String> shard = Optional.empty();

  @Option(
      names = "--shard-plan",
      paramLabel = "N",
      description = "Print the groups and the expected time of each of N shards, and run nothing.")
  Optional<Integer> plan = Optional.empty();

  /**
   * The shard to measure; empty for the whole run.
   *
   * @throws UsageException when there is no such shard
   */
  Optional<Shard> shard() throws UsageException {
    return shard.isEmpty() ? Optional.empty() : Optional.of(Shard.of(shard.get(), System.getenv()));
  }

  /**
   * Arguments with the number of the shard, so that a run with {@code auto} can be resumed where no
   * variable gives it.
   *
   * @throws UsageException when there is no such shard
   */
  List<String> numbered(List<String> arguments) throws UsageException {
    Optional<Shard> here = shard();
    if (here.isEmpty()) {
      return arguments;
    }
    List<String> numbered = new ArrayList<>(Arguments.without(arguments, List.of(SHARD)));
    numbered.addAll(List.of(SHARD, here.get().toString()));
    return List.copyOf(numbered);
  }
}
