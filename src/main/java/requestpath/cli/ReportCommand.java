package requestpath.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.LogManager;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import requestpath.conformance.CheckResult;
import requestpath.conformance.Conformance;
import requestpath.conformance.Outcome.Verdict;
import requestpath.report.Behaviour;
import requestpath.report.PackedRun;
import requestpath.report.PublishedResults;
import requestpath.report.ReportWriter;
import requestpath.result.CompareBy;
import requestpath.result.MergedShards;
import requestpath.result.ResultException;
import requestpath.result.ResultFiles;
import requestpath.text.StatusLine;

/** {@code report}: writes one page from one or several runs. */
@Command(
    name = "report",
    description =
        "%nWrites a page that works offline (report.html), report.md and pictures. Reads run"
            + " directories and JMH result files (-rf json) of any project. Merges the shards of one"
            + " run (--shard) into a run directory.%n",
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0  done",
      "  1  shards are missing or not finished: the page has the others",
      "  2  wrong options, or a file cannot be read: nothing is written"
    })
final class ReportCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "RUN", description = "A run directory, or a JSON file.")
  List<Path> runs = new ArrayList<>();

  @Option(
      names = {"-o", "--out"},
      paramLabel = "DIR",
      description = "Where to write (default: ${DEFAULT-VALUE}).")
  Path directory = Path.of("report");

  @Option(
      names = "--baseline",
      paramLabel = "NAME",
      description = "The variant that ratios refer to, in every group that has it.")
  String baseline = "";

  @Option(
      names = "--compare-by",
      paramLabel = "WHAT",
      description =
          "What is compared with each other: class, method, or the values of a parameter (default:"
              + " what the run says, else libraries, else methods, else the first parameter that is"
              + " no number).")
  String compareBy = "";

  @Option(
      names = "--no-conformance",
      description = "Do not check conformance, which can take two minutes.")
  boolean skipsConformance;

  @Option(
      names = "--publish",
      description =
          "Write the data of RUN, the directory of one run, into DIR too: small enough for a"
              + " repository, with numbers of six digits, packed by gzip.")
  boolean publishes;

  @Option(
      names = "--index",
      description =
          "RUN is a directory of published runs: write the index into its README.md and"
              + " index.html, the main results into the README.md beside that directory, and"
              + " the tables of src/site/markdown/findings.md there, if there are any.")
  boolean index;

  private final PrintStream out;
  private final PrintStream err;

  ReportCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws ResultException {
    if (index) {
      for (Path published : runs) {
        PublishedResults.write(published);
        out.println(published.resolve("README.md") + " and index.html");
      }
      return Main.DONE;
    }
    if (publishes) {
      requireOneRun();
      PackedRun.write(runs.get(0), directory);
      // The page is named after its directory, and shows what the packed data say.
      runs = List.of(directory);
    }
    Optional<MergedShards> shards =
        MergedShards.areIn(runs) ? Optional.of(MergedShards.of(runs)) : Optional.empty();
    ReportWriter.requireWritable(directory);
    List<String> problems = List.of();
    Path page;
    try (StatusLine status = StatusLine.onErrors()) {
      Map<String, List<Behaviour>> behaviour =
          skipsConformance ? Map.of() : behaviour(withResults(runs), status);
      status.brieflyBegins("Writing the page");
      CompareBy what = new CompareBy(compareBy);
      if (shards.isPresent()) {
        problems = shards.get().problems();
        page = ReportWriter.write(shards.get(), directory, baseline, behaviour, what);
      } else {
        page = ReportWriter.write(runs, directory, baseline, behaviour, what);
      }
    }
    out.println(page + ", report.md and pictures beside it");
    if (shards.isPresent()) {
      out.println("The merged run directory: " + directory);
    }
    problems.forEach(problem -> err.println("requestpath: " + problem));
    return problems.isEmpty() ? Main.DONE : Main.BAD_ANSWER;
  }

  private void requireOneRun() throws ResultException {
    if (runs.size() > 1) {
      throw new ResultException("--publish takes one run, and these are " + runs.size());
    }
  }

  /** A shard that ended before its first fork has no results. */
  private static List<Path> withResults(List<Path> runs) {
    return runs.stream()
        .filter(run -> !Files.isDirectory(run) || ResultFiles.in(run).isPresent())
        .toList();
  }

  /**
   * Checks conformance of the variants of some runs in this JVM; takes up to two minutes.
   *
   * @param status says how much is done
   */
  static Map<String, List<Behaviour>> behaviour(List<Path> runs, StatusLine status)
      throws ResultException {
    List<String> variants = new ArrayList<>(ReportWriter.rows(runs));
    variants.retainAll(Conformance.rows());
    Map<String, List<Behaviour>> behaviour = new HashMap<>();
    if (variants.isEmpty()) {
      return behaviour;
    }
    status.begins(
        "Checking what "
            + (variants.size() == 1 ? "1 variant does" : variants.size() + " variants do")
            + " to data, for the page: up to two minutes");
    // Some libraries log what they are about to throw.
    LogManager.getLogManager().reset();
    for (CheckResult result : Conformance.check(variants, status::done)) {
      behaviour
          .computeIfAbsent(result.row(), none -> new ArrayList<>())
          .add(
              new Behaviour(
                  new Behaviour.Check(
                      result.format(),
                      result.names().id(),
                      result.names().subject(),
                      result.names().label(),
                      result.check()),
                  result.bindings().stream().map(Enum::name).toList(),
                  result.outcome().text(),
                  result.outcome().verdict() == Verdict.EQUAL));
    }
    return behaviour;
  }
}
