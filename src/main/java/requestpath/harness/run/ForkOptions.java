package requestpath.harness.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.ProfilerConfig;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Optional;
import org.openjdk.jmh.util.Utils;
import requestpath.harness.fork.CorrectnessProfiler;
import requestpath.harness.machine.JvmArguments;
import requestpath.harness.plan.Against;
import requestpath.harness.plan.PlannedVariant;
import requestpath.harness.plan.Recipe;
import requestpath.harness.plan.Settings;
import requestpath.harness.plan.Side;
import requestpath.payload.OwnPayload;

/**
 * JMH's options for one fork of one variant. The command line is not their parent: a builder adds
 * its patterns and profilers to those of its parent, and cannot unset its parent's result file.
 * What applies to a fork is copied instead.
 */
public final class ForkOptions {
  private ForkOptions() {}

  /**
   * The options for one fork.
   *
   * @param line the command line
   * @param warmupForks forks that run before it and do not count
   * @param threads the number of threads if the command line names one, resolved
   * @param settings our own options
   * @param profilers those of the fork
   */
  static Options of(
      Options line,
      PlannedVariant planned,
      int warmupForks,
      Optional<Integer> threads,
      Settings settings,
      List<ProfilerConfig> profilers) {
    java.util.Optional<Against> against =
        settings.against().filter(other -> planned.side() == Side.AGAINST);
    ChainedOptionsBuilder fork =
        new OptionsBuilder()
            .include("^" + Pattern.quote(planned.benchmark()) + "$")
            .mode(planned.mode())
            .forks(1)
            .warmupForks(warmupForks)
            // Only then does JMH say why a fork failed. The run decides whether it stops there.
            .shouldFailOnError(true)
            // Empty lists replace what the annotations on the benchmark declare.
            .jvmArgs(jvmArguments(line, planned, against))
            .jvmArgsAppend()
            .jvmArgsPrepend();
    planned.parameters().forEach(fork::param);
    profilers.forEach(profiler -> fork.addProfiler(profiler.getKlass(), profiler.getOpts()));
    if (settings.isQuick() && planned.mode() != Mode.SingleShotTime) {
      fork.warmupIterations(Recipe.QUICK_WARMUPS).measurementIterations(Recipe.QUICK_ITERATIONS);
    }
    if (planned.recipe().takesTurns()) {
      fork.measurementTime(
          TimeValue.milliseconds(Math.max(1, planned.recipe().iteration().toMillis())));
    }
    copy(line.getWarmupIterations(), fork::warmupIterations);
    copy(line.getWarmupTime(), fork::warmupTime);
    copy(line.getWarmupBatchSize(), fork::warmupBatchSize);
    copy(line.getWarmupMode(), fork::warmupMode);
    copy(line.getMeasurementIterations(), fork::measurementIterations);
    copy(line.getMeasurementTime(), fork::measurementTime);
    copy(line.getMeasurementBatchSize(), fork::measurementBatchSize);
    copy(line.getTimeUnit(), fork::timeUnit);
    copy(line.getOperationsPerInvocation(), fork::operationsPerInvocation);
    copy(threads, fork::threads);
    copy(line.getThreadGroups(), fork::threadGroups);
    copy(line.shouldSyncIterations(), fork::syncIterations);
    copy(line.shouldDoGC(), fork::shouldDoGC);
    copy(line.verbosity(), fork::verbosity);
    fork.timeout(
        line.getTimeout().orElse(TimeValue.milliseconds(planned.recipe().timeout().toMillis())));
    copy(line.getJvm(), fork::jvm);
    against.flatMap(Against::java).map(Path::toString).ifPresent(fork::jvm);
    return fork.build();
  }

  private static <T> void copy(Optional<T> value, Consumer<T> setter) {
    if (value.hasValue()) {
      setter.accept(value.get());
    }
  }

  /**
   * All JVM arguments: those of the command line have replaced those of the recipe. A resumed run
   * looks for the user's files in the directory where it was started.
   */
  private static String[] jvmArguments(
      Options line, PlannedVariant planned, java.util.Optional<Against> against) {
    List<String> arguments =
        new ArrayList<>(JvmArguments.of(planned.recipe().jvmArguments(), line, against).all());
    String directory = System.getProperty(OwnPayload.DIRECTORY, "");
    if (!directory.isEmpty()) {
      arguments.add("-D" + OwnPayload.DIRECTORY + "=" + directory);
    }
    return arguments.toArray(String[]::new);
  }

  /**
   * The command line's profilers, and those of every timed fork: allocation and the correctness
   * check.
   */
  public static List<ProfilerConfig> profilers(Options line) {
    List<ProfilerConfig> profilers = new ArrayList<>(line.getProfilers());
    if (profilers.stream()
        .map(ProfilerConfig::getKlass)
        .noneMatch(List.of("gc", GCProfiler.class.getName())::contains)) {
      profilers.add(new ProfilerConfig(GCProfiler.class.getName(), ""));
    }
    profilers.add(new ProfilerConfig(CorrectnessProfiler.class.getName(), ""));
    return profilers;
  }

  /** The number of threads on the command line; {@code -t max} is resolved once for the run. */
  static Optional<Integer> resolveThreads(Options line) {
    Optional<Integer> threads = line.getThreads();
    return threads.hasValue() && threads.get() < 0
        ? Optional.of(Utils.figureOutHotCPUs())
        : threads;
  }
}
