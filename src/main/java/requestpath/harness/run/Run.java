package requestpath.harness.run;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import requestpath.harness.api.RefusedException;
import requestpath.harness.api.UsageException;
import requestpath.harness.machine.Environment;
import requestpath.harness.machine.JvmArguments;
import requestpath.harness.machine.Machine;
import requestpath.harness.plan.Against;
import requestpath.harness.plan.Plan;
import requestpath.harness.plan.PlannedVariant;
import requestpath.harness.plan.Settings;
import requestpath.harness.plan.Side;
import requestpath.text.Screen;

/**
 * One run: in each round one fork of every variant that needs one, in random order, each by a JMH
 * runner of its own. Forks are saved before the next start, and a failed fork does not end the run.
 */
final class Run {
  /** Makes the orders of turns of neighbouring seeds differ. */
  private static final long ROUNDS_A_SEED = 1009;

  private static final int PART_OF_MEMORY = 4;

  private final CommandLineOptions options;
  private final Settings settings;
  private final Groups groups;
  private final Schedule schedule;
  private final RunDirectory directory;
  private final RunResults results;
  private final Progress progress;
  private final Watch watch;
  private final ForkRunner forks;

  /** The last round that the run to resume has started. */
  private final int before;

  private final List<String> failures = new ArrayList<>();

  /**
   * A run.
   *
   * @param options JMH's options
   * @param settings our own options
   * @param resultFile the file that {@code -rff} names
   * @param afterwards prints rankings and writes the page
   * @param stream where to print
   * @throws RefusedException when a fork of the run to resume cannot be read
   */
  Run(
      CommandLineOptions options,
      Settings settings,
      Plan plan,
      RunDirectory directory,
      Optional<ResultFile> resultFile,
      Afterwards afterwards,
      PrintStream stream)
      throws RefusedException {
    this.options = options;
    this.settings = settings;
    this.directory = directory;
    OutputFormat out =
        OutputFormatFactory.createFormatInstance(
            stream, options.verbosity().orElse(Defaults.VERBOSITY));
    this.groups = new Groups(plan.supported());
    this.before = settings.isResumed() ? directory.loadForks(groups) : 0;
    this.schedule = new Schedule(groups, settings.rounds(), isFixed());
    this.progress = new Progress(groups, schedule, settings.rounds().timeLimit());
    boolean isOnScreen =
        stream.equals(System.out) && Screen.isOutput() && !options.verbosity().hasValue();
    this.watch =
        isOnScreen
            ? new TerminalWatch(stream, groups, schedule, progress, Screen::here)
            : new PlainWatch(out, groups, schedule, progress);
    this.results =
        new RunResults(
            options, settings, plan, groups, directory, resultFile, afterwards, out, isOnScreen);
    this.forks =
        new ForkRunner(
            options, settings, out, stream, watch instanceof PlainWatch, directory.path());
  }

  /**
   * Whether every variant gets exactly the forks of its recipe: with {@code -f} and {@code
   * --quick}.
   */
  private boolean isFixed() {
    return options.getForkCount().hasValue()
        || (settings.isQuick() && settings.rounds().timeLimit().isEmpty());
  }

  /**
   * Runs all rounds.
   *
   * @param load of the machine before
   * @param notices sentences to print before the first fork
   * @throws RefusedException when a fork failed or the results cannot be written; all results have
   *     been printed
   */
  void go(Environment environment, Optional<Double> load, List<String> notices)
      throws RefusedException {
    if (isDone()) {
      watch.say("Nothing to do: every variant has all its forks");
      watch.ends();
      results.print();
      return;
    }
    requireReady();
    environment.begins(load);
    directory.save(RunDirectory.ENVIRONMENT, environment.text());
    Machine.Ticks ticks = Machine.ticks();
    watch.say(
        "Rounds of one fork of each variant, in random order from --seed "
            + settings.rounds().seed());
    watch.say("Kept in " + directory.path());
    if (groups.count() > 0) {
      watch.say("Resuming: " + groups.count() + " forks are already saved");
    }
    notices.forEach(watch::say);
    Thread ending = new Thread(this::endEarly);
    Runtime.getRuntime().addShutdownHook(ending);
    boolean isStopped;
    try {
      isStopped = rounds();
    } catch (RefusedException diskFailure) {
      watch.ends();
      results.print();
      throw diskFailure;
    } finally {
      forget(ending);
    }
    environment.ends(Machine.ticks().stolenSince(ticks));
    watch.ends();
    results.complete(environment, progress.total(), failures, isStopped);
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
    int started = before;
    for (int round = 1; ; round++) {
      List<PlannedVariant> order = schedule.round(round);
      if (order.isEmpty() && round > started) {
        return false;
      }
      for (List<PlannedVariant> block : Blocks.of(order, groups, this::heap, Machine.freeBytes())) {
        List<PlannedFork> forks =
            Blocks.forks(block, round, schedule, this::heap, Machine.freeBytes());
        if (progress.isOutOfTime(forks)) {
          watch.say("The time limit is too short for another fork");
          return false;
        }
        started = Math.max(started, forks.get(forks.size() - 1).round());
        boolean areGood = forks.size() > 1 ? block(forks) : single(forks.get(0));
        if (!areGood && stopsAtFailure()) {
          return true;
        }
      }
    }
  }

  /** The largest heap of a fork; a JVM without such an argument takes a quarter of the memory. */
  private long heap(PlannedVariant planned) {
    Optional<Against> against = settings.against().filter(other -> planned.side() == Side.AGAINST);
    long named =
        JvmArguments.largestHeap(
            JvmArguments.of(planned.recipe().jvmArguments(), options, against).all());
    return named > 0 ? named : Machine.here().memoryBytes() / PART_OF_MEMORY;
  }

  /** One fork that runs alone; returns whether it is good. */
  private boolean single(PlannedFork single) throws RefusedException {
    watch.begins(single);
    Optional<Fork> fork = Optional.empty();
    Optional<ForkFailedException> failure = Optional.empty();
    try {
      fork = Optional.of(forks.run(single));
    } catch (ForkFailedException e) {
      failure = Optional.of(e);
    }
    return take(new InterleavedRunner.Ended(single, fork, failure));
  }

  /** Forks that take turns; returns whether all are good. */
  private boolean block(List<PlannedFork> block) throws RefusedException {
    watch.begins(block);
    Random order = new Random(settings.rounds().seed() * ROUNDS_A_SEED + block.get(0).round());
    Set<PlannedVariant> failed = new HashSet<>();
    forks.run(
        block,
        order,
        watch::does,
        ended -> {
          if (ended.isNews(failed) && !take(ended)) {
            failed.add(ended.of().planned());
          }
        });
    return failed.isEmpty();
  }

  private boolean take(InterleavedRunner.Ended ended) throws RefusedException {
    PlannedVariant planned = ended.of().planned();
    if (ended.fork().isPresent()) {
      keep(planned, ended.of().round(), ended.fork().get());
    }
    if (ended.failure().isPresent()) {
      fail(planned, ended.failure().get());
    }
    progress.forkEnded(planned, ended.fork().isPresent());
    if (ended.fork().isPresent()) {
      watch.succeeded(planned);
    }
    return ended.fork().isPresent();
  }

  private boolean stopsAtFailure() {
    return options.shouldFailOnError().orElse(Defaults.FAIL_ON_ERROR);
  }

  /** Checks what variants need from outside of this program, such as a server. */
  private void requireReady() throws RefusedException {
    for (PlannedVariant planned : groups.all()) {
      try {
        Plan.benchmark(planned).requireReady();
      } catch (UsageException | RuntimeException e) {
        throw new RefusedException(planned.title() + " cannot run: " + Failure.of(e).reason());
      }
    }
  }

  private void keep(PlannedVariant planned, int round, Fork ended) throws RefusedException {
    groups.put(planned, round, ended);
    schedule.succeeded(planned);
    directory.saveFork(planned, groups.all().indexOf(planned), round, ended);
    Optional<String> problem = results.save();
    if (problem.isPresent() && !failures.contains(problem.get())) {
      failures.add(problem.get());
    }
  }

  private void fail(PlannedVariant planned, ForkFailedException failed) {
    boolean isPrivate = planned.parameters().containsKey(Plan.FILE);
    String reason = failed.failure().shownFor(planned).reason();
    boolean isRetried = schedule.failed(planned, failed.failure().isAnswer() || stopsAtFailure());
    if (!isPrivate) {
      failed.lastLines().forEach(line -> watch.say("  " + line));
    }
    watch.say(
        "Fork failed: "
            + planned.title()
            + ": "
            + reason
            + (isRetried ? "; it is tried again in a later round" : ""));
    if (!isRetried) {
      failures.add(planned.title() + ": " + reason);
    }
    forks.cleanUp(planned).forEach(watch::say);
  }

  /** Runs when this program is interrupted. */
  private void endEarly() {
    forks.end().forEach(watch::say);
    System.err.println(
        groups.count() == 0
            ? "requestpath: interrupted before the first fork ended: nothing is kept"
            : "requestpath: interrupted; "
                + groups.count()
                + " forks are kept, resume with --resume "
                + directory.path());
  }

  /** Whether the run to resume is complete. */
  private boolean isDone() {
    return settings.isResumed()
        && IntStream.rangeClosed(1, before + 1).allMatch(round -> schedule.round(round).isEmpty());
  }
}
