package requestpath.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;
import requestpath.measure.Rounds;
import requestpath.measure.UsageException;

/** The options that are ours; all others are JMH's. */
@Command(
    name = "java -jar target/benchmarks.jar",
    customSynopsis = {
      "@|bold java -jar target/benchmarks.jar|@ [own options] [options of JMH] [regexp+]",
      "@|bold java -jar target/benchmarks.jar verify|@ [--json]: what each library does to your data%n"
    },
    optionListHeading = "Own options:%n%n",
    footerHeading = "%nDefaults, where JMH's text above says otherwise:%n",
    footer = {
      "  -f 7 -wi 30 -w 100ms -i 50 -r 40ms -bm avgt -prof gc; -f 0 is refused",
      "%nExit codes:",
      "  0  done",
      "  1  the answer is bad: a fork was lost, a variant is wrong; or another run holds the machine",
      "  2  called wrongly: nothing has run",
    })
final class OwnOptions {
  private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d+)?)%");

  @Option(
      names = "--stock",
      description = "Plain JMH: its order, its checks, its exit codes, nothing of ours.")
  boolean stock;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Draws the order of each round; another one for each run unless given.")
  long seed = System.nanoTime();

  @Option(
      names = "--precision",
      paramLabel = "P%",
      defaultValue = "2%",
      description =
          "Without -f a row goes on after its seven forks until the interval of its ratio to the"
              + " baseline reaches at most so far to either side (${DEFAULT-VALUE}).")
  String precision = "2%";

  @Option(
      names = "--max-rounds",
      paramLabel = "N",
      defaultValue = "15",
      description = "No row gets more forks than this without -f (${DEFAULT-VALUE}).")
  int maximum = 15;

  @Option(names = "--help", description = "As -h: these options and JMH's.")
  boolean help;

  @Unmatched List<String> jmhArguments = new ArrayList<>();

  /**
   * How the run goes through its rounds.
   *
   * @throws UsageException when an option makes no sense
   */
  Rounds rounds() throws UsageException {
    Matcher percent = PERCENT.matcher(precision);
    if (!percent.matches()) {
      throw new UsageException("--precision " + precision + " is no share: write it as 2%");
    }
    try {
      return new Rounds(seed, Double.parseDouble(percent.group(1)) / 100, maximum);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}
