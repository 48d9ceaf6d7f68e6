package requestpath.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import requestpath.report.ComparisonWriter;
import requestpath.result.ResultException;

/** {@code compare}: what changed from one run to another. */
@Command(
    name = "java -jar target/benchmarks.jar compare",
    description =
        "%nCompares two runs, or two result files of JMH, row by row: by ratios to the baselines of"
            + " their own runs where rows have one, else by raw times. To compare two builds"
            + " honestly, measure both in one run with --against-jar.%n",
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0  no regression is shown",
      "  1  one is: a row is shown to be slower, with a ratio as --fail-on-regression says",
      "  2  called wrongly, or the runs cannot be compared",
      "  3  nothing can be judged: too few forks"
    })
final class CompareCommand {
  @Parameters(index = "0", paramLabel = "OLD", description = "A run's directory, or a JSON file.")
  Path old = Path.of("");

  @Parameters(index = "1", paramLabel = "NEW", description = "The same, later.")
  Path now = Path.of("");

  @Option(names = "--markdown", description = "As Markdown, for a pull request.")
  boolean markdown;

  @Option(
      names = "--fail-on-regression",
      paramLabel = "P%",
      defaultValue = "0%",
      description =
          "Exit with 1 only when a row is shown to be slower (by Holm's test over all rows, beyond"
              + " the noise) and its ratio new/old is 1 + P or more, wherever its interval ends; P"
              + " is ${DEFAULT-VALUE} unless given.")
  Percentage regression = new Percentage(0);

  @Option(
      names = "--noise",
      paramLabel = "P%",
      defaultValue = "1%",
      description = "A difference up to this counts as none (${DEFAULT-VALUE}).")
  Percentage noise = new Percentage(0.01);

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "This text.")
  boolean help;

  /**
   * Runs the subcommand.
   *
   * @param arguments what follows its name
   * @return the exit code: {@link Main#BAD_ANSWER} where a regression is shown (a row slower by
   *     Holm's test, beyond the noise, with a ratio of one more than the fraction asked for),
   *     {@link Main#NOT_JUDGED} where nothing could be judged
   * @throws ResultException when the runs cannot be compared
   */
  static int run(List<String> arguments, PrintStream out, PrintStream err) throws ResultException {
    CompareCommand command = new CompareCommand();
    CommandLine line = Arguments.into(command, arguments);
    if (command.help) {
      line.usage(out);
      return Main.DONE;
    }
    ComparisonWriter.Result result =
        ComparisonWriter.compare(
            command.old,
            command.now,
            command.noise.share(),
            command.regression.share(),
            command.markdown);
    out.print(result.text());
    if (!result.isJudged()) {
      err.println(
          "requestpath: nothing can be judged: no row has two forks on both sides; measure with -f 5"
              + " or more");
      return Main.NOT_JUDGED;
    }
    return result.regressions() > 0 ? Main.BAD_ANSWER : Main.DONE;
  }
}
