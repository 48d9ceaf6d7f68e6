package requestpath.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import requestpath.report.ComparisonWriter;
import requestpath.result.CompareBy;
import requestpath.result.ResultException;

/** {@code compare}: what changed from one run to another. */
@Command(
    name = "compare",
    description =
        "%nCompares two runs, or two JMH result files, or the two sides of one run. Variants of two"
            + " runs that have a baseline are compared by their ratios to the baseline of their own"
            + " run, all others by their times. To compare two builds, measure both in one run with"
            + " --against-jar, and compare the sides of that run.%n",
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0  no regression is shown",
      "  1  a regression is shown: see --fail-on-regression",
      "  2  wrong options, or the runs cannot be compared",
      "  3  nothing can be judged: too few forks"
    })
final class CompareCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "OLD",
      description = "A run directory, or a JSON file. Alone: a run with --against-*.")
  Path old = Path.of("");

  @Parameters(index = "1", arity = "0..1", paramLabel = "NEW", description = "The later run.")
  Optional<Path> now = Optional.empty();

  @Option(names = "--markdown", description = "Print Markdown, for a pull request.")
  boolean markdown;

  @Option(
      names = "--fail-on-regression",
      paramLabel = "P%",
      defaultValue = "0%",
      description =
          "Exit with 1 only if a variant is shown to be slower (by Holm's test, beyond the noise)"
              + " and its ratio new/old is 1 + P or more (default: ${DEFAULT-VALUE}).")
  Percentage regression = new Percentage(0);

  @Option(
      names = "--noise",
      paramLabel = "P%",
      defaultValue = "1%",
      description = "Ignore differences up to P (default: ${DEFAULT-VALUE}).")
  Percentage noise = new Percentage(0.01);

  @Option(
      names = "--compare-by",
      paramLabel = "WHAT",
      description =
          "What is compared with each other: class, method, or the values of a parameter (default:"
              + " as in the report of NEW). Variants that the runs did not rank with each other are"
              + " compared by their times.")
  String compareBy = "";

  private final PrintStream out;
  private final PrintStream err;

  CompareCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws ResultException {
    double atLeast = regression.share();
    CompareBy by = new CompareBy(compareBy);
    ComparisonWriter.Result result =
        now.isPresent()
            ? ComparisonWriter.compare(old, now.get(), by, noise.share(), atLeast, markdown)
            : ComparisonWriter.compareSides(old, by, noise.share(), atLeast, markdown);
    out.print(result.text());
    if (!result.isJudged()) {
      err.println(
          "requestpath: nothing can be judged: too few forks, or intervals that are too wide; measure"
              + " with -f 5 or more");
      return Main.NOT_JUDGED;
    }
    return result.regressions().isEmpty() ? Main.DONE : Main.BAD_ANSWER;
  }
}
