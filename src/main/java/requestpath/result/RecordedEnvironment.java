package requestpath.result;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
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
 * @param precision how well each ratio was to be known, as a fraction
 * @param started when it began
 * @param ended when it ended; empty for a run that was cut off
 * @param machine where it ran
 * @param jvm of the forks
 * @param against of the forks on the other side
 * @param fixture the hash of the reference payload
 * @param inputs the hash of each file of the reader's, by its name
 * @param jar the hash of the benchmarks
 * @param marks the hash of the marks that the jar knew
 * @param libraries the version of each artefact
 * @param warnings of the pre-flight
 * @param sessions one, and one more for each time that it was resumed
 * @param steal the largest share of the CPU's time that other guests took
 * @param failures what went wrong, in sentences
 * @param skipped what was skipped, in sentences with the reasons
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RecordedEnvironment(
    String revision,
    boolean dirty,
    List<String> arguments,
    @Nullable Long seed,
    boolean quick,
    @Nullable Double precision,
    String started,
    String ended,
    Machine machine,
    Jvm jvm,
    Jvm against,
    String fixture,
    Map<String, String> inputs,
    String jar,
    String marks,
    Map<String, String> libraries,
    List<String> warnings,
    List<Session> sessions,
    @Nullable Double steal,
    List<String> failures,
    List<String> skipped) {

  /** What earlier versions did not write is empty. */
  public RecordedEnvironment {
    revision = text(revision);
    arguments = list(arguments);
    started = text(started);
    ended = text(ended);
    machine =
        machine == null ? new Machine("", null, List.of(), null, null, null, "", "") : machine;
    jvm = jvm == null ? Jvm.NONE : jvm;
    against = against == null ? Jvm.NONE : against;
    fixture = text(fixture);
    inputs = map(inputs);
    jar = text(jar);
    marks = text(marks);
    libraries = map(libraries);
    warnings = list(warnings);
    sessions = list(sessions);
    failures = list(failures);
    skipped = list(skipped);
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
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Machine(
      String cpu,
      @Nullable Integer cores,
      List<String> caches,
      @Nullable Long memoryBytes,
      @Nullable Long memoryLimitBytes,
      @Nullable Double cpuQuotaCores,
      String kernel,
      String governor) {
    /** What is not known is empty. */
    public Machine {
      cpu = text(cpu);
      caches = list(caches);
      kernel = text(kernel);
      governor = text(governor);
    }
  }

  /**
   * The JVM of one side.
   *
   * @param label what the other side is called
   * @param vm its name and version
   * @param vendor who built it
   * @param arguments that its forks were given
   * @param replaced the benchmarks' own arguments that the command line replaced
   * @param variables the environment variables that it read
   * @param jar the hash of the other side's jar
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Jvm(
      String label,
      String vm,
      String vendor,
      List<String> arguments,
      List<String> replaced,
      Map<String, String> variables,
      String jar) {
    private static final Jvm NONE = new Jvm("", "", "", List.of(), List.of(), Map.of(), "");

    /** What is not known is empty. */
    public Jvm {
      label = text(label);
      vm = text(vm);
      vendor = text(vendor);
      arguments = list(arguments);
      replaced = list(replaced);
      variables = map(variables);
      jar = text(jar);
    }
  }

  /**
   * From a start or a resumption to its end.
   *
   * @param started when it began
   * @param ended when it ended; empty where it was cut off
   * @param loadBefore the load of the machine when it began
   * @param loadAfter the same when it ended
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Session(
      String started, String ended, @Nullable Double loadBefore, @Nullable Double loadAfter) {
    /** What is not known is empty. */
    public Session {
      started = text(started);
      ended = text(ended);
    }
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static <T> List<T> list(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  private static Map<String, String> map(@Nullable Map<String, String> map) {
    return map == null ? Map.of() : map;
  }
}
