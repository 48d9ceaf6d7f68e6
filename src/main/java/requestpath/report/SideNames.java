package requestpath.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import requestpath.result.Interval;
import requestpath.result.JudgedSides;
import requestpath.result.SideLabels;
import requestpath.result.Verdict;

/**
 * What the two sides of a run are called, and what their comparison says. Ratios are the time of
 * the candidate relative to the base, as in every comparison of new with old.
 *
 * @param candidate such as {@code JDK 25.0.3}
 * @param base such as {@code JDK 17.0.15}
 */
record SideNames(String candidate, String base) {
  /** The names of both sides. */
  static SideNames of(Report report, JudgedSides sides) {
    SideLabels labels = report.run(sides.candidate()).sides();
    return new SideNames(labels.candidate(), labels.base());
  }

  /** Such as {@code JDK 25.0.3 against JDK 17.0.15}. */
  String title() {
    return capital(candidate + " against " + base);
  }

  private static String capital(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /** The time under the candidate relative to that under the base; larger than 1 is slower. */
  static double ratio(Verdict verdict) {
    return 1 / verdict.ratio();
  }

  /** The interval of that ratio. */
  static Interval interval(Verdict verdict) {
    return verdict.interval().inverse();
  }

  /** That ratio in words, as {@link Words#ratio(Verdict)} is. */
  static String ratioInWords(Verdict verdict) {
    return verdict.isInconclusive() ? Words.ratio(verdict) : interval(verdict).text(ratio(verdict));
  }

  /** Its interval in words; a dash for one that says nothing. */
  static String intervalInWords(Verdict verdict) {
    return verdict.isInconclusive() ? Words.interval(verdict) : interval(verdict).toString();
  }

  /**
   * What is found out about a variant, in a sentence without a full stop, such as {@code JDK 25.0.3
   * is 1.2x faster than JDK 17.0.15 (1.1 to 1.3x)}.
   */
  String sentence(Verdict verdict) {
    return Words.sentence(verdict.inverse(candidate), base);
  }

  /** What is found out about a group, in a sentence with its full stop. */
  String sentence(JudgedSides sides) {
    List<Verdict> judged = new ArrayList<>();
    for (JudgedSides.Line line : sides.lines()) {
      Verdict verdict = line.verdict();
      if (verdict != null) {
        judged.add(verdict.of(line.candidate().name()));
      }
    }
    if (judged.isEmpty()) {
      return "Too few forks for an interval: nothing is judged.";
    }
    List<Verdict> faster = differing(judged, false);
    List<Verdict> slower = differing(judged, true);
    if (faster.isEmpty() && slower.isEmpty()) {
      return "No difference between "
          + candidate
          + " and "
          + base
          + " is shown for "
          + (judged.size() == 1 ? judged.get(0).row() : "any of the " + judged.size() + " variants")
          + ".";
    }
    int same = judged.size() - faster.size() - slower.size();
    return capital(candidate)
        + " is "
        + Stream.of(part(faster, "faster", judged.size()), part(slower, "slower", judged.size()))
            .flatMap(Optional::stream)
            .reduce((left, right) -> left + ", and " + right)
            .orElse("")
        + (same == 0 ? "" : "; no difference is shown for " + same)
        + ".";
  }

  /**
   * The verdicts that show a difference, the largest first.
   *
   * @param isBaseFaster whether the base is the faster side
   */
  private static List<Verdict> differing(List<Verdict> judged, boolean isBaseFaster) {
    return judged.stream()
        .filter(verdict -> verdict.isDifferent() && verdict.isFaster() == isBaseFaster)
        .sorted(Comparator.comparingDouble(Verdict::factor).reversed())
        .toList();
  }

  private static String count(int some, int all) {
    return some == all ? "all " + all : some + " of " + all;
  }

  private static Optional<String> part(List<Verdict> verdicts, String how, int all) {
    if (verdicts.isEmpty()) {
      return Optional.empty();
    }
    Verdict first = verdicts.get(0);
    Interval interval = first.factorInterval();
    return Optional.of(
        how
            + " for "
            + (verdicts.size() == 1 ? first.row() : count(verdicts.size(), all) + " variants")
            + (verdicts.size() == 1 ? " (" : " (" + first.row() + " the most: ")
            + interval.text(first.factor())
            + ", "
            + interval.text(interval.low()).replace("x", "")
            + " to "
            + interval.text(interval.high())
            + ")");
  }
}
