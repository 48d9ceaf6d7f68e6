package requestpath.harness.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import requestpath.harness.api.RefusedException;
import requestpath.harness.api.UsageException;
import requestpath.harness.machine.Environment;
import requestpath.harness.machine.Jvm;
import requestpath.harness.machine.JvmVariables;
import requestpath.harness.machine.Machine;
import requestpath.harness.machine.MachineLock;
import requestpath.harness.machine.PreFlight;
import requestpath.harness.machine.Secrets;
import requestpath.harness.plan.Plan;
import requestpath.harness.plan.PlannedRow;
import requestpath.harness.plan.Requirements;
import requestpath.harness.plan.Settings;

/**
 * One run: in each round one fork of every row that wants one, in an order drawn anew, one JMH
 * runner each. A fork that fails costs only itself, and every other is on disk before the next
 * begins.
 */
public final class Run {
  /** What a look at the stolen time takes before the first fork. */
  private static final long LOOK_MILLIS = 300;

  private final CommandLineOptions options;
  private final Settings settings;
  private final Groups groups;
  private final Schedule schedule;
  private final RunDirectory directory;
  private final RunResults results;
  private final RunAnswer answer;
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
      Afterwards afterwards,
      PrintStream stream,
      boolean isTerminal)
      throws RefusedException {
    this.options = options;
    this.settings = settings;
    this.directory = directory;
    OutputFormat out =
        OutputFormatFactory.createFormatInstance(
            stream, options.verbosity().orElse(Defaults.VERBOSITY));
    this.groups = new Groups(plan.supported());
    this.results = new RunResults(plan, groups, settings, directory, resultFile);
    this.answer =
        new RunAnswer(options, settings, plan, directory, resultFile, results, afterwards, out);
    this.before = settings.isResumed() ? directory.loadForks(groups) : 0;
    this.schedule = new Schedule(groups, settings.rounds(), isFixed());
    this.progress = new Progress(groups, schedule, settings.rounds().timeLimit());
    if (isTerminal && !options.verbosity().hasValue()) {
      this.watch = new TerminalWatch(stream, groups, schedule, progress, TerminalWatch::size);
    } else {
      this.watch = new PlainWatch(out, groups, schedule, progress);
    }
    this.forks =
        new ForkRunner(options, settings, out, watch instanceof PlainWatch, directory.path());
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
   * @param err where to print warnings
   * @throws UsageException when it was called wrongly; nothing has run then
   * @throws RefusedException when a fork failed, the lock is taken or the results cannot be
   *     written; whatever could be measured has been printed
   */
  public static void start(
      CommandLineOptions options,
      Set<String> parameterNames,
      Settings settings,
      Afterwards afterwards,
      PrintStream standardOutput,
      PrintStream err)
      throws UsageException, RefusedException {
    Requirements.requireTemporaryFolder(Path.of(System.getProperty("java.io.tmpdir")));
    Requirements.requireForks(options);
    Requirements.requireProfilers(options);
    Optional<ResultFile> resultFile = ResultFile.of(options);
    Requirements.requireOutput(options);
    Plan plan = Plan.of(options, parameterNames, settings);
    Requirements.requireTime(plan, settings.rounds());
    List<Jvm> recipes = new ArrayList<>();
    List<Jvm> others = new ArrayList<>();
    for (List<String> arguments : plan.jvmArguments()) {
      recipes.add(Jvm.of(options, arguments));
      if (settings.against().isPresent()) {
        others.add(Jvm.of(settings.against().get(), options, arguments));
      }
    }
    Jvm jvm = recipes.get(0);
    Optional<Jvm> otherJvm = others.stream().findFirst();
    Optional<String> changed = JvmVariables.warning(jvm.variables());
    changed.ifPresent(sentence -> err.println("requestpath: warning: " + sentence));
    MachineLock lock = MachineLock.take();
    try (lock) {
      Machine machine = Machine.here();
      Optional<Double> load = Machine.load();
      List<Jvm> jvms = Stream.concat(recipes.stream(), others.stream()).toList();
      List<String> warnings = PreFlight.warnings(machine, jvms, load, stolenNow());
      List<String> recorded = Stream.concat(changed.stream(), warnings.stream()).toList();
      Environment environment =
          new Environment(settings, machine, jvm, otherJvm, plan.files(), recorded);
      RunDirectory directory = RunDirectory.of(settings);
      if (settings.isResumed()) {
        JsonNode before = Environment.read(directory.path());
        environment.requireSame(before, directory.path());
        environment.continues(before);
      }
      PrintStream stream = Requirements.output(options, standardOutput);
      boolean isTerminal = stream.equals(System.out) && TerminalWatch.isTerminal();
      try {
        new Run(options, settings, plan, directory, resultFile, afterwards, stream, isTerminal)
            .go(environment, warnings, said(plan, jvm), load);
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

  private static double stolenNow() {
    Machine.Ticks before = Machine.ticks();
    try {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Machine.ticks().stolenSince(before);
  }

  /** Sentences on what the reader may not expect. */
  private static List<String> said(Plan plan, Jvm jvm) {
    return Stream.of(plan.unnamedInWords(), replaced(jvm)).flatMap(Optional::stream).toList();
  }

  /** One sentence on the recipe's arguments that the command line replaced; empty for none. */
  private static Optional<String> replaced(Jvm jvm) {
    return jvm.replaced().isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Your JVM arguments replace the recipe's "
                + String.join(" ", jvm.replaced())
                + ": forks run with "
                + String.join(" ", Secrets.hiddenInEach(jvm.arguments())));
  }

  private void go(
      Environment environment, List<String> warnings, List<String> said, Optional<Double> load)
      throws RefusedException {
    if (isDone()) {
      watch.say("Nothing is missing: every row has its forks");
      answer.print();
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
    said.forEach(watch::say);
    warnings.forEach(warning -> watch.say("Warning: " + warning));
    Thread ending = new Thread(this::endEarly);
    Runtime.getRuntime().addShutdownHook(ending);
    boolean isStopped;
    try {
      isStopped = rounds();
    } catch (RefusedException diskDoesNotTakeIt) {
      watch.ends();
      answer.print();
      throw diskDoesNotTakeIt;
    } finally {
      forget(ending);
    }
    environment.ends(Machine.ticks().stolenSince(ticks));
    watch.ends();
    answer.complete(environment, progress.total(), failures, isStopped);
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
      List<PlannedRow> order = schedule.round(round);
      if (order.isEmpty() && round > before) {
        return false;
      }
      for (PlannedRow planned : order) {
        if (progress.isOutOfTime(planned)) {
          watch.say("The time limit leaves no room for another fork");
          return false;
        }
        watch.begins(planned, round);
        boolean isGood = fork(planned, round);
        progress.forkEnded(planned, isGood);
        if (isGood) {
          watch.succeeded(planned);
        } else if (stopsAtFailure()) {
          return true;
        }
      }
    }
  }

  private boolean stopsAtFailure() {
    return options.shouldFailOnError().orElse(Defaults.FAIL_ON_ERROR);
  }

  /** What a row needs from outside is tried before anything is measured. */
  private void requireReady() throws RefusedException {
    for (PlannedRow planned : groups.all()) {
      try {
        Plan.benchmark(planned).requireReady();
      } catch (UsageException | RuntimeException e) {
        throw new RefusedException(
            planned.title() + " cannot run, and nothing has: " + Failure.of(e).reason());
      }
    }
  }

  private boolean fork(PlannedRow planned, int round) throws RefusedException {
    Fork ended;
    try {
      ended = forks.run(planned, round);
    } catch (ForkFailedException e) {
      fail(planned, e);
      return false;
    }
    groups.put(planned, round, ended);
    schedule.succeeded(planned);
    directory.saveFork(planned, groups.all().indexOf(planned), round, ended);
    Optional<String> problem = results.save();
    if (problem.isPresent() && !failures.contains(problem.get())) {
      failures.add(problem.get());
    }
    return true;
  }

  private void fail(PlannedRow planned, ForkFailedException failed) {
    String reason = failed.failure().reason();
    boolean isRetried = schedule.failed(planned, failed.failure().isAnswer() || stopsAtFailure());
    failed.lastLines().forEach(line -> watch.say("  " + line));
    watch.say(
        "Fork failed: "
            + planned.title()
            + ": "
            + reason
            + (isRetried ? "; it gets another try in a later round" : ""));
    if (!isRetried) {
      failures.add(planned.title() + ": " + reason);
    }
    forks.cleanUp(planned).forEach(watch::say);
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

  /** Nothing is left to do in a folder that is gone on with. */
  private boolean isDone() {
    return settings.isResumed()
        && schedule.round(Math.max(1, before)).isEmpty()
        && schedule.round(before + 1).isEmpty();
  }
}
