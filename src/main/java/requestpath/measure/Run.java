package requestpath.measure;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/**
 * One run: in each round one fork of every combination that wants one, in an order drawn anew, one
 * JMH runner each. A fork that fails costs only itself, and every other is on disk before the next
 * begins.
 */
public final class Run {
  /** What a look at the stolen time takes before the first fork. */
  private static final long LOOK_MILLIS = 300;

  /** Below the run's folder: what JMH's profiler of that name writes. */
  static final String ASYNC = "async";

  private final CommandLineOptions options;
  private final Settings settings;
  private final Plan plan;
  private final Groups groups;
  private final Schedule schedule;
  private final RunDirectory directory;
  private final Optional<ResultFile> resultFile;
  private final RunResults results;
  private final OutputFormat out;
  private final Progress progress;
  private final Watch watch;
  private final ForkRunner forks;

  /** Rounds that a run before this one has begun. */
  private final int before;

  private final List<String> failures = new ArrayList<>();

  private Run(
      CommandLineOptions options,
      Settings settings,
      Plan plan,
      RunDirectory directory,
      Optional<ResultFile> resultFile,
      PrintStream stream,
      boolean isTerminal)
      throws RefusedException {
    this.options = options;
    this.settings = settings;
    this.plan = plan;
    this.directory = directory;
    this.resultFile = resultFile;
    this.out =
        OutputFormatFactory.createFormatInstance(
            stream, options.verbosity().orElse(Defaults.VERBOSITY));
    this.groups = new Groups(plan.supported());
    this.results = new RunResults(plan, groups, settings, directory, resultFile);
    this.before = settings.isResumed() ? directory.loadForks(groups) : 0;
    this.schedule = new Schedule(groups, settings.rounds(), isFixed());
    this.progress = new Progress(groups, schedule, settings.rounds().timeLimit());
    if (isTerminal && !options.verbosity().hasValue()) {
      this.watch = new TerminalWatch(stream, groups, schedule, progress, TerminalWatch::size);
    } else {
      this.watch = new PlainWatch(out, groups, schedule, progress);
    }
    this.forks =
        new ForkRunner(
            options, settings, out, watch instanceof PlainWatch, directory.path().resolve(ASYNC));
  }

  /** With {@code -f}, and for a first look, every row gets just so many. */
  private boolean isFixed() {
    return options.getForkCount().hasValue()
        || (settings.isQuick() && settings.rounds().timeLimit().isEmpty());
  }

  /**
   * Runs what the command line selects.
   *
   * @param options JMH's own options, parsed
   * @param parameterNames the names that the command line gave values for
   * @param settings what our own options ask
   * @param afterwards what else becomes of the run, once it is complete
   * @param standardOutput where to print, unless {@code -o} says otherwise
   * @throws UsageException when it was called wrongly; nothing has run then
   * @throws RefusedException when a fork failed, the lock is taken or the results cannot be
   *     written; whatever could be measured has been printed
   */
  public static void start(
      CommandLineOptions options,
      Set<String> parameterNames,
      Settings settings,
      Afterwards afterwards,
      PrintStream standardOutput)
      throws UsageException, RefusedException {
    Requirements.requireForks(options);
    Requirements.requireProfilers(options);
    Optional<ResultFile> resultFile = ResultFile.of(options);
    Requirements.requireOutput(options);
    Plan plan = Plan.of(options, parameterNames, settings);
    requireTime(plan, settings.rounds());
    Jvm jvm = Jvm.of(options, plan.jvmArguments());
    Optional<Jvm> otherJvm =
        settings.against().isPresent()
            ? Optional.of(Jvm.of(settings.against().get(), options, plan.jvmArguments()))
            : Optional.empty();
    MachineLock lock = MachineLock.take();
    try (lock) {
      Machine machine = Machine.here();
      Optional<Double> load = Machine.load();
      List<Jvm> jvms = Stream.concat(Stream.of(jvm), otherJvm.stream()).toList();
      List<String> warnings = PreFlight.warnings(machine, jvms, load, stolenNow());
      Environment environment =
          new Environment(settings, machine, jvm, otherJvm, plan.files(), warnings);
      RunDirectory directory = RunDirectory.of(settings);
      if (settings.isResumed()) {
        JsonNode recorded = Environment.read(directory.path());
        environment.requireSame(recorded, directory.path());
        environment.continues(recorded);
      }
      PrintStream stream = Requirements.output(options, standardOutput);
      boolean isTerminal = stream.equals(System.out) && TerminalWatch.isTerminal();
      try {
        new Run(options, settings, plan, directory, resultFile, stream, isTerminal)
            .go(environment, warnings, load, afterwards);
      } finally {
        stream.flush();
        if (!stream.equals(standardOutput)) {
          stream.close();
        }
      }
    } catch (IOException e) {
      throw new RefusedException("the lock cannot be released (" + e.getMessage() + ")");
    }
  }

  /** Refuses a time limit that does not even hold one fork of each row. */
  private static void requireTime(Plan plan, Rounds rounds) throws UsageException {
    Duration needed =
        plan.supported().stream()
            .map(combination -> combination.recipe().nominal().plus(Progress.START))
            .reduce(Duration.ZERO, Duration::plus);
    if (rounds.timeLimit().isPresent() && needed.compareTo(rounds.timeLimit().get()) > 0) {
      throw new UsageException(
          "--time-limit "
              + rounds.timeLimit().get().toSeconds()
              + "s is too short: one fork of each of the "
              + plan.supported().size()
              + " rows, controls among them, takes about "
              + needed.toSeconds()
              + "s; name a longer one, or fewer rows");
    }
  }

  private static double stolenNow() {
    Machine.Ticks before = Machine.ticks();
    try {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Machine.ticks().stolenSince(before);
  }

  private void go(
      Environment environment, List<String> warnings, Optional<Double> load, Afterwards afterwards)
      throws RefusedException {
    if (isDone()) {
      watch.say("Nothing is missing: every row has its forks");
      answer(Verdicts.of(groups, settings), results.merged());
      return;
    }
    requireReady();
    environment.begins(load);
    directory.save(RunDirectory.ENVIRONMENT, environment.bytes());
    Machine.Ticks ticks = Machine.ticks();
    watch.say(
        "Rounds of one fork each, in an order drawn anew each time from --seed "
            + settings.rounds().seed());
    watch.say("Kept in " + directory.path());
    if (groups.count() > 0) {
      watch.say("Going on: " + groups.count() + " forks are there from before");
    }
    warnings.forEach(warning -> watch.say("Warning: " + warning));
    Thread ending = new Thread(this::endEarly);
    Runtime.getRuntime().addShutdownHook(ending);
    boolean isStopped;
    try {
      isStopped = rounds();
    } catch (RefusedException diskDoesNotTakeIt) {
      watch.ends();
      answer(Verdicts.of(groups, settings), results.merged());
      throw diskDoesNotTakeIt;
    } finally {
      forget(ending);
    }
    environment.ends(Machine.ticks().stolenSince(ticks));
    finish(environment, isStopped, afterwards);
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // It runs already.
    }
  }

  /** Whether it stopped at a failure, as {@code -foe} asks. */
  private boolean rounds() throws RefusedException {
    for (int round = Math.max(1, before); ; round++) {
      List<Combination> order = schedule.round(round);
      if (order.isEmpty() && round > before) {
        return false;
      }
      for (Combination combination : order) {
        if (progress.isOutOfTime(combination)) {
          watch.say("The time limit leaves no room for another fork");
          return false;
        }
        watch.begins(combination, round);
        boolean isGood = fork(combination, round);
        progress.forkEnded(combination, isGood);
        if (isGood) {
          watch.succeeded(combination);
        } else if (stopsAtFailure()) {
          return true;
        }
      }
    }
  }

  private boolean stopsAtFailure() {
    return options.shouldFailOnError().orElse(Defaults.FAIL_ON_ERROR);
  }

  /** What a combination needs from outside is tried before anything is measured. */
  private void requireReady() throws RefusedException {
    for (Combination combination : groups.all()) {
      try {
        Plan.benchmark(combination).requireReady();
      } catch (UsageException | RuntimeException e) {
        throw new RefusedException(
            combination.title() + " cannot run, and nothing has: " + Failure.of(e).reason());
      }
    }
  }

  private boolean fork(Combination combination, int round) throws RefusedException {
    BenchmarkResult result;
    try {
      result = forks.run(combination, round);
    } catch (ForkFailedException e) {
      fail(combination, e);
      return false;
    }
    groups.put(combination, round, result);
    schedule.succeeded(combination);
    directory.saveFork(combination, groups.all().indexOf(combination), round, result);
    Optional<String> problem = results.save();
    if (problem.isPresent() && !failures.contains(problem.get())) {
      failures.add(problem.get());
    }
    return true;
  }

  private void fail(Combination combination, ForkFailedException failed) {
    String reason = failed.failure().reason();
    boolean isRetried =
        schedule.failed(combination, failed.failure().isAnswer() || stopsAtFailure());
    failed.lastLines().forEach(line -> watch.say("  " + line));
    watch.say(
        "Fork failed: "
            + combination.title()
            + ": "
            + reason
            + (isRetried ? "; it gets another try in a later round" : ""));
    if (!isRetried) {
      failures.add(combination.title() + ": " + reason);
    }
    forks.cleanUp(combination).forEach(watch::say);
  }

  /** This program is told to end. */
  private void endEarly() {
    forks.end().forEach(watch::say);
    System.err.println(
        groups.count() == 0
            ? "requestpath: cut off before the first fork ended: nothing is kept"
            : "requestpath: cut off; "
                + groups.count()
                + " forks are kept, go on with --resume "
                + directory.path());
  }

  private void finish(Environment environment, boolean isStopped, Afterwards afterwards)
      throws RefusedException {
    watch.ends();
    List<RunResult> merged = results.merged();
    directory.save(RunDirectory.ENVIRONMENT, environment.bytes());
    if (merged.isEmpty()) {
      throw new RefusedException(
          failures.isEmpty()
              ? "the time limit leaves no room for a single fork"
              : failed(0, isStopped));
    }
    Verdicts verdicts = Verdicts.of(groups, settings);
    directory.save(
        RunDirectory.SUMMARY, Summary.of(verdicts, environment, List.copyOf(failures), leftOut()));
    out.println("# Run complete. Total time: " + progress.total());
    answer(verdicts, merged);
    out.println("# " + afterwards.make(directory.path(), settings.isQuick()));
    resultFile.ifPresent(file -> out.println("Benchmark result is saved to " + file));
    if (!failures.isEmpty()) {
      throw new RefusedException(failed(merged.size(), isStopped));
    }
  }

  /** Nothing is left to do in a folder that is gone on with. */
  private boolean isDone() {
    return settings.isResumed()
        && schedule.round(Math.max(1, before)).isEmpty()
        && schedule.round(before + 1).isEmpty();
  }

  /** What the run has found out, as far as it came. */
  private void answer(Verdicts verdicts, List<RunResult> merged) {
    out.println("");
    out.endRun(merged);
    if (settings.isQuick()) {
      out.println("# A first look: it tells classes apart, nothing closer");
    }
    verdicts.lines().forEach(out::println);
    leftOut().forEach(line -> out.println("# Left out: " + line));
    out.println("");
    NativeProfilers.folder(ForkOptions.profilers(options), directory.path().resolve(ASYNC))
        .ifPresent(folder -> out.println("# Of -prof async, a folder for each round: " + folder));
    out.println("# Kept in " + directory.path());
  }

  private List<String> leftOut() {
    return plan.leftOut().stream().map(Run::leftOut).toList();
  }

  private static String leftOut(Combination combination) {
    return combination.title()
        + ": "
        + combination.support().reason()
        + " ("
        + combination.support().source()
        + ")";
  }

  private String failed(int figures, boolean isStopped) {
    int withoutFigure = plan.rows().size() - figures;
    return count(failures.size(), "failure")
        + (withoutFigure == 0 ? "" : ", " + withoutFigure + " left without a figure")
        + (isStopped ? ", and the run stopped there as -foe asks" : "")
        + "; the first: "
        + failures.get(0);
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
