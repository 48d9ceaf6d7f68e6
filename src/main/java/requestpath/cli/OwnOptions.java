package requestpath.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Unmatched;
import requestpath.codec.LibraryCatalogue;
import requestpath.harness.api.UsageException;
import requestpath.harness.machine.Secrets;
import requestpath.harness.plan.Against;
import requestpath.harness.plan.Rounds;
import requestpath.harness.plan.Settings;
import requestpath.harness.run.RunCommand;
import requestpath.payload.OwnPayload;

/** The options that are ours; all others are JMH's. */
@Command(
    name = "java -jar target/benchmarks.jar",
    customSynopsis = {
      "@|bold java -jar target/benchmarks.jar|@ [own options] [options of JMH] [regexp+]",
      "@|bold java -jar target/benchmarks.jar verify|@ [--library NAME] [--json]: what libraries do to your data",
      "@|bold java -jar target/benchmarks.jar report|@ RUN…: a page from one or several runs",
      "@|bold java -jar target/benchmarks.jar compare|@ OLD NEW: what changed",
      "@|bold java -jar target/benchmarks.jar profile|@ [regexp]: where a row's time and bytes go%n"
    },
    optionListHeading = "Own options:%n%n",
    sortOptions = false,
    footerHeading = "%nDefaults, where JMH's text above says otherwise:%n",
    footer = {
      "  -f 7 -wi 30 -w 100ms -i 50 -r 40ms -bm avgt -prof gc; -f 0 is refused; -v NORMAL prints iterations",
      "%nExit codes:",
      "  0  done",
      "  1  the answer is bad: a row was given up, a variant is wrong; or another run holds the machine",
      "  2  called wrongly: nothing has run",
    })
final class OwnOptions {
  private static final String OUT = "--out";
  private static final String RESUME = "--resume";
  private static final String STOCK = "--stock";

  @Option(
      names = "--quick",
      description =
          "A first look within minutes: three short forks of each row, and verdicts that name"
              + " classes alone.")
  boolean quick;

  @Option(
      names = "--precision",
      paramLabel = "P%",
      defaultValue = "2%",
      description =
          "Without -f a row goes on after its seven forks until the interval of its ratio to the"
              + " baseline reaches at most so far to either side (${DEFAULT-VALUE}).")
  Percentage precision = new Percentage(0.02);

  @Option(
      names = "--min-rounds",
      paramLabel = "N",
      description = "No row rests with fewer forks than this (what its recipe says, mostly 7).")
  @Nullable Integer minimum;

  @Option(
      names = "--max-rounds",
      paramLabel = "N",
      description = "No row gets more forks than this without -f (15).")
  @Nullable Integer maximum;

  @Option(
      names = "--time-limit",
      paramLabel = "TIME",
      description =
          "The best ranking that fits in this time, such as 10m: at least two forks of each variant,"
              + " then more rounds where intervals are widest. With --resume the time starts again.")
  @Nullable Duration timeLimit;

  @Option(
      names = OUT,
      paramLabel = "DIR",
      description = "Where the run is kept, fork by fork (runs/ and the time of day).")
  @Nullable Path out;

  @Option(
      names = RESUME,
      paramLabel = "DIR",
      description = "Goes on with a run that was cut off: only what is missing is measured.")
  @Nullable Path resume;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Draws the order of each round; another one for each run unless given.")
  @Nullable Long seed;

  @Option(
      names = "--baseline",
      paramLabel = "NAME",
      description =
          "The row that ratios refer to (JACKSON2, MSGPACK_CORE, or the documents' own form).")
  @Nullable String baseline;

  @Option(
      names = "--against-jvm",
      paramLabel = "HOME",
      description = "Every row twice in the same rounds, the second time under this JDK.")
  @Nullable String againstJvm;

  @Option(
      names = "--against-jar",
      paramLabel = "JAR",
      description = "The same with another build of this jar.")
  @Nullable String againstJar;

  @Option(
      names = "--against-args",
      paramLabel = "'ARGS'",
      description = "The same with these arguments added to those of the JVM.")
  @Nullable String againstArguments;

  @Option(
      names = STOCK,
      description = "Plain JMH: its order, its checks, its exit codes, nothing of ours.")
  boolean stock;

  @Option(names = "--help", description = "As -h: these options and JMH's.")
  boolean help;

  @Unmatched List<String> jmhArguments = new ArrayList<>();

  /** The command line but where the run is kept. */
  private List<String> arguments = List.of();

  /**
   * Parses a command line; that of a run to go on with is the one that it was started with.
   *
   * @throws UsageException when the run in the folder was started with another
   */
  static OwnOptions parse(List<String> arguments) throws UsageException {
    OwnOptions own = parsed(arguments);
    own.arguments = withoutFolders(arguments);
    OwnPayload.lookIn(Path.of(""));
    if (own.resume == null) {
      return own;
    }
    if (own.out != null) {
      throw new UsageException("--out and --resume both name where the run is kept: name one");
    }
    Path folder = own.resume.toAbsolutePath();
    List<String> recorded = RunCommand.recordedArguments(folder);
    List<String> given = Secrets.hiddenIn(own.arguments);
    if (given.isEmpty() && Secrets.areIn(recorded)) {
      throw new UsageException(
          "--resume "
              + folder
              + " was started with "
              + String.join(" ", recorded)
              + ", where values that may be secret are not recorded: give the same options again");
    }
    if (!given.isEmpty() && !given.equals(recorded)) {
      throw new UsageException(
          "--resume "
              + folder
              + " was started with "
              + (recorded.isEmpty() ? "no options" : String.join(" ", recorded))
              + ", and "
              + String.join(" ", given)
              + " is not the same: leave the options out, it has its own");
    }
    List<String> same = given.isEmpty() ? recorded : own.arguments;
    OwnOptions again = parsed(same);
    again.arguments = same;
    again.resume = folder;
    OwnPayload.lookIn(RunCommand.recordedDirectory(folder));
    again.seed = RunCommand.recordedSeed(folder);
    return again;
  }

  private static OwnOptions parsed(List<String> arguments) throws UsageException {
    OwnOptions own = new OwnOptions();
    ParseResult given = Arguments.reader(own).parseArgs(arguments.toArray(String[]::new));
    if (own.stock) {
      for (OptionSpec option : given.matchedOptions()) {
        if (!option.longestName().equals(STOCK)) {
          throw new UsageException(
              STOCK
                  + " is plain JMH, which knows no "
                  + option.longestName()
                  + ": leave out one of the two");
        }
      }
    }
    if (own.seed == null) {
      own.seed = System.nanoTime();
    }
    return own;
  }

  private static List<String> withoutFolders(List<String> arguments) {
    List<String> others = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals(OUT) || argument.equals(RESUME)) {
        i++;
      } else if (!argument.startsWith(OUT + "=") && !argument.startsWith(RESUME + "=")) {
        others.add(argument);
      }
    }
    return List.copyOf(others);
  }

  /**
   * What they ask of the run.
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
        Against.of(
            Optional.ofNullable(againstJvm),
            Optional.ofNullable(againstJar),
            Optional.ofNullable(againstArguments)),
        Optional.ofNullable(baseline),
        Optional.ofNullable(resume == null ? out : resume),
        resume != null,
        quick,
        arguments,
        libraries);
  }

  private Rounds rounds() throws UsageException {
    try {
      return new Rounds(
          seed == null ? 0 : seed,
          precision.share(),
          Optional.ofNullable(minimum),
          Optional.ofNullable(maximum),
          Optional.ofNullable(timeLimit));
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}
