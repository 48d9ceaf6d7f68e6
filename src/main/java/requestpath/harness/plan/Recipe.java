package requestpath.harness.plan;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Optional;
import requestpath.result.ForkStatistic;

/**
 * How a variant is measured: the command line overrides what its benchmark class declares.
 *
 * @param forks the minimum number
 * @param warmupForks forks that run before and do not count
 * @param warmup how long a fork warms up, at least
 * @param measurement how long a fork is measured, at least
 * @param iteration how long one measurement iteration is, at least
 * @param timeout how much longer a fork may take before it counts as hanging
 * @param statistic how the iterations of a fork become its value
 * @param takesTurns whether its forks run beside others and take turns with them
 * @param jvmArguments the JVM arguments that its benchmark class declares
 */
public record Recipe(
    int forks,
    int warmupForks,
    Duration warmup,
    Duration measurement,
    Duration iteration,
    Duration timeout,
    ForkStatistic statistic,
    boolean takesTurns,
    List<String> jvmArguments) {
  /** Forks of each variant with {@code --quick}, and the first of a race or with a time limit. */
  public static final int QUICK_FORKS = 3;

  /** Iterations of a fork with {@code --quick}, unless the command line gives another number. */
  public static final int QUICK_WARMUPS = 20;

  public static final int QUICK_ITERATIONS = 20;

  /** Forks of a variant that takes turns, at least. */
  public static final int INTERLEAVED_FORKS = 5;

  /** By how much iterations that take turns are shorter than those of a fork that runs alone. */
  public static final int SHORTER = 2;

  /** About how long a fork takes besides its iterations. */
  public static final Duration START = Duration.ofMillis(900);

  /** How much longer than its iterations a fork may take, unless {@code -to} says otherwise. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  public static Recipe of(BenchmarkListEntry entry, Options line, Mode mode, Settings settings) {
    boolean single = mode == Mode.SingleShotTime;
    boolean quick = settings.isQuick() && !single;
    int warmups =
        first(line.getWarmupIterations(), entry.getWarmupIterations())
            .orElse(single ? Defaults.WARMUP_ITERATIONS_SINGLESHOT : Defaults.WARMUP_ITERATIONS);
    int iterations =
        first(line.getMeasurementIterations(), entry.getMeasurementIterations())
            .orElse(
                single
                    ? Defaults.MEASUREMENT_ITERATIONS_SINGLESHOT
                    : Defaults.MEASUREMENT_ITERATIONS);
    if (quick && !line.getWarmupIterations().hasValue()) {
      warmups = QUICK_WARMUPS;
    }
    if (quick && !line.getMeasurementIterations().hasValue()) {
      iterations = QUICK_ITERATIONS;
    }
    Duration warmup =
        each(first(line.getWarmupTime(), entry.getWarmupTime()), Defaults.WARMUP_TIME);
    Duration time =
        each(
            first(line.getMeasurementTime(), entry.getMeasurementTime()),
            Defaults.MEASUREMENT_TIME);
    return new Recipe(
        forks(entry, line, settings),
        line.getWarmupForkCount().orElse(entry.getWarmupForks().orElse(Defaults.WARMUP_FORKS)),
        single ? Duration.ZERO : warmup.multipliedBy(warmups),
        single ? Duration.ZERO : time.multipliedBy(iterations),
        single ? Duration.ZERO : time,
        line.getTimeout().hasValue() ? each(line.getTimeout(), line.getTimeout().get()) : PATIENCE,
        ForkStatistic.MINIMUM,
        false,
        List.copyOf(entry.getJvmArgs().orElse(List.of())));
  }

  private static int forks(BenchmarkListEntry entry, Options line, Settings settings) {
    if (line.getForkCount().hasValue()) {
      return line.getForkCount().get();
    }
    if (settings.rounds().minimum().isPresent()) {
      return settings.rounds().minimum().get();
    }
    int declared = entry.getForks().orElse(Defaults.MEASUREMENT_FORKS);
    boolean isShort =
        settings.isQuick()
            || settings.rounds().timeLimit().isPresent()
            || settings.rounds().isRace();
    return Math.min(
        isShort ? Math.min(QUICK_FORKS, declared) : declared,
        settings.rounds().maximum().orElse(declared));
  }

  private static <T> Optional<T> first(Optional<T> line, Optional<T> declared) {
    return line.hasValue() ? line : declared;
  }

  private static Duration each(Optional<TimeValue> value, TimeValue otherwise) {
    return Duration.ofNanos(value.orElse(otherwise).convertTo(TimeUnit.NANOSECONDS));
  }

  /** The same with another statistic. */
  public Recipe with(ForkStatistic other) {
    return new Recipe(
        forks,
        warmupForks,
        warmup,
        measurement,
        iteration,
        timeout,
        other,
        takesTurns,
        jvmArguments);
  }

  /**
   * The same for forks that take turns: fewer forks and shorter iterations, where the command line
   * does not give others, because spread iterations disagree less.
   */
  public Recipe takingTurns(Options line) {
    return new Recipe(
        line.getForkCount().hasValue() ? forks : Math.min(forks, INTERLEAVED_FORKS),
        warmupForks,
        warmup,
        line.getMeasurementTime().hasValue() ? measurement : measurement.dividedBy(SHORTER),
        line.getMeasurementTime().hasValue() ? iteration : iteration.dividedBy(SHORTER),
        timeout,
        statistic,
        true,
        jvmArguments);
  }

  /** Warm-up and measurement. */
  public Duration nominal() {
    return warmup.plus(measurement);
  }

  /** How long a fork may take. */
  public Duration limit() {
    return nominal().multipliedBy(2L * (1 + warmupForks)).plus(timeout);
  }
}
