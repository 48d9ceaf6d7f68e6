package requestpath.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import requestpath.conformance.CheckResult;
import requestpath.conformance.Conformance;
import requestpath.conformance.Outcome.Verdict;
import requestpath.report.Behaviour;
import requestpath.report.PublishedResults;
import requestpath.report.ReportWriter;
import requestpath.result.ResultException;

/** {@code report}: one page from one or several runs. */
@Command(
    name = "java -jar target/benchmarks.jar report",
    description =
        "%nMakes a page that works offline (report.html), report.md and pictures from runs: from"
            + " directories of runs, or from any result file of JMH (-rf json), of whatever"
            + " project.%n",
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0  done",
      "  2  called wrongly, or a file cannot be understood: nothing is written"
    })
final class ReportCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "RUN",
      description = "A run's directory, or a JSON file.")
  List<Path> runs = new ArrayList<>();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "DIR",
      description = "Where it goes (${DEFAULT-VALUE}).")
  Path directory = Path.of("report");

  @Option(
      names = "--baseline",
      paramLabel = "NAME",
      description = "The row that ratios refer to, in every group that has it.")
  String baseline = "";

  @Option(
      names = "--no-fidelity",
      description = "Do not ask the libraries what they do to data, which can take two minutes.")
  boolean skipsConformance;

  @Option(
      names = "--no-charts",
      description =
          "A page without the chart library, a megabyte smaller; its tables hold the same.")
  boolean skipsCharts;

  @Option(
      names = "--index",
      description =
          "RUN is a folder of published runs: writes its index, README.md, and the answers into the"
              + " README beside the folder.")
  boolean index;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "This text.")
  boolean help;

  /**
   * The page of a run that is complete, in its directory. Whatever goes wrong is told in a
   * sentence, for the run's figures are safe; what libraries do to data is skipped of the page when
   * it cannot be asked, and of a first look, as asking takes a minute or two.
   */
  static String ofRun(Path directory, boolean isQuick) {
    try {
      Map<String, List<Behaviour>> facts = new HashMap<>();
      String without = "";
      try {
        if (!isQuick) {
          facts = facts(List.of(directory));
        }
      } catch (RuntimeException | LinkageError e) {
        without =
            " (without what the libraries do to data, which could not be asked: "
                + oneLine(e)
                + ")";
      }
      return "The page: " + ReportWriter.write(directory, facts) + without;
    } catch (ResultException e) {
      return "There is no page: " + e.getMessage();
    } catch (RuntimeException e) {
      return "There is no page, by a mistake of this program: "
          + oneLine(e)
          + "; the run is complete without it";
    }
  }

  private static String oneLine(Throwable problem) {
    return problem.toString().lines().findFirst().orElse("");
  }

  /**
   * Runs the subcommand.
   *
   * @param arguments what follows its name
   * @throws ResultException when a run cannot be understood or the report not be written
   */
  static void run(List<String> arguments, PrintStream out) throws ResultException {
    ReportCommand command = new ReportCommand();
    CommandLine line = Arguments.into(command, arguments);
    if (command.help) {
      line.usage(out);
      return;
    }
    if (command.index) {
      for (Path folder : command.runs) {
        PublishedResults.write(folder);
        out.println(folder.resolve("README.md"));
      }
      return;
    }
    ReportWriter.requireWritable(command.directory);
    Path page =
        ReportWriter.write(
            command.runs,
            command.directory,
            command.baseline,
            command.skipsConformance ? Map.of() : facts(command.runs),
            !command.skipsCharts);
    out.println(page + ", report.md and pictures beside it");
  }

  /** What the libraries of some runs do to data, asked in this JVM; takes up to two minutes. */
  private static Map<String, List<Behaviour>> facts(List<Path> runs) throws ResultException {
    List<String> rows = new ArrayList<>(ReportWriter.rows(runs));
    rows.retainAll(Conformance.rows());
    Map<String, List<Behaviour>> facts = new HashMap<>();
    if (rows.isEmpty()) {
      return facts;
    }
    System.err.println(
        "# Checking what "
            + rows.size()
            + " variants do to data, which can take two minutes (report --no-fidelity skips it)");
    // Some libraries log what they are about to throw.
    LogManager.getLogManager().reset();
    for (CheckResult result : Conformance.check(rows)) {
      facts
          .computeIfAbsent(result.row(), none -> new ArrayList<>())
          .add(
              new Behaviour(
                  result.check(),
                  result.bindings().stream().map(Enum::name).toList(),
                  result.outcome().text(),
                  result.outcome().verdict() == Verdict.EQUAL));
    }
    return facts;
  }
}
