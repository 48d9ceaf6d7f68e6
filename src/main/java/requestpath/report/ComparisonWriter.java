package requestpath.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import requestpath.result.Interval;
import requestpath.result.RecordedRun;
import requestpath.result.ResultException;
import requestpath.result.RunComparison;
import requestpath.result.RunComparison.Kind;
import requestpath.result.RunComparison.Line;
import requestpath.text.Figures;
import requestpath.text.TextTable;

/** Prints a comparison of two runs, for a terminal or a pull request. */
public final class ComparisonWriter {
  private ComparisonWriter() {}

  private static final List<String> HEADINGS =
      List.of(
          "variant",
          "old",
          "new",
          "old time ratio",
          "new time ratio",
          "time new/old",
          "95% interval",
          "");

  /**
   * What is printed, and what it means.
   *
   * @param text of the comparison
   * @param regressions how many rows are shown to be slower and have a ratio of at least the
   *     requested size
   * @param isJudged whether any row could be judged
   */
  public record Result(String text, int regressions, boolean isJudged) {}

  /**
   * Compares two runs.
   *
   * @param old a run's directory or a JSON file of JMH
   * @param now the same, later
   * @param noise a difference no larger than this fraction is none
   * @param regression a row counts as a regression when it is shown to be slower (Holm's test over
   *     all rows, beyond the noise) and its ratio is at least one more than this fraction
   * @param isMarkdown whether the text is Markdown
   * @throws ResultException when a run cannot be understood, or they cannot be compared
   */
  public static Result compare(
      Path old, Path now, double noise, double regression, boolean isMarkdown)
      throws ResultException {
    RecordedRun before = RecordedRun.read(old);
    RecordedRun after = RecordedRun.read(now);
    RunComparison comparison = RunComparison.of(before, after, noise);
    List<String> notes = notes(comparison, RunDifferences.of(before, after));
    List<Line> regressions = comparison.regressions(regression);
    String text =
        isMarkdown
            ? markdown(comparison, regressions, notes)
            : text(comparison, regressions, notes);
    return new Result(text, regressions.size(), comparison.judged() > 0);
  }

  /** The comparison in a sentence or two. */
  private static String summary(RunComparison comparison, List<Line> regressions) {
    List<Line> changes = comparison.changes();
    long slower = changes.stream().filter(line -> line.ratio() > 1).count();
    String what =
        comparison.judged() == 0
            ? "Nothing can be judged: no variant has two forks in both runs."
            : changes.isEmpty()
                ? "No difference shown in " + rows(comparison.judged()) + "."
                : "Of "
                    + rows(comparison.judged())
                    + " "
                    + slower
                    + " shown to be slower, "
                    + (changes.size() - slower)
                    + " to be faster.";
    return what + (regressions.isEmpty() ? "" : " Regressions: " + regressions.size() + ".");
  }

  /** A sentence to begin with if a baseline moved; empty if none did. */
  private static String movedBaselines(RunComparison comparison) {
    List<Line> moved = comparison.movedBaselines();
    if (moved.isEmpty()) {
      return "";
    }
    double[] times = moved.stream().mapToDouble(Line::rawTime).sorted().toArray();
    String range =
        Figures.ratio(times[0])
            + (times.length == 1 ? "" : " to " + Figures.ratio(times[times.length - 1]));
    return "The baseline moved in "
        + moved.size()
        + (moved.size() == 1 ? " group" : " groups")
        + ": it takes "
        + range
        + " its old time. A ratio to it does not show whether the variant itself became slower: see"
        + " the old and new times.";
  }

  private static String rows(long count) {
    return count + (count == 1 ? " variant" : " variants");
  }

  /** How the runs were compared, and how they differ apart from the results. */
  private static List<String> notes(RunComparison comparison, List<String> differences) {
    List<String> notes = new ArrayList<>(differences);
    boolean hasRatios = comparison.lines().stream().anyMatch(line -> line.kind() == Kind.RATIO);
    boolean hasRaw = comparison.lines().stream().anyMatch(line -> line.kind() == Kind.RAW);
    if (hasRatios) {
      notes.add(
          "Variants are compared by their ratios to the baseline of their own run, so that a slower"
              + " machine makes no variant slower. A variant whose raw time fell is no regression");
    }
    if (hasRaw) {
      notes.add(
          (hasRatios ? "Variants without a baseline of their own in both runs" : "All variants")
              + " are compared by raw times, which also depend on the state of the machine;"
              + " --against-jar measures both in one run");
    }
    if (!hasRatios && !hasRaw) {
      return notes;
    }
    notes.add(
        "Ratios are ratios of times, also for throughput: less is faster. Intervals are 95%"
            + " confidence intervals, adjusted for the number of variants (Bonferroni). Holm's test"
            + " over all variants says which differ; it finds a little more than the intervals"
            + " show. A difference up to "
            + Figures.percent(comparison.noise())
            + " counts as noise");
    return notes;
  }

  private static List<String> cells(RunComparison comparison, Line line) {
    Interval interval = line.interval();
    return List.of(
        line.title(),
        Figures.plain(line.old().value()),
        Figures.plain(line.now().value()) + " " + line.unit(),
        Figures.ratio(line.old().ratio()),
        Figures.ratio(line.now().ratio()),
        line.isInconclusive()
            ? "–"
            : interval == null ? Figures.ratio(line.ratio()) : interval.text(line.ratio()),
        interval == null || line.isInconclusive() ? "–" : interval.toString(),
        verdict(comparison, line));
  }

  private static String verdict(RunComparison comparison, Line line) {
    String relative = line.kind() == Kind.RATIO ? " relative to " + line.baseline() : "";
    String verdict =
        switch (line.kind()) {
          case BASELINE -> "the baseline";
          case NOT_JUDGED -> "not judged: too few forks";
          case RATIO, RAW ->
              line.isInconclusive()
                  ? "inconclusive (" + Math.min(line.old().forks(), line.now().forks()) + " forks)"
                  : !line.isDifferent(comparison.noise())
                      ? "no difference shown"
                      : (line.ratio() > 1 ? "SLOWER" : "faster") + relative;
        };
    if (line.isDifferent(comparison.noise()) && line.isOnlyByHolm()) {
      verdict += ", " + Words.ONLY_BY_HOLM;
    }
    if (line.hasOtherAllocation()) {
      verdict += ", B/op " + Figures.ratio(line.allocation());
    }
    return verdict;
  }

  private static String text(RunComparison comparison, List<Line> regressions, List<String> notes) {
    StringBuilder text = new StringBuilder();
    String moved = movedBaselines(comparison);
    text.append(moved.isEmpty() ? "" : "# " + moved + "\n");
    notes.forEach(note -> text.append("# ").append(printable(note)).append('\n'));
    text.append('\n');
    List<List<String>> table = new ArrayList<>(List.of(HEADINGS));
    comparison
        .lines()
        .forEach(
            line ->
                table.add(
                    cells(comparison, line).stream().map(ComparisonWriter::printable).toList()));
    new TextTable(table).lines().forEach(line -> text.append(line).append('\n'));
    onlyIn(text, "the old run", comparison.onlyOld(), "  ");
    onlyIn(text, "the new run", comparison.onlyNew(), "  ");
    return text.append('\n').append(summary(comparison, regressions)).append('\n').toString();
  }

  private static void onlyIn(StringBuilder text, String where, List<String> titles, String mark) {
    if (!titles.isEmpty()) {
      text.append("\nOnly in ").append(where).append(":\n\n");
      titles.forEach(title -> text.append(mark).append(printable(title)).append('\n'));
    }
  }

  /** Without characters that a terminal would obey. */
  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  private static String markdown(
      RunComparison comparison, List<Line> regressions, List<String> notes) {
    StringBuilder text = new StringBuilder("### Benchmarks compared\n\n");
    String moved = movedBaselines(comparison);
    text.append(moved.isEmpty() ? "" : "**" + Markdown.escape(moved) + "**\n\n");
    text.append("**").append(summary(comparison, regressions)).append("**\n\n");
    notes.forEach(note -> text.append("- ").append(Markdown.escape(note)).append('\n'));
    text.append('\n');
    if (!comparison.changes().isEmpty()) {
      table(text, comparison, comparison.changes());
    }
    List<Line> others = new ArrayList<>(comparison.lines());
    others.removeAll(comparison.changes());
    if (!others.isEmpty()) {
      text.append("<details><summary>").append(rows(others.size()));
      text.append(" without a difference shown</summary>\n\n");
      table(text, comparison, others);
      text.append("</details>\n");
    }
    onlyIn(text, "the old run", comparison.onlyOld().stream().map(Markdown::escape).toList(), "- ");
    onlyIn(text, "the new run", comparison.onlyNew().stream().map(Markdown::escape).toList(), "- ");
    return text.toString();
  }

  private static void table(StringBuilder text, RunComparison comparison, List<Line> lines) {
    text.append(Markdown.line(HEADINGS));
    text.append("| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |\n");
    for (Line line : lines) {
      text.append(Markdown.line(cells(comparison, line).stream().map(Markdown::escape).toList()));
    }
    text.append('\n');
  }
}
