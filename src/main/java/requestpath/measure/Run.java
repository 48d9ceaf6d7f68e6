package requestpath.measure;

import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.openjdk.jmh.profile.ProfilerException;
import org.openjdk.jmh.profile.ProfilerFactory;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkException;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.ProfilerConfig;
import org.openjdk.jmh.util.Optional;
import requestpath.stats.Stopping;

/**
 * One run: in each round one fork of every supported combination, in an order drawn anew, one JMH
 * runner each. A fork that fails costs only itself; what the other forks found stays, and the run
 * says at its end what failed and what was left out.
 */
public final class Run {
  /** A fork that is told to end does so well within this. */
  private static final long FORK_END_SECONDS = 5;

  private final CommandLineOptions options;
  private final Rounds rounds;
  private final Plan plan;
  private final java.util.Optional<ResultFile> resultFile;
  private final OutputFormat out;
  private final Optional<Integer> threads;
  private final Map<Combination, NavigableMap<Integer, BenchmarkResult>> results =
      new LinkedHashMap<>();
  private final List<String> failures = new ArrayList<>();
  private final long started = System.nanoTime();

  /** The combination whose fork runs, if one does. */
  private volatile List<Combination> inFlight = List.of();

  private Run(
      CommandLineOptions options,
      Rounds rounds,
      Plan plan,
      java.util.Optional<ResultFile> resultFile,
      OutputFormat out) {
    this.options = options;
    this.rounds = rounds;
    this.plan = plan;
    this.resultFile = resultFile;
    this.out = out;
    this.threads = ForkOptions.resolveThreads(options);
  }

  /**
   * Runs what the command line selects.
   *
   * @param options JMH's own options, parsed
   * @param parameterNames the names that the command line gave values for
   * @param rounds their order, and how many there may be
   * @param standardOutput where to print, unless {@code -o} says otherwise
   * @throws UsageException when it was called wrongly; nothing has run then
   * @throws RefusedException when a fork failed, the lock is taken or the results cannot be
   *     written; whatever could be measured has been printed
   */
  public static void start(
      CommandLineOptions options,
      Set<String> parameterNames,
      Rounds rounds,
      PrintStream standardOutput)
      throws UsageException, RefusedException {
    requireForks(options);
    requireProfilers(options);
    java.util.Optional<ResultFile> resultFile = ResultFile.of(options);
    requireOutput(options);
    Plan plan = Plan.of(options, parameterNames);
    Jvm.requireRunnable(options, plan.jvmArguments());
    PrintStream stream = output(options, standardOutput);
    OutputFormat out =
        OutputFormatFactory.createFormatInstance(
            stream, options.verbosity().orElse(Defaults.VERBOSITY));
    MachineLock lock = MachineLock.take();
    try (lock) {
      new Run(options, rounds, plan, resultFile, out).go();
    } catch (IOException e) {
      throw new RefusedException("the lock cannot be released (" + e.getMessage() + ")");
    } finally {
      stream.flush();
      if (stream != standardOutput) {
        stream.close();
      }
    }
  }

  private void go() throws RefusedException {
    requireReady();
    Thread ending = new Thread(this::endFork);
    Runtime.getRuntime().addShutdownHook(ending);
    try {
      rounds();
    } finally {
      forget(ending);
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // It runs already.
    }
  }

  private void rounds() throws RefusedException {
    int all = plan.supported().stream().mapToInt(Combination::forks).sum();
    int done = 0;
    boolean stopped = false;
    Random random = new Random(rounds.seed());
    out.println(
        "# Rounds of one fork each, in an order drawn anew each time from --seed " + rounds.seed());
    for (int round = 1; !stopped; round++) {
      List<Combination> order = new ArrayList<>();
      for (Combination combination : plan.supported()) {
        if (wantsFork(combination, round)) {
          order.add(combination);
        }
      }
      if (order.isEmpty()) {
        break;
      }
      Collections.shuffle(order, random);
      for (Combination combination : order) {
        if (!stopped) {
          announce(combination, round, done, Math.max(all, done + 1));
          boolean succeeded = fork(combination, round);
          save();
          stopped = !succeeded && options.shouldFailOnError().orElse(Defaults.FAIL_ON_ERROR);
          done++;
        }
      }
    }
    finish(stopped);
  }

  /**
   * As many forks as the recipe or {@code -f} says; without {@code -f} then more, while the ratio
   * to the baseline is not known well enough.
   */
  private boolean wantsFork(Combination combination, int round) {
    if (round <= combination.forks()) {
      return true;
    }
    Stopping rule = new Stopping(combination.forks(), rounds.maximum(), rounds.precision());
    return !options.getForkCount().hasValue()
        && round <= rounds.maximum()
        && !Verdicts.isDecided(combination, results, threads.orElse(1), rule);
  }

  /** What a combination needs from outside is tried before anything is measured. */
  private void requireReady() throws RefusedException {
    for (Combination combination : plan.supported()) {
      try {
        Plan.benchmark(combination).requireReady();
      } catch (UsageException | RuntimeException e) {
        throw new RefusedException(
            combination.title() + " cannot run, and nothing has: " + reason(e));
      }
    }
  }

  private void announce(Combination combination, int round, int done, int all) {
    Duration elapsed = Duration.ofNanos(System.nanoTime() - started);
    out.println("");
    out.println(
        String.format(
            Locale.ROOT,
            "# Run progress: %.1f%% complete, %s left%s",
            100.0 * done / all,
            done == 0 ? "?" : clock(elapsed.multipliedBy(all - done).dividedBy(done)),
            failures.isEmpty() ? "" : ", " + failures.size() + " failed"));
    out.println(
        "# Fork "
            + round
            + " of "
            + Math.max(round, combination.forks())
            + ": "
            + combination.title());
  }

  private boolean fork(Combination combination, int round) {
    inFlight = List.of(combination);
    try {
      if (!failures.isEmpty()) {
        // What was there at first may be gone, and each fork would find that out by itself.
        Plan.benchmark(combination).requireReady();
      }
      return runFork(combination, round);
    } catch (UsageException | RuntimeException e) {
      fail(combination, reason(e));
      return false;
    } finally {
      inFlight = List.of();
    }
  }

  /**
   * This program is told to end: its fork ends with it, and what that may have left is put away.
   */
  private void endFork() {
    List<Combination> interrupted = inFlight;
    if (interrupted.isEmpty()) {
      return;
    }
    List<ProcessHandle> forks = ProcessHandle.current().descendants().toList();
    forks.forEach(ProcessHandle::destroy);
    for (ProcessHandle fork : forks) {
      try {
        fork.onExit().get(FORK_END_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException | ExecutionException | TimeoutException e) {
        fork.destroyForcibly();
      }
    }
    interrupted.forEach(this::cleanUp);
  }

  private void cleanUp(Combination combination) {
    try {
      Plan.benchmark(combination).cleanUp();
    } catch (UsageException | RuntimeException e) {
      out.println("# What it may have left behind cannot be taken away: " + reason(e));
    }
  }

  private boolean runFork(Combination combination, int round) {
    ForkOptions fork =
        new ForkOptions(options, combination, round == 1 ? combination.warmupForks() : 0, threads);
    try {
      for (RunResult result : new Runner(fork, new ForkOutput(out, round == 1)).run()) {
        for (BenchmarkResult raw : result.getBenchmarkResults()) {
          BenchmarkResult accepted = ForkResult.accept(raw);
          forksOf(combination).put(round, accepted);
        }
      }
      return true;
    } catch (RefusedException e) {
      fail(combination, e.getMessage());
    } catch (RunnerException | RuntimeException e) {
      fail(combination, reason(e));
    }
    return false;
  }

  private NavigableMap<Integer, BenchmarkResult> forksOf(Combination combination) {
    return results.computeIfAbsent(combination, first -> new TreeMap<>());
  }

  private void fail(Combination combination, String reason) {
    String failure = combination.title() + ": " + reason;
    failures.add(failure);
    out.println("# Fork failed: " + failure);
    cleanUp(combination);
  }

  /** The innermost reason that JMH has, in one line. */
  private static String reason(Exception e) {
    Throwable reason = e;
    while (reason.getCause() != null) {
      reason = reason.getCause();
    }
    if (reason instanceof BenchmarkException && reason.getSuppressed().length > 0) {
      reason = reason.getSuppressed()[0];
    }
    String message = String.valueOf(reason.getMessage()).lines().findFirst().orElse("");
    // One without a stack trace is a sentence by itself; others are told by their names.
    return reason.getStackTrace().length == 0
        ? message
        : reason.getClass().getName() + ": " + message;
  }

  /** What there is so far: a run that is killed leaves the forks that were done. */
  private void save() throws RefusedException {
    List<RunResult> merged = merged();
    if (resultFile.isPresent() && !merged.isEmpty()) {
      resultFile.get().write(merged);
    }
  }

  private List<RunResult> merged() {
    List<RunResult> merged = new ArrayList<>();
    for (Combination combination : plan.rows()) {
      List<BenchmarkResult> forks =
          List.copyOf(results.getOrDefault(combination, new TreeMap<>()).values());
      if (!forks.isEmpty()) {
        merged.add(
            new RunResult(Parameters.ofForks(forks.get(0).getParams(), forks.size()), forks));
      }
    }
    return merged;
  }

  private void finish(boolean stopped) throws RefusedException {
    List<RunResult> merged = merged();
    if (merged.isEmpty()) {
      throw new RefusedException(failed(merged, stopped));
    }
    merged.forEach(result -> out.endBenchmark(result.getAggregatedResult()));
    out.println(
        "# Run complete. Total time: " + clock(Duration.ofNanos(System.nanoTime() - started)));
    out.println("");
    out.endRun(merged);
    Verdicts.of(results, threads.orElse(1)).forEach(out::println);
    plan.leftOut()
        .forEach(
            combination ->
                out.println(
                    "# Left out: "
                        + combination.title()
                        + ": "
                        + combination.support().reason()
                        + " ("
                        + combination.support().source()
                        + ")"));
    if (resultFile.isPresent()) {
      out.println("");
      out.println("Benchmark result is saved to " + resultFile.get());
    }
    if (!failures.isEmpty()) {
      throw new RefusedException(failed(merged, stopped));
    }
  }

  private String failed(Collection<RunResult> merged, boolean stopped) {
    int withoutFigure = plan.rows().size() - merged.size();
    return count(failures.size(), "fork")
        + " failed"
        + (withoutFigure == 0
            ? ""
            : ", and " + count(withoutFigure, "combination") + " left without a figure")
        + (stopped ? ", and the run stopped there as -foe asks" : "")
        + "; the first: "
        + failures.get(0);
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /**
   * Refuses a run without forks.
   *
   * @throws UsageException for {@code -f 0}
   */
  static void requireForks(CommandLineOptions options) throws UsageException {
    if (options.getForkCount().hasValue() && options.getForkCount().get() < 1) {
      throw new UsageException(
          "-f 0 would let variants share one JVM and spoil each other's compiled code:"
              + " use -f 1 or more, or --stock");
    }
  }

  private static void requireProfilers(CommandLineOptions options) throws UsageException {
    for (ProfilerConfig profiler : ForkOptions.profilers(options)) {
      try {
        ProfilerFactory.getProfilerOrException(profiler);
      } catch (ProfilerException e) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        if (message.contains("ClassNotFoundException")) {
          message = "there is none of that name";
        }
        throw new UsageException(
            "-prof "
                + profiler.getKlass()
                + " cannot be used here: "
                + message
                + " (-lprof lists what can)");
      }
    }
  }

  private static void requireOutput(CommandLineOptions options) throws UsageException {
    if (options.getOutput().hasValue()) {
      String name = options.getOutput().get();
      ResultFile.requireWritable("-o", name, Path.of(name).toAbsolutePath());
    }
  }

  private static PrintStream output(CommandLineOptions options, PrintStream standardOutput)
      throws UsageException {
    if (!options.getOutput().hasValue()) {
      return standardOutput;
    }
    String name = options.getOutput().get();
    try {
      return new PrintStream(new FileOutputStream(name), true, Charset.defaultCharset());
    } catch (FileNotFoundException e) {
      throw new UsageException("-o " + name + " cannot be written: name a file that can");
    }
  }

  private static String clock(Duration duration) {
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d",
        duration.toHours(),
        duration.toMinutesPart(),
        duration.toSecondsPart());
  }
}
