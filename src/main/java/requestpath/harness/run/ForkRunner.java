package requestpath.harness.run;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import requestpath.harness.api.RefusedException;
import requestpath.harness.api.UsageException;
import requestpath.harness.plan.Plan;
import requestpath.harness.plan.PlannedVariant;
import requestpath.harness.plan.Settings;

/**
 * Runs forks through JMH, one at a time or a block at a time, and stops them if they hang or this
 * program is interrupted.
 */
final class ForkRunner {
  private final CommandLineOptions options;
  private final OutputFormat out;
  private final PrintStream stream;
  private final boolean showsHeaders;
  private final ForkStarter starter;
  private final ForkProcesses forks = ForkProcesses.fromNow();
  private boolean hasFailed;
  private volatile boolean isEnding;

  /** The variants whose forks run. */
  private volatile List<PlannedVariant> inFlight = List.of();

  /**
   * Runs forks.
   *
   * @param out where they print
   * @param stream the same as a stream
   * @param showsHeaders whether the first fork of a variant prints its JVM, options and parameters
   * @param directory the run directory, for the files of profilers
   */
  ForkRunner(
      CommandLineOptions options,
      Settings settings,
      OutputFormat out,
      PrintStream stream,
      boolean showsHeaders,
      Path directory) {
    this.options = options;
    this.out = out;
    this.stream = stream;
    this.showsHeaders = showsHeaders;
    this.starter = new ForkStarter(options, settings, directory);
  }

  /**
   * Runs a fork.
   *
   * @return the fork, complete and verified
   * @throws ForkFailedException when it failed
   */
  Fork run(PlannedFork fork) throws ForkFailedException {
    PlannedVariant planned = fork.planned();
    if (isEnding) {
      awaitEnd();
    }
    inFlight = List.of(planned);
    ForkOutput output =
        new ForkOutput(out, fork.round() == 1 && showsHeaders, options.verbosity().hasValue());
    RoutedStandardOutput standardOutput = new RoutedStandardOutput();
    try (ForkStarter.Surroundings surroundings = starter.surroundings();
        Watchdog watchdog = Watchdog.over(planned.recipe().limit())) {
      try {
        surroundings.prepare(planned);
        if (hasFailed) {
          // The server may have stopped; one check is faster than many failing forks.
          Plan.benchmark(planned).requireReady();
        }
        Fork accepted = starter.run(fork, output, Optional.empty());
        if (showsHeaders && fork.isFirst()) {
          output.showUsed();
        }
        return accepted;
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
      standardOutput.restore();
      inFlight = List.of();
    }
  }

  /**
   * Runs the forks of a block, which take turns.
   *
   * @param order draws the order of the turns
   * @param says takes messages on what is being done
   * @param taker takes the forks, each when it has ended
   * @throws RefusedException when forks cannot connect to this program at all, or one cannot be
   *     saved
   */
  void run(
      List<PlannedFork> block, Random order, Consumer<String> says, InterleavedRunner.Taker taker)
      throws RefusedException {
    if (isEnding) {
      awaitEnd();
    }
    inFlight = block.stream().map(PlannedFork::planned).distinct().toList();
    try {
      new InterleavedRunner(options, starter, stream, showsHeaders)
          .run(
              block,
              order,
              says,
              ended -> {
                if (isEnding) {
                  awaitEnd();
                }
                taker.take(ended);
              });
    } finally {
      inFlight = List.of();
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

  /**
   * Stops the fork, because this program is interrupted, and cleans up after it.
   *
   * @return problems with that
   */
  List<String> end() {
    isEnding = true;
    List<PlannedVariant> interrupted = inFlight;
    forks.end();
    return interrupted.stream().flatMap(planned -> cleanUp(planned).stream()).toList();
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
