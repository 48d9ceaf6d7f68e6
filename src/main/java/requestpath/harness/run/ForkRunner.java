package requestpath.harness.run;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.ProfilerConfig;
import requestpath.harness.api.RefusedException;
import requestpath.harness.api.UsageException;
import requestpath.harness.plan.Against;
import requestpath.harness.plan.NativeProfilers;
import requestpath.harness.plan.Plan;
import requestpath.harness.plan.PlannedRow;
import requestpath.harness.plan.ProfilerFiles;
import requestpath.harness.plan.Settings;
import requestpath.harness.plan.Side;

/** Runs one fork at a time through JMH, watched, and ends it when this program is told to end. */
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

  /** The row whose fork runs, if one does. */
  private volatile Optional<PlannedRow> inFlight = Optional.empty();

  /**
   * Runs forks.
   *
   * @param out where they print
   * @param showsHeaders whether the first fork of a row prints its JVM, options and parameters
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
   * @return the fork, whole and found correct
   * @throws ForkFailedException when it has no figure
   */
  Fork run(PlannedRow planned, int round) throws ForkFailedException {
    if (isEnding) {
      awaitEnd();
    }
    inFlight = Optional.of(planned);
    ForkOutput output =
        new ForkOutput(out, round == 1 && showsHeaders, options.verbosity().hasValue());
    String classPath = System.getProperty(CLASS_PATH);
    PrintStream standardOutput = System.out;
    // What a fork prints, JMH writes to standard output, past the format that it was given.
    System.setOut(new PrintStream(output.printed(standardOutput), true, Charset.defaultCharset()));
    try (Watchdog watchdog = Watchdog.over(planned.recipe().limit())) {
      try {
        if (hasFailed) {
          // What was there at first may be gone, and each fork would find that out by itself.
          Plan.benchmark(planned).requireReady();
        }
        useOtherBuild(planned);
        BenchmarkResult accepted = ForkResult.accept(result(planned, round, output));
        output.showUsed();
        return new Fork(accepted, output.warmUp());
      } catch (RefusedException e) {
        throw failed(new Failure(e.getMessage(), true), output);
      } catch (UsageException | RunnerException | RuntimeException e) {
        throw failed(
            watchdog.hasBitten()
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

  /** No fork may follow one that was ended with this program. */
  private static void awaitEnd() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** JMH gives this program's own class path to its forks. */
  private void useOtherBuild(PlannedRow planned) {
    if (planned.side() == Side.AGAINST) {
      settings
          .against()
          .flatMap(Against::jar)
          .ifPresent(jar -> System.setProperty(CLASS_PATH, jar.toString()));
    }
  }

  private BenchmarkResult result(PlannedRow planned, int round, ForkOutput output)
      throws RunnerException, RefusedException {
    List<ProfilerConfig> profilers =
        NativeProfilers.forRound(ForkOptions.profilers(options), directory, round, planned);
    ProfilerFiles.makeFolders(profilers);
    ForkOptions fork =
        new ForkOptions(
            options,
            planned,
            round == 1 ? planned.recipe().warmupForks() : 0,
            threads,
            settings,
            profilers);
    for (RunResult result : new Runner(fork, output).run()) {
      for (BenchmarkResult raw : result.getBenchmarkResults()) {
        return raw;
      }
    }
    throw new RefusedException("JMH returned nothing for it");
  }

  /**
   * This program is told to end: its fork ends with it, and what that may have left is put away.
   *
   * @return what cannot be put away; empty for nothing
   */
  List<String> end() {
    isEnding = true;
    Optional<PlannedRow> interrupted = inFlight;
    Watchdog.endForks();
    return interrupted.isPresent() ? cleanUp(interrupted.get()) : List.of();
  }

  /**
   * Takes away what a fork may have left outside of this program.
   *
   * @return what cannot be taken away; empty for nothing
   */
  List<String> cleanUp(PlannedRow planned) {
    try {
      Plan.benchmark(planned).cleanUp();
      return List.of();
    } catch (UsageException | RuntimeException e) {
      return List.of(
          "What it may have left behind cannot be taken away: " + Failure.of(e).reason());
    }
  }
}
