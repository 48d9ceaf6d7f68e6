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
import requestpath.fidelity.Answer.Verdict;
import requestpath.fidelity.Fidelity;
import requestpath.fidelity.Finding;
import requestpath.report.Fact;
import requestpath.report.PublishedResults;
import requestpath.report.ReportException;
import requestpath.report.ReportWriter;

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
  boolean skipsFidelity;

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
   * sentence, for the run's figures are safe; what libraries do to data is left out of the page
   * when it cannot be asked, and of a first look, as asking takes a minute or two.
   */
  static String ofRun(Path directory, boolean isQuick) {
    try {
      Map<String, List<Fact>> facts = new HashMap<>();
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
    } catch (ReportException e) {
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
   * @throws ReportException when a run cannot be understood or the report not be written
   */
  static void run(List<String> arguments, PrintStream out) throws ReportException {
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
    Path page =
        ReportWriter.write(
            command.runs,
            command.directory,
            command.baseline,
            command.skipsFidelity ? Map.of() : facts(command.runs),
            !command.skipsCharts);
    out.println(page + ", report.md and pictures beside it");
  }

  /** What the libraries of some runs do to data, asked in this JVM; takes up to two minutes. */
  private static Map<String, List<Fact>> facts(List<Path> runs) throws ReportException {
    List<String> rows = new ArrayList<>(ReportWriter.rows(runs));
    rows.retainAll(Fidelity.rows());
    Map<String, List<Fact>> facts = new HashMap<>();
    if (rows.isEmpty()) {
      return facts;
    }
    System.err.println(
        "# Checking what "
            + rows.size()
            + " variants do to data, which can take two minutes (report --no-fidelity skips it)");
    // Some libraries log what they are about to throw.
    LogManager.getLogManager().reset();
    for (Finding finding : Fidelity.ask(rows)) {
      facts
          .computeIfAbsent(finding.row(), none -> new ArrayList<>())
          .add(
              new Fact(
                  finding.question(),
                  finding.bindings().stream().map(Enum::name).toList(),
                  finding.answer().text(),
                  finding.answer().verdict() == Verdict.EQUAL));
    }
    return facts;
  }
}
