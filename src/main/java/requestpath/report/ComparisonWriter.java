package requestpath.report;

import java.nio.file.Path;
import java.util.List;
import requestpath.result.CompareBy;
import requestpath.result.RecordedRun;
import requestpath.result.ResultException;
import requestpath.result.RunComparison;

/** Prints a comparison of two runs, or of the sides of one, for a terminal or a pull request. */
public final class ComparisonWriter {
  private ComparisonWriter() {}

  /**
   * What is printed, and what it means.
   *
   * @param text of the comparison
   * @param regressions the variants that are shown to be slower and have a ratio of at least the
   *     requested size, each in a sentence without a full stop
   * @param judged how many variants could be judged
   */
  public record Result(String text, List<String> regressions, long judged) {
    /** Whether any variant could be judged. */
    public boolean isJudged() {
      return judged > 0;
    }
  }

  /** Compares two runs as they are grouped by themselves. */
  public static Result compare(
      Path old, Path now, double noise, double regression, boolean isMarkdown)
      throws ResultException {
    return compare(old, now, CompareBy.GUESS, noise, regression, isMarkdown);
  }

  /**
   * Compares two runs.
   *
   * @param old a run's directory or a JSON file of JMH
   * @param now the same, later
   * @param compareBy what variants with one heading differ in
   * @param noise a difference no larger than this fraction is none
   * @param regression a variant counts as a regression when it is shown to be slower (Holm's test
   *     over all variants, beyond the noise) and its ratio is at least one more than this fraction
   * @param isMarkdown whether the text is Markdown
   * @throws ResultException when a run cannot be understood, or they cannot be compared
   */
  public static Result compare(
      Path old, Path now, CompareBy compareBy, double noise, double regression, boolean isMarkdown)
      throws ResultException {
    RecordedRun before = RecordedRun.read(old).comparedBy(compareBy);
    RecordedRun after = RecordedRun.read(now).comparedBy(compareBy);
    CompareBy.requireSome(compareBy, List.of(before, after));
    RunComparison comparison = RunComparison.of(before, after, noise);
    return result(
        new ComparisonWords(
            comparison,
            comparison.regressions(regression),
            RunDifferences.of(before, after),
            "old",
            "new"),
        isMarkdown);
  }

  /** Compares the base of a run with its candidate as the run is grouped by itself. */
  public static Result compareSides(Path run, double noise, double regression, boolean isMarkdown)
      throws ResultException {
    return compareSides(run, CompareBy.GUESS, noise, regression, isMarkdown);
  }

  /**
   * Compares the base of a run with its candidate.
   *
   * @param run the directory of a run with two sides
   * @param compareBy as for two runs
   * @param noise a difference no larger than this fraction is none
   * @param regression as for two runs
   * @param isMarkdown whether the text is Markdown
   * @throws ResultException when the run cannot be understood, or has one side only
   */
  public static Result compareSides(
      Path run, CompareBy compareBy, double noise, double regression, boolean isMarkdown)
      throws ResultException {
    RecordedRun recorded = RecordedRun.read(run).comparedBy(compareBy);
    CompareBy.requireSome(compareBy, List.of(recorded));
    RunComparison comparison = RunComparison.ofSides(recorded, noise);
    return result(
        new ComparisonWords(
            comparison,
            comparison.regressions(regression),
            RunDifferences.ofSides(recorded),
            "base",
            "candidate"),
        isMarkdown);
  }

  private static Result result(ComparisonWords words, boolean isMarkdown) {
    return new Result(
        isMarkdown ? ComparisonMarkdown.of(words) : ComparisonText.of(words),
        words.regressionSentences().stream().map(ComparisonText::printable).toList(),
        words.comparison().judged());
  }
}
