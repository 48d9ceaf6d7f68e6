package requestpath.harness.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.ProfilerConfig;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.runner.options.WarmupMode;
import org.openjdk.jmh.util.Optional;
import org.openjdk.jmh.util.Utils;
import requestpath.harness.fork.CorrectnessProfiler;
import requestpath.harness.machine.JvmArguments;
import requestpath.harness.plan.Against;
import requestpath.harness.plan.PlannedRow;
import requestpath.harness.plan.Recipe;
import requestpath.harness.plan.Settings;
import requestpath.harness.plan.Side;
import requestpath.payload.OwnPayload;

/**
 * The command line narrowed down to one fork of one row. JMH's builder cannot take back what its
 * parent has set, such as the result file, hence an implementation.
 */
public final class ForkOptions implements Options {
  private static final long serialVersionUID = 1;

  private final Options line;
  private final transient PlannedRow planned;
  private final int warmupForks;
  private final Optional<Integer> threads;
  private final transient Settings settings;
  private final transient List<ProfilerConfig> profilers;

  /**
   * Options for one fork.
   *
   * @param line the command line
   * @param warmupForks forks to throw away before it
   * @param threads the number of threads when the command line says one, resolved
   * @param settings what our own options ask
   * @param profilers those of the fork
   */
  public ForkOptions(
      Options line,
      PlannedRow planned,
      int warmupForks,
      Optional<Integer> threads,
      Settings settings,
      List<ProfilerConfig> profilers) {
    this.line = line;
    this.planned = planned;
    this.warmupForks = warmupForks;
    this.threads = threads;
    this.settings = settings;
    this.profilers = List.copyOf(profilers);
  }

  private boolean isQuick() {
    return settings.isQuick() && planned.mode() != Mode.SingleShotTime;
  }

  private java.util.Optional<Against> against() {
    return planned.side() == Side.AGAINST ? settings.against() : java.util.Optional.empty();
  }

  /**
   * The command line's profilers, and those that every timed fork has: allocation, and the
   * correctness check.
   */
  public static List<ProfilerConfig> profilers(Options line) {
    List<ProfilerConfig> profilers = new ArrayList<>(line.getProfilers());
    boolean hasGc =
        profilers.stream()
            .anyMatch(
                profiler ->
                    profiler.getKlass().equals("gc")
                        || profiler.getKlass().equals(GCProfiler.class.getName()));
    if (!hasGc) {
      profilers.add(new ProfilerConfig(GCProfiler.class.getName(), ""));
    }
    profilers.add(new ProfilerConfig(CorrectnessProfiler.class.getName(), ""));
    return profilers;
  }

  /**
   * The number of threads that the command line asks for, with {@code -t max} found out once for
   * the whole run.
   */
  public static Optional<Integer> resolveThreads(Options line) {
    Optional<Integer> threads = line.getThreads();
    return threads.hasValue() && threads.get() < 0
        ? Optional.of(Utils.figureOutHotCPUs())
        : threads;
  }

  /**
   * What JMH sends to the fork: only what a fork asks for, in JMH's own class, so that a fork of
   * another build of this program understands it.
   */
  private Object writeReplace() {
    ChainedOptionsBuilder sent = new OptionsBuilder().shouldFailOnError(true);
    getProfilers().forEach(profiler -> sent.addProfiler(profiler.getKlass(), profiler.getOpts()));
    if (verbosity().hasValue()) {
      sent.verbosity(verbosity().get());
    }
    if (shouldDoGC().hasValue()) {
      sent.shouldDoGC(shouldDoGC().get());
    }
    return sent.build();
  }

  @Override
  public List<String> getIncludes() {
    return List.of("^" + Pattern.quote(planned.benchmark()) + "$");
  }

  @Override
  public List<String> getExcludes() {
    return List.of();
  }

  @Override
  public Collection<Mode> getBenchModes() {
    return List.of(planned.mode());
  }

  @Override
  public Optional<Collection<String>> getParameter(String name) {
    String value = planned.parameters().get(name);
    return value == null ? Optional.none() : Optional.of(List.of(value));
  }

  @Override
  public Optional<Integer> getForkCount() {
    return Optional.of(1);
  }

  @Override
  public Optional<Integer> getWarmupForkCount() {
    return Optional.of(warmupForks);
  }

  @Override
  public List<ProfilerConfig> getProfilers() {
    return profilers;
  }

  @Override
  public Optional<Integer> getThreads() {
    return threads;
  }

  /**
   * Always: only then does JMH tell the host why a fork failed. Whether the run goes on is decided
   * there.
   */
  @Override
  public Optional<Boolean> shouldFailOnError() {
    return Optional.of(true);
  }

  @Override
  public Optional<String> getOutput() {
    return Optional.none();
  }

  @Override
  public Optional<ResultFormatType> getResultFormat() {
    return Optional.none();
  }

  @Override
  public Optional<String> getResult() {
    return Optional.none();
  }

  @Override
  public List<String> getWarmupIncludes() {
    return List.of();
  }

  @Override
  public Optional<Boolean> shouldDoGC() {
    return line.shouldDoGC();
  }

  @Override
  public Optional<VerboseMode> verbosity() {
    return line.verbosity();
  }

  @Override
  public Optional<int[]> getThreadGroups() {
    return line.getThreadGroups();
  }

  @Override
  public Optional<Boolean> shouldSyncIterations() {
    return line.shouldSyncIterations();
  }

  @Override
  public Optional<Integer> getWarmupIterations() {
    return isQuick() && !line.getWarmupIterations().hasValue()
        ? Optional.of(Recipe.QUICK_WARMUPS)
        : line.getWarmupIterations();
  }

  @Override
  public Optional<TimeValue> getWarmupTime() {
    return line.getWarmupTime();
  }

  @Override
  public Optional<Integer> getWarmupBatchSize() {
    return line.getWarmupBatchSize();
  }

  @Override
  public Optional<WarmupMode> getWarmupMode() {
    return line.getWarmupMode();
  }

  @Override
  public Optional<Integer> getMeasurementIterations() {
    return isQuick() && !line.getMeasurementIterations().hasValue()
        ? Optional.of(Recipe.QUICK_ITERATIONS)
        : line.getMeasurementIterations();
  }

  @Override
  public Optional<TimeValue> getMeasurementTime() {
    return line.getMeasurementTime();
  }

  @Override
  public Optional<Integer> getMeasurementBatchSize() {
    return line.getMeasurementBatchSize();
  }

  @Override
  public Optional<TimeUnit> getTimeUnit() {
    return line.getTimeUnit();
  }

  @Override
  public Optional<Integer> getOperationsPerInvocation() {
    return line.getOperationsPerInvocation();
  }

  @Override
  public Optional<String> getJvm() {
    java.util.Optional<Path> other = against().flatMap(Against::java);
    return other.isPresent() ? Optional.of(other.get().toString()) : line.getJvm();
  }

  /**
   * All arguments: those of the command line have replaced those of the recipe. A resumed run looks
   * for the reader's files in the directory where it was started.
   */
  @Override
  public Optional<Collection<String>> getJvmArgs() {
    List<String> arguments =
        new ArrayList<>(JvmArguments.of(planned.recipe().jvmArguments(), line, against()).all());
    String directory = System.getProperty(OwnPayload.DIRECTORY, "");
    if (!directory.isEmpty()) {
      arguments.add("-D" + OwnPayload.DIRECTORY + "=" + directory);
    }
    return Optional.of(arguments);
  }

  @Override
  public Optional<Collection<String>> getJvmArgsAppend() {
    return Optional.of(List.of());
  }

  @Override
  public Optional<Collection<String>> getJvmArgsPrepend() {
    return Optional.of(List.of());
  }

  @Override
  public Optional<TimeValue> getTimeout() {
    return line.getTimeout();
  }
}
