package requestpath.harness.run;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import requestpath.harness.api.RefusedException;
import requestpath.harness.api.UsageException;
import requestpath.harness.machine.Environment;
import requestpath.harness.machine.Jvm;
import requestpath.harness.machine.JvmVariables;
import requestpath.harness.machine.Machine;
import requestpath.harness.machine.MachineLock;
import requestpath.harness.machine.PreFlight;
import requestpath.harness.machine.RecordedEnvironment;
import requestpath.harness.machine.Secrets;
import requestpath.harness.plan.FileRequirements;
import requestpath.harness.plan.JmhLine;
import requestpath.harness.plan.OwnTypesOfRun;
import requestpath.harness.plan.Plan;
import requestpath.harness.plan.Requirements;
import requestpath.harness.plan.Settings;
import requestpath.harness.plan.Shard;
import requestpath.harness.plan.ShardPlan;
import requestpath.harness.plan.SkippedListing;
import requestpath.text.StatusLine;

/** Checks the command line, the machine and the JVMs, and starts a run. */
final class Launch {
  /** How long CPU time is observed before the first fork. */
  private static final long OBSERVED_MILLIS = 300;

  private Launch() {}

  /**
   * Runs the benchmarks that the command line selects.
   *
   * @param line JMH's part of the command line
   * @param settings our own options
   * @param afterwards prints rankings and writes the page
   * @param standardOutput where to print, unless {@code -o} names a file
   * @param err where to print warnings
   * @throws UsageException when it was called wrongly; nothing has run then
   * @throws RefusedException when a fork failed, another run holds the lock or the results cannot
   *     be written; all results have been printed
   */
  static void run(
      JmhLine line,
      Settings settings,
      Afterwards afterwards,
      PrintStream standardOutput,
      PrintStream err)
      throws UsageException, RefusedException {
    CommandLineOptions options = line.options();
    FileRequirements.requireTemporaryDirectory(Path.of(System.getProperty("java.io.tmpdir")));
    Requirements.requireForks(options);
    Requirements.requireRaceAlone(options, settings);
    Requirements.requireProfilers(options);
    Optional<ResultFile> resultFile = ResultFile.of(options);
    FileRequirements.requireOutput(options);
    Plan whole = planned(line, settings);
    Optional<ShardPlan> split = Optional.empty();
    Plan plan = whole;
    if (settings.shard().isPresent()) {
      Shard shard = settings.shard().get();
      ShardPlan shards = ShardPlan.of(whole, shard.count());
      split = Optional.of(shards);
      plan = shards.part(whole, shard);
    }
    Requirements.requireTime(plan, settings.rounds());
    List<Jvm> jvms = new ArrayList<>();
    List<Jvm> candidates = new ArrayList<>();
    try (StatusLine status = StatusLine.onErrors()) {
      status.brieflyBegins("Checking the JVMs of the forks");
      for (List<String> arguments : plan.jvmArguments()) {
        jvms.add(Jvm.of(options, Optional.empty(), arguments));
        if (settings.against().isPresent()) {
          candidates.add(Jvm.of(options, settings.against(), arguments));
        }
      }
    }
    Jvm jvm = jvms.get(0);
    Optional<String> changed = JvmVariables.warning(jvm.variables());
    changed.ifPresent(sentence -> err.println("requestpath: warning: " + sentence));
    MachineLock lock = MachineLock.take();
    try (lock) {
      Machine machine = Machine.here();
      Optional<Double> load = Machine.load();
      List<Jvm> all = Stream.concat(jvms.stream(), candidates.stream()).toList();
      List<String> warnings = PreFlight.warnings(machine, all, load, stolenNow());
      Environment environment =
          new Environment(
              settings,
              machine,
              jvm,
              candidates.stream().findFirst(),
              plan.files(),
              Stream.concat(changed.stream(), warnings.stream()).toList());
      if (settings.shard().isPresent() && split.isPresent()) {
        environment.isPart(settings.shard().get(), split.get().groups());
      }
      RunDirectory directory = RunDirectory.of(settings);
      if (settings.isResumed()) {
        environment.resume(RecordedEnvironment.in(directory.path()));
      }
      PrintStream stream = FileRequirements.output(options, standardOutput);
      List<String> notices = notices(plan, options, settings, jvm, warnings);
      directory.elsewhereInWords(settings).ifPresent(notices::add);
      try {
        new Run(options, settings, plan, directory, resultFile, afterwards, stream)
            .go(environment, load, notices);
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

  /** Compiling types and trying them would disturb another run, so that the lock is held. */
  private static Plan planned(JmhLine line, Settings settings)
      throws UsageException, RefusedException {
    OwnTypesOfRun.requireUse(line.options(), settings.ownTypes());
    if (!OwnTypesOfRun.areNeeded(line.options())) {
      return Plan.of(line, settings);
    }
    OwnTypesOfRun.requireReadable(line);
    MachineLock lock = MachineLock.take();
    try (lock) {
      OwnTypesOfRun.prepare(line, settings.ownTypes());
      return Plan.of(line, settings);
    } catch (IOException e) {
      throw new RefusedException("the lock cannot be released (" + e.getMessage() + ")");
    }
  }

  private static double stolenNow() {
    Machine.Ticks before = Machine.ticks();
    try {
      TimeUnit.MILLISECONDS.sleep(OBSERVED_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Machine.ticks().stolenSince(before);
  }

  /** Sentences on what the user may not expect. */
  private static List<String> notices(
      Plan plan, CommandLineOptions options, Settings settings, Jvm jvm, List<String> warnings) {
    List<String> notices = new ArrayList<>();
    if (options.getParameter(Plan.FILE).hasValue()) {
      notices.addAll(SkippedListing.lines(plan));
    }
    settings
        .shard()
        .ifPresent(
            shard ->
                notices.add(
                    "Shard "
                        + shard
                        + " of a run: when all of them are done, report DIR... merges their run"
                        + " directories"));
    plan.unnamedInWords().ifPresent(notices::add);
    if (options.getForkCount().hasValue() && options.getForkCount().get() == 1) {
      notices.add("One fork of each variant gives no ranking: -f 5 gives one");
    }
    if (settings.isInterleaved()) {
      plan.aloneInWords().ifPresent(notices::add);
    }
    if (!jvm.replaced().isEmpty()) {
      notices.add(
          "Your JVM arguments replace the recipe's "
              + String.join(" ", jvm.replaced())
              + ": forks run with "
              + String.join(" ", Secrets.hiddenInEach(jvm.arguments())));
    }
    warnings.forEach(warning -> notices.add("Warning: " + warning));
    return notices;
  }
}
