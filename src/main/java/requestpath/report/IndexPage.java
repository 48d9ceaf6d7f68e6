package requestpath.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import requestpath.report.FirstScreen.Question;
import requestpath.report.FirstScreen.View;
import requestpath.result.RankedGroup;
import requestpath.result.RecordedRun;

/**
 * The index of a directory of published runs as a page: their answers side by side, and how each
 * run was made.
 *
 * @param policy the content security policy
 * @param styleMarkup the page's styles
 * @param first the answers of all runs
 * @param comparisons of the same work on several JDKs
 * @param runs in their order
 */
public record IndexPage(
    String policy,
    String styleMarkup,
    FirstScreen first,
    List<Page.Table> comparisons,
    List<Run> runs) {

  /**
   * A run.
   *
   * @param id of its row
   * @param name of its directory
   * @param page its page
   * @param markdown the same as Markdown
   * @param machine that it was made on; empty if not recorded
   * @param jdks that it measured
   * @param day when it began; empty if not recorded
   * @param command that made it
   * @param notes what to know before its figures, in sentences
   * @param answers in sentences, each with its question
   */
  public record Run(
      String id,
      String name,
      String page,
      String markdown,
      String machine,
      String jdks,
      String day,
      String command,
      List<String> notes,
      List<String> answers) {}

  /** The index of the runs of a report, in a directory that holds theirs. */
  static IndexPage of(Report report) {
    FirstScreen.Links links =
        new FirstScreen.Links(
            "#runs",
            group -> page(report, group) + "#groups",
            group -> page(report, group) + "#sides",
            // Whoever comes here first wants to know which library is the fastest.
            false);
    FirstScreen all = FirstScreen.of(report, links);
    List<Run> runs = new ArrayList<>();
    for (RecordedRun run : report.runs()) {
      runs.add(run(run, "run-" + runs.size(), links));
    }
    return new IndexPage(
        "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:;"
            + " style-src 'unsafe-inline'",
        HtmlPage.styles(),
        // Groups that are no answer have no place here: they are on the pages of their runs.
        all.withoutMore(),
        new PageTables(report).comparisons(),
        List.copyOf(runs));
  }

  private static String page(Report report, RankedGroup group) {
    return inDirectory(report.run(group), "report.html");
  }

  private static String inDirectory(RecordedRun run, String file) {
    return URLEncoder.encode(run.name(), UTF_8).replace("+", "%20") + "/" + file;
  }

  private static Run run(RecordedRun run, String id, FirstScreen.Links links) {
    Report alone = Report.of(List.of(run), "", Map.of());
    List<String> answers = new ArrayList<>();
    for (Question question : new Questions(alone, links).all()) {
      boolean hasTabs = question.views().size() > 1;
      for (View view : question.views()) {
        answers.add(
            question.title() + (hasTabs ? ", " + view.label() : "") + ": " + view.sentence());
      }
    }
    List<String> notes = new ArrayList<>();
    RunNotes.of(run, run.name()).forEach(note -> notes.add(note.sentence()));
    alone.judgement().controls().ifPresent(controls -> notes.add(Words.controls(controls) + "."));
    return new Run(
        id,
        run.name(),
        inDirectory(run, "report.html"),
        inDirectory(run, "report.md"),
        Provenance.machine(run.environment().machine()),
        Provenance.jdks(List.of(run)),
        Provenance.day(run.environment()),
        Commands.ofRun(run.environment().arguments()),
        List.copyOf(notes),
        List.copyOf(answers));
  }
}
