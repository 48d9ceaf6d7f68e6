package requestpath.result;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code environment.json}: what a run was made with, and what came of it. A text that is not
 * recorded is empty, a list or a map has nothing in it, and a number is null.
 *
 * @param revision of the sources
 * @param dirty whether they had changes that were not committed
 * @param arguments the command line
 * @param seed of the order of forks
 * @param quick whether it is a first look
 * @param fastest whether only variants that may be the fastest got more forks than the first
 * @param interleaved whether forks that could take turns did; false in files that do not say it
 * @param precision how well each ratio was to be known, as a fraction
 * @param started when it began
 * @param ended when it ended; empty for a run that was cut off
 * @param machine where it ran
 * @param jvm of the forks
 * @param against of the forks of the base
 * @param fixture the hash of the reference payload
 * @param inputs the hash of each file of the reader's, by its name
 * @param shapes the shape of each such file in words, by its name
 * @param jar the hash of the benchmarks
 * @param marks the hash of the marks that the jar knew
 * @param libraries the version of each artefact
 * @param warnings of the pre-flight
 * @param sessions one, and one more for each time that it was resumed
 * @param steal the largest share of the CPU's time that other guests took
 * @param failures what went wrong, in sentences
 * @param skipped what was skipped, in sentences with the reasons
 * @param shard which part of a run it is
 * @param shards of merged shards: the environment of each
 * @param mergeNotes of merged shards: what is missing, and how machines differ, in sentences
 */
public record RecordedEnvironment(
    String revision,
    boolean dirty,
    List<String> arguments,
    @Nullable Long seed,
    boolean quick,
    boolean fastest,
    boolean interleaved,
    @Nullable Double precision,
    String started,
    String ended,
    Machine machine,
    Jvm jvm,
    Jvm against,
    String fixture,
    Map<String, String> inputs,
    Map<String, String> shapes,
    String jar,
    String marks,
    Map<String, String> libraries,
    List<String> warnings,
    List<Session> sessions,
    @Nullable Double steal,
    List<String> failures,
    List<String> skipped,
    RecordedShard shard,
    List<RecordedEnvironment> shards,
    List<String> mergeNotes) {

  /** A machine and JVMs that are not recorded are empty. */
  public RecordedEnvironment {
    machine =
        machine == null ? new Machine("", null, List.of(), null, null, null, "", "") : machine;
    jvm = jvm == null ? Jvm.NONE : jvm;
    against = against == null ? Jvm.NONE : against;
    shard = shard == null ? RecordedShard.NONE : shard;
  }

  /**
   * The machine.
   *
   * @param cpu its name
   * @param cores that the JVM sees
   * @param caches each with its size
   * @param memoryBytes of the machine
   * @param memoryLimitBytes of the container
   * @param cpuQuotaCores of the container
   * @param kernel of the operating system
   * @param governor of the clock rate
   */
  public record Machine(
      String cpu,
      @Nullable Integer cores,
      List<String> caches,
      @Nullable Long memoryBytes,
      @Nullable Long memoryLimitBytes,
      @Nullable Double cpuQuotaCores,
      String kernel,
      String governor) {}

  /**
   * The JVM of one side.
   *
   * @param label what the base is called; empty for the candidate
   * @param vm its name and version
   * @param vendor who built it
   * @param arguments that its forks were given
   * @param replaced the benchmarks' own arguments that the command line replaced
   * @param variables the environment variables that it read
   * @param jar the hash of the base's jar
   */
  public record Jvm(
      String label,
      String vm,
      String vendor,
      List<String> arguments,
      List<String> replaced,
      Map<String, String> variables,
      String jar) {
    private static final Jvm NONE = new Jvm("", "", "", List.of(), List.of(), Map.of(), "");
  }

  /**
   * From a start or a resumption to its end.
   *
   * @param started when it began
   * @param ended when it ended; empty where it was cut off
   * @param loadBefore the load of the machine when it began
   * @param loadAfter the same when it ended
   */
  public record Session(
      String started, String ended, @Nullable Double loadBefore, @Nullable Double loadAfter) {}
}
