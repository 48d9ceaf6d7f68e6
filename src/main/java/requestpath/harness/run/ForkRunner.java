package requestpath.harness.run;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.ProfilerConfig;
import requestpath.harness.api.RefusedException;
import requestpath.harness.api.UsageException;
import requestpath.harness.plan.Against;
import requestpath.harness.plan.NativeProfilers;
import requestpath.harness.plan.Plan;
import requestpath.harness.plan.PlannedVariant;
import requestpath.harness.plan.ProfilerFiles;
import requestpath.harness.plan.Settings;
import requestpath.harness.plan.Side;

/** Runs one fork at a time through JMH, and stops it if it hangs or this program is interrupted. */
final class ForkRunner {
  private static final String CLASS_PATH = "java.class.path";

  private final CommandLineOptions options;
  private final Settings settings;
  private final OutputFormat out;
  private final boolean showsHeaders;
  private final Path directory;
  private final org.openjdk.jmh.util.Optional<Integer> threads;
  private boolean hasFailed;
  private volatile boolean isEnding;

  /** The variant whose fork runs. */
  private volatile Optional<PlannedVariant> inFlight = Optional.empty();

  /**
   * Runs forks.
   *
   * @param out where they print
   * @param showsHeaders whether the first fork of a variant prints its JVM, options and parameters
   * @param directory the run directory, for the files of profilers
   */
  ForkRunner(
      CommandLineOptions options,
      Settings settings,
      OutputFormat out,
      boolean showsHeaders,
      Path directory) {
    this.directory = directory;
    this.options = options;
    this.settings = settings;
    this.out = out;
    this.showsHeaders = showsHeaders;
    this.threads = ForkOptions.resolveThreads(options);
  }

  /**
   * Runs a fork.
   *
   * @return the fork, complete and verified
   * @throws ForkFailedException when it failed
   */
  Fork run(PlannedVariant planned, int round) throws ForkFailedException {
    if (isEnding) {
      awaitEnd();
    }
    inFlight = Optional.of(planned);
    ForkOutput output =
        new ForkOutput(out, round == 1 && showsHeaders, options.verbosity().hasValue());
    String classPath = System.getProperty(CLASS_PATH);
    PrintStream standardOutput = System.out;
    // JMH writes the output of a fork to standard output, not to its output format.
    System.setOut(new PrintStream(output.printed(standardOutput), true, Charset.defaultCharset()));
    try (Watchdog watchdog = Watchdog.over(planned.recipe().limit())) {
      try {
        if (hasFailed) {
          // A server may be gone by now; one check is faster than failing forks.
          Plan.benchmark(planned).requireReady();
        }
        useOtherBuild(planned);
        BenchmarkResult accepted = result(planned, round, output);
        output.showUsed();
        return new Fork(accepted, output.warmUp());
      } catch (RefusedException e) {
        throw failed(new Failure(e.getMessage(), true), output);
      } catch (UsageException | RunnerException | RuntimeException e) {
        throw failed(
            watchdog.hasStopped()
                ? new Failure(watchdog.sentence(), false)
                : Failure.of(e).with(output.tail()),
            output);
      }
    } finally {
      System.setOut(standardOutput);
      System.setProperty(CLASS_PATH, classPath);
      inFlight = Optional.empty();
    }
  }

  private ForkFailedException failed(Failure failure, ForkOutput output) {
    hasFailed = true;
    if (isEnding) {
      awaitEnd();
    }
    return new ForkFailedException(failure, output.tail());
  }

  /** Waits for the end of this program: no other fork may start. */
  private static void awaitEnd() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** JMH gives this program's own class path to its forks. */
  private void useOtherBuild(PlannedVariant planned) {
    if (planned.side() == Side.AGAINST) {
      settings
          .against()
          .flatMap(Against::jar)
          .ifPresent(jar -> System.setProperty(CLASS_PATH, jar.toString()));
    }
  }

  private BenchmarkResult result(PlannedVariant planned, int round, ForkOutput output)
      throws RunnerException, RefusedException {
    List<ProfilerConfig> profilers =
        NativeProfilers.forRound(ForkOptions.profilers(options), directory, round, planned);
    ProfilerFiles.makeDirectories(profilers);
    Options fork =
        ForkOptions.of(
            options,
            planned,
            round == 1 ? planned.recipe().warmupForks() : 0,
            threads,
            settings,
            profilers);
    return ForkResult.of(fork, output);
  }

  /**
   * Stops the fork, because this program is interrupted, and cleans up after it.
   *
   * @return problems with that
   */
  List<String> end() {
    isEnding = true;
    Optional<PlannedVariant> interrupted = inFlight;
    Watchdog.endForks();
    return interrupted.isPresent() ? cleanUp(interrupted.get()) : List.of();
  }

  /**
   * Cleans up after a fork outside of this program.
   *
   * @return problems with that
   */
  List<String> cleanUp(PlannedVariant planned) {
    try {
      Plan.benchmark(planned).cleanUp();
      return List.of();
    } catch (UsageException | RuntimeException e) {
      return List.of(
          "It may have left something behind that cannot be removed: " + Failure.of(e).reason());
    }
  }
}
