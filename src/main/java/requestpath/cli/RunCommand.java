package requestpath.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;
import requestpath.codec.LibraryCatalogue;
import requestpath.harness.api.RefusedException;
import requestpath.harness.api.UsageException;
import requestpath.harness.machine.RecordedEnvironment;
import requestpath.harness.machine.Secrets;
import requestpath.harness.plan.Rounds;
import requestpath.harness.plan.Settings;
import requestpath.harness.run.JmhCommand;
import requestpath.payload.OwnPayload;
import requestpath.result.Arguments;

/** A run of benchmarks, or one of JMH's listings: our own options, all others are JMH's. */
@Command(
    name = "java -jar target/benchmarks.jar",
    customSynopsis = {
      "@|bold java -jar target/benchmarks.jar|@ [own options] [options of JMH] [regexp+]",
      "@|bold java -jar target/benchmarks.jar verify|@ [--library NAME] [--json]: what libraries do to your data",
      "@|bold java -jar target/benchmarks.jar report|@ RUN...: a page from one or several runs",
      "@|bold java -jar target/benchmarks.jar compare|@ OLD NEW: what changed",
      "@|bold java -jar target/benchmarks.jar profile|@ [regexp]: where time and bytes go%n"
    },
    descriptionHeading = "Examples:%n",
    description = {
      "%n  A first look at libraries that bind classes, in about ten minutes:",
      "    java -jar target/benchmarks.jar --quick 'JsonEncode.*toBytes'",
      "  A whole ranking, within half an hour:",
      "    java -jar target/benchmarks.jar JsonDecode --time-limit 30m",
      "  Two libraries:",
      "    java -jar target/benchmarks.jar JsonDecode -p library=JACKSON2,GSON",
      "  Your own JSON file:",
      "    java -jar target/benchmarks.jar OwnPayload -p file=orders.json",
      "  How this JDK compares with another one (the base):",
      "    java -jar target/benchmarks.jar JsonDecode --against-jvm JDK_HOME%n"
    },
    optionListHeading = "Own options:%n%n",
    sortOptions = false,
    footerHeading = "%nDefaults that differ from JMH's text below:%n",
    footer = {
      "  -f 5 -wi 30 -w 100ms -i 50 -r 20ms -bm avgt -to 5m -prof gc;",
      "  -f 7 -r 40ms for forks that run alone, one after the other; -f 0 is refused;",
      "  -v NORMAL prints iterations",
      "%nExit codes:",
      "  0  done",
      "  1  a variant failed, has a wrong result or (--fail-on-regression) is slower, or another"
          + " run holds the lock",
      "  2  wrong options: nothing has run",
      "  3  --fail-on-regression: nothing can be judged",
    })
final class RunCommand implements Callable<Integer> {
  private static final String OUT = "--out";
  private static final String RESUME = "--resume";
  private static final String STOCK = "--stock";

  @Option(
      names = "--quick",
      description = "A first look within minutes: three short forks of each variant.")
  boolean quick;

  @Option(
      names = "--fastest",
      description =
          "Only which is the fastest: after three rounds, variants that are shown to be slower"
              + " get no more forks.")
  boolean fastest;

  @Option(
      names = "--precision",
      paramLabel = "P%",
      defaultValue = "2%",
      description =
          "Without -f a variant gets more forks until its ratio to the baseline is known to +-P"
              + " (default: ${DEFAULT-VALUE}).")
  Percentage precision = new Percentage(0.02);

  @Option(
      names = "--min-rounds",
      paramLabel = "N",
      description = "Minimum forks per variant (default: the benchmark's own, usually 5).")
  Optional<Integer> minimum = Optional.empty();

  @Option(
      names = "--max-rounds",
      paramLabel = "N",
      description = "Maximum forks per variant without -f (default: 15).")
  Optional<Integer> maximum = Optional.empty();

  @Option(
      names = "--time-limit",
      paramLabel = "TIME",
      description =
          "The best ranking that fits in this time, e.g. 10m: at least two forks of each variant,"
              + " then more rounds where intervals are widest. --resume starts the time again.")
  Optional<Duration> timeLimit = Optional.empty();

  @Option(
      names = OUT,
      paramLabel = "DIR",
      description = "The run directory (default: runs/ and the time of day).")
  Optional<Path> out = Optional.empty();

  @Option(
      names = RESUME,
      paramLabel = "DIR",
      description = "Resume the interrupted run in this run directory: run only missing forks.")
  Optional<Path> resume = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description =
          "Seed for the order of variants in each round (default: a new one for each run).")
  Long seed = System.nanoTime();

  @Option(
      names = "--baseline",
      paramLabel = "NAME",
      description =
          "The variant that ratios refer to (default: JACKSON2, MSGPACK_CORE, or the form in the"
              + " source articles).")
  Optional<String> baseline = Optional.empty();

  @Mixin BaseOptions base = new BaseOptions();

  @Mixin ShardOptions shards = new ShardOptions();

  @Mixin TypeOptions ownTypes = new TypeOptions();

  @Option(
      names = "--no-interleave",
      description = "Run one fork after the other: forks do not take turns.")
  boolean alone;

  @Option(names = STOCK, description = "Run plain JMH, with its order, checks and exit codes.")
  boolean stock;

  @Option(names = "--help", description = "Print this text and JMH's options, as -h does.")
  boolean help;

  @Unmatched List<String> jmhArguments = new ArrayList<>();

  @Spec CommandSpec spec = CommandSpec.create();

  private final PrintStream standardOutput;
  private final PrintStream err;

  /** The command line, without the run directory. */
  private List<String> arguments = List.of();

  RunCommand(PrintStream standardOutput, PrintStream err) {
    this.standardOutput = standardOutput;
    this.err = err;
  }

  @Override
  public Integer call() throws UsageException, RefusedException, IOException {
    RunCommand command = started();
    if (command.help) {
      command.jmhArguments.add("-h");
    }
    if (command.stock) {
      JmhCommand.stock(command.jmhArguments);
      return Main.DONE;
    }
    if (JmhCommand.isHelp(command.jmhArguments)) {
      spec.commandLine().usage(standardOutput);
      JmhCommand.help(standardOutput);
      return Main.DONE;
    }
    if (command.shards.plan.isPresent()) {
      JmhCommand.shardPlan(
          command.jmhArguments, command.settings(), command.shards.plan.get(), standardOutput);
      return Main.DONE;
    }
    if (command.ownTypes.only) {
      JmhCommand.types(command.jmhArguments, command.settings()).forEach(standardOutput::println);
      return Main.DONE;
    }
    RunEnd end = new RunEnd();
    try {
      JmhCommand.run(command.jmhArguments, command.settings(), end, standardOutput, err);
    } catch (RefusedException failure) {
      // The failure decides on the exit code; what the gate found is said all the same.
      command.base.gate(end.directory(), standardOutput, err);
      throw failure;
    }
    return command.base.gate(end.directory(), standardOutput, err);
  }

  /**
   * This command, or with {@code --resume} the command that started the run.
   *
   * @throws UsageException when the run to resume was started with other options
   */
  RunCommand started() throws UsageException {
    requireOnlyStock();
    arguments =
        shards.numbered(
            Arguments.without(
                spec.commandLine().getParseResult().originalArgs(), List.of(OUT, RESUME)));
    OwnPayload.lookIn(Path.of(""));
    if (resume.isEmpty()) {
      return this;
    }
    if (out.isPresent()) {
      throw new UsageException("--out and --resume both name a run directory: leave one out");
    }
    Path directory = resume.get().toAbsolutePath();
    RecordedEnvironment recorded = RecordedEnvironment.in(directory);
    List<String> before = recorded.arguments();
    List<String> given = Secrets.hiddenIn(arguments);
    String started =
        "--resume "
            + directory
            + " was started with "
            + (before.isEmpty() ? "no options" : String.join(" ", before));
    if (given.isEmpty() && Secrets.areIn(before)) {
      throw new UsageException(
          started + ". Values that may be secret are not recorded: give the same options again");
    }
    if (!given.isEmpty() && !given.equals(before)) {
      throw new UsageException(
          started
              + ", and "
              + String.join(" ", given)
              + " is not the same: leave the options out, they are recorded");
    }
    CommandLine line = Main.commandLine(standardOutput, err);
    RunCommand again = line.getCommand();
    again.arguments = given.isEmpty() ? before : arguments;
    line.parseArgs(again.arguments.toArray(String[]::new));
    again.requireOnlyStock();
    again.resume = Optional.of(directory);
    again.seed = recorded.seed();
    OwnPayload.lookIn(recorded.directory());
    return again;
  }

  private void requireOnlyStock() {
    for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
      if (stock && !option.longestName().equals(STOCK)) {
        throw new ParameterException(
            spec.commandLine(),
            STOCK + " is plain JMH without " + option.longestName() + ": leave out one of the two");
      }
    }
  }

  /**
   * What the own options ask of the run.
   *
   * @throws UsageException when an option makes no sense
   */
  Settings settings() throws UsageException {
    Map<String, String> libraries = new LinkedHashMap<>();
    LibraryCatalogue.load()
        .libraries()
        .forEach(library -> libraries.put(library.artefact(), library.version()));
    return new Settings(
        rounds(),
        base.against(),
        baseline,
        resume.or(() -> out),
        resume.isPresent(),
        quick,
        !alone,
        shards.shard(),
        arguments,
        libraries,
        ownTypes.options());
  }

  private Rounds rounds() throws UsageException {
    try {
      return new Rounds(seed, precision.share(), minimum, maximum, timeLimit, fastest);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}
