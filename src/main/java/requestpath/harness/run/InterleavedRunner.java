package requestpath.harness.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import requestpath.harness.api.RefusedException;
import requestpath.harness.plan.PlannedVariant;

/**
 * Runs the forks of a block at the same time: as many as there are cores warm up at once, and when
 * all are warm they take turns, one measured iteration each, in an order that is drawn anew in each
 * cycle. So the iterations of each fork are spread over the whole round, and a disturbance of
 * seconds cannot take all iterations of one fork.
 */
final class InterleavedRunner {
  /** How many turns between two messages on the progress. */
  private static final int CYCLES_A_MESSAGE = 10;

  /** A turn may take this part of the time that a fork may take beyond its iterations. */
  private static final int TURNS_A_TIMEOUT = 10;

  private final CommandLineOptions options;
  private final ForkStarter starter;
  private final PrintStream stream;
  private final boolean showsHeaders;

  /**
   * Runs blocks.
   *
   * @param stream where the output of forks goes with {@code -v}, one fork after the other
   * @param showsHeaders whether the first fork of a block prints its JVM, options and parameters
   */
  InterleavedRunner(
      CommandLineOptions options, ForkStarter starter, PrintStream stream, boolean showsHeaders) {
    this.options = options;
    this.starter = starter;
    this.stream = stream;
    this.showsHeaders = showsHeaders;
  }

  /** A fork of a block that has ended, with its result or the reason why it has none. */
  record Ended(PlannedFork of, Optional<Fork> fork, Optional<ForkFailedException> failure) {
    /**
     * Whether it counts: a second failure in the same block is no second try.
     *
     * @param failed variants of which a fork of this block has failed
     */
    boolean isNews(Set<PlannedVariant> failed) {
      return fork.isPresent() || !failed.contains(of.planned());
    }
  }

  /** Takes each fork as it ends. */
  interface Taker {
    /**
     * Keeps a fork, or notes its failure.
     *
     * @throws RefusedException when it cannot be saved; forks that have not ended are given up
     */
    void take(Ended ended) throws RefusedException;
  }

  /** A fork of the block that runs. */
  private final class Running {
    private final PlannedFork of;
    private final PlannedVariant planned;
    private final Turns.Member member;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ForkOutput output;
    private final long started = System.nanoTime();
    private final CompletableFuture<Ended> ended = new CompletableFuture<>();
    private volatile Optional<String> stopped = Optional.empty();

    Running(PlannedFork of, Turns.Member member, boolean showsHeader) {
      this.of = of;
      this.planned = of.planned();
      this.member = member;
      this.output =
          new ForkOutput(
              OutputFormatFactory.createFormatInstance(
                  new PrintStream(printed, true, Charset.defaultCharset()),
                  options.verbosity().orElse(Defaults.VERBOSITY)),
              showsHeader,
              options.verbosity().hasValue());
    }

    void run() {
      Ended result;
      try {
        Fork fork = starter.run(of, output, Optional.of(member.profiler()));
        if (showsHeaders && of.isFirst()) {
          output.showUsed();
        }
        result = new Ended(of, Optional.of(fork), Optional.empty());
      } catch (RefusedException e) {
        result = failed(new Failure(e.getMessage(), true));
      } catch (RunnerException | RuntimeException e) {
        result =
            failed(
                stopped
                    .map(sentence -> new Failure(sentence, false))
                    .orElseGet(() -> Failure.of(e).with(output.tail())));
      } catch (Error e) {
        member.gone();
        ended.completeExceptionally(e);
        throw e;
      }
      member.gone();
      ended.complete(result);
    }

    private Ended failed(Failure failure) {
      return new Ended(
          of, Optional.empty(), Optional.of(new ForkFailedException(failure, output.tail())));
    }

    boolean isOf(PlannedVariant other) {
      return planned.equals(other);
    }

    /** What is left of the time that it may take. */
    Duration left() {
      return planned.recipe().limit().minusNanos(System.nanoTime() - started);
    }

    void stopIfItDoesNotWarmUp() {
      if (!member.isWarm() && left().isNegative()) {
        stop("it did not warm up", planned.recipe().limit());
      }
    }

    void stop(String what, Duration limit) {
      stopped =
          Optional.of(
              what + " within " + limit.toSeconds() + " s and was stopped (-to gives it longer)");
      member.kill();
    }
  }

  /**
   * Runs the forks of a block.
   *
   * @param order draws the order of the turns
   * @param says takes messages on what is being done
   * @param taker takes the forks, in the order of the block
   * @throws RefusedException when forks cannot connect to this program at all, or one cannot be
   *     saved
   */
  void run(List<PlannedFork> block, Random order, Consumer<String> says, Taker taker)
      throws RefusedException {
    Semaphore warming = new Semaphore(Runtime.getRuntime().availableProcessors());
    ExecutorService threads = Executors.newCachedThreadPool();
    List<Running> forks = new ArrayList<>();
    RoutedStandardOutput standardOutput = new RoutedStandardOutput();
    try (Turns turns = new Turns(block.size(), warming::release)) {
      for (int i = 0; i < block.size(); i++) {
        while (!warming.tryAcquire(1, TimeUnit.SECONDS)) {
          forks.forEach(Running::stopIfItDoesNotWarmUp);
        }
        says.accept("warming up " + (i + 1) + " of " + block.size());
        PlannedFork next = block.get(i);
        if (forks.stream().anyMatch(fork -> fork.isOf(next.planned()) && fork.member.isDone())) {
          warming.release(); // Others of its forks would fail as well; a later block tries again.
          continue;
        }
        boolean showsHeader = showsHeaders && next.round() == 1 && i == 0;
        Running fork = new Running(next, turns.members().get(i), showsHeader);
        forks.add(start(fork, threads));
      }
      for (Running fork : forks) {
        if (!fork.member.awaitWarm(fork.left())) {
          fork.stop("it did not warm up", fork.planned.recipe().limit());
        }
      }
      cycles(forks, order, says);
      says.accept("checking the results");
      forks.forEach(fork -> fork.member.go());
      take(forks, taker);
    } catch (IOException e) {
      throw new RefusedException(
          "no port can be opened on the loopback address ("
              + e.getMessage()
              + "): run with --no-interleave");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RefusedException("interrupted");
    } finally {
      threads.shutdownNow();
      standardOutput.restore();
    }
  }

  /** Starts one fork at a time: its class path is that of the whole program. */
  private Running start(Running fork, ExecutorService threads) throws InterruptedException {
    try (ForkStarter.Surroundings surroundings = starter.surroundings()) {
      surroundings.prepare(fork.planned);
      threads.execute(() -> fork.run());
      Duration limit = fork.planned.recipe().limit();
      if (!fork.member.awaitStart(limit)) {
        fork.stop("it did not start", limit);
      }
      return fork;
    }
  }

  private static void cycles(List<Running> forks, Random order, Consumer<String> says)
      throws InterruptedException {
    List<Running> waiting = new ArrayList<>(forks);
    for (int cycle = 1; ; cycle++) {
      waiting.removeIf(fork -> fork.member.isDone());
      if (waiting.isEmpty()) {
        return;
      }
      if (cycle % CYCLES_A_MESSAGE == 1) {
        says.accept("measuring, cycle " + cycle);
      }
      Collections.shuffle(waiting, order);
      for (Running fork : waiting) {
        Duration limit = fork.planned.recipe().timeout().dividedBy(TURNS_A_TIMEOUT);
        if (!fork.member.turn(limit)) {
          fork.stop("its turn did not end", limit);
        }
      }
    }
  }

  private void take(List<Running> forks, Taker taker)
      throws InterruptedException, RefusedException {
    for (Running fork : forks) {
      Ended ended = ended(fork);
      stream.print(fork.printed.toString(Charset.defaultCharset()));
      taker.take(ended);
    }
  }

  private static Ended ended(Running fork) throws InterruptedException {
    Duration limit = fork.planned.recipe().timeout();
    try {
      return fork.ended.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      fork.stop("its correctness check did not end", limit);
      return fork.failed(new Failure(fork.stopped.orElseThrow(), false));
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
