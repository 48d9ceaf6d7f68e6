package requestpath.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import requestpath.result.Flag;
import requestpath.result.HandwrittenReference;
import requestpath.result.Interval;
import requestpath.result.Judgement;
import requestpath.result.RankedGroup;
import requestpath.result.RankedVariant;
import requestpath.result.Verdict;
import requestpath.text.Figures;

/** Results in words, which are the same on the terminal, in Markdown and on the page. */
final class Words {
  private static final String NONE = "–";

  private Words() {}

  /** Such as {@code A, B and C}. */
  static String listed(List<String> names) {
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  /**
   * A verdict in a sentence without a full stop, such as {@code FASTJSON2 is 2.3x faster than
   * JACKSON2 (2.2 to 2.4x)}.
   *
   * @param baseline the name of what it is compared with
   */
  static String sentence(Verdict verdict, String baseline) {
    return qualified(
        verdict,
        baseline,
        verdict.isDifferent()
            ? name(verdict) + " is " + faster(verdict, baseline)
            : name(verdict)
                + ": no difference from "
                + baseline
                + " shown ("
                + range(verdict.interval())
                + " its time)");
  }

  /** A sentence with its reservations, or another one if the verdict is inconclusive. */
  private static String qualified(Verdict verdict, String other, String sentence) {
    return (verdict.isInconclusive()
            ? name(verdict) + ": " + inconclusive(verdict) + " against " + other
            : sentence)
        + (verdict.isOnlyByHolm() ? ", " + ONLY_BY_HOLM : "")
        + (verdict.reversedByMean() ? "; by the mean it is the other way round" : "");
  }

  /**
   * A verdict in the cell of a table, with its reservation if there is one.
   *
   * @param less what to say if less time is shown; may be empty
   * @param more the same for more time
   */
  static List<String> verdict(Verdict verdict, String less, String more) {
    List<String> words = new ArrayList<>();
    words.add(
        verdict.isInconclusive()
            ? "inconclusive"
            : !verdict.isDifferent() ? "no difference shown" : verdict.isFaster() ? less : more);
    words.removeIf(String::isEmpty);
    if (verdict.isOnlyByHolm()) {
      words.add(ONLY_BY_HOLM);
    }
    return words;
  }

  /** What a control says, such as {@code is 0.98x of itself [0.97, 0.99]}. */
  static String control(Verdict control) {
    return "is "
        + ratio(control)
        + (control.isInconclusive() ? "" : " of itself " + interval(control));
  }

  /** Such as {@code 2.3x faster than JACKSON2 (2.2 to 2.4x)}. */
  static String faster(Verdict verdict, String baseline) {
    Interval interval = verdict.factorInterval();
    return interval.text(verdict.factor())
        + (verdict.isFaster() ? " faster" : " slower")
        + " than "
        + baseline
        + " ("
        + range(interval)
        + ")";
  }

  /** Such as {@code 0.97 to 1.04x}. */
  private static String range(Interval interval) {
    return interval.text(interval.low()).replace("x", "") + " to " + interval.text(interval.high());
  }

  private static String inconclusive(Verdict verdict) {
    return "inconclusive (" + verdict.forks() + " forks)";
  }

  /**
   * A part in a sentence, such as {@code json takes 31% of the time of handle (29 to 33%)}.
   *
   * @param whole the name of what it is a part of
   */
  static String share(Verdict verdict, String whole) {
    Interval interval = verdict.interval();
    return qualified(
        verdict,
        whole,
        verdict.row()
            + " takes "
            + percent(verdict.ratio())
            + " of the time of "
            + whole
            + " ("
            + percent(interval.low()).replace("%", "")
            + " to "
            + percent(interval.high())
            + ")");
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, share < 0.1 ? "%.1f%%" : "%.0f%%", 100 * share);
  }

  /** For a difference that the test shows and the interval does not. */
  static final String ONLY_BY_HOLM = "a difference by Holm's test that the interval does not show";

  /** What a first look is, what it is good for, and what to run for a decision. */
  static final String OF_A_FIRST_LOOK =
      "(--quick) with few, short forks, so intervals are wide: use it to see large differences, and"
          + " run without --quick before you decide";

  private static String name(Verdict verdict) {
    return HandwrittenReference.isHandwritten(verdict.row())
        ? verdict.row() + ", which is no library,"
        : verdict.row();
  }

  /** The ratio of a row with the digits that its interval is worth; a dash where there is none. */
  static String ratio(RankedVariant row) {
    Verdict verdict = row.verdict();
    return verdict == null ? Figures.ratio(row.ratio()) : ratio(verdict);
  }

  /** The ratio of a verdict in the same way. */
  static String ratio(Verdict verdict) {
    return verdict.isInconclusive()
        ? inconclusive(verdict)
        : verdict.interval().text(verdict.ratio());
  }

  /** The interval of a verdict; a dash where there is none, or one that says nothing. */
  static String interval(@Nullable Verdict verdict) {
    return verdict == null || verdict.isInconclusive() ? NONE : verdict.interval().toString();
  }

  /** Both, such as {@code 0.43x [0.42, 0.45]}. */
  static String ratioWithInterval(RankedVariant row) {
    Verdict verdict = row.verdict();
    return verdict == null ? ratio(row) : ratioWithInterval(verdict);
  }

  /** Both of a verdict. */
  static String ratioWithInterval(Verdict verdict) {
    return ratio(verdict) + (verdict.isInconclusive() ? "" : " " + interval(verdict));
  }

  /**
   * How well a ratio is known, such as {@code ±2.8% (target ±2%)}; empty if as well as asked, and
   * for a verdict that is inconclusive.
   *
   * @param target how well it was to be known, as a fraction; NaN where nothing was asked
   */
  static List<String> precision(Verdict verdict, double target) {
    return Double.isNaN(target)
            || verdict.comparison().isKnownTo(target)
            || verdict.isInconclusive()
        ? List.of()
        : List.of(
            String.format(Locale.ROOT, "±%.1f%%", 100 * verdict.comparison().precision())
                + " (target ±"
                + Figures.percent(target)
                + ")");
  }

  /** Flags in words, in a fixed order. */
  static Set<String> flags(Iterable<Flag> flags) {
    Set<String> words = new TreeSet<>();
    for (Flag flag : flags) {
      words.add(
          switch (flag) {
            case TOO_FEW_FORKS -> "too few forks";
            case SLOW_START -> "slow start";
            case BIMODAL -> "bimodal";
            case OUTLYING_FORK -> "outlier";
            case RANK_DIFFERS_BY_MEAN -> "rank differs by mean";
          });
    }
    return words;
  }

  /** Warnings about the figure of a row, in a fixed order. */
  static Set<String> warnings(RankedVariant row) {
    Set<String> words = flags(row.flags());
    if (row.forks() == null) {
      words.add("no figure");
    }
    if (row.verdict() != null) {
      words.addAll(warnings(row.verdict()));
    }
    return words;
  }

  /** The same for a verdict. */
  static Set<String> warnings(Verdict verdict) {
    Set<String> words = flags(verdict.flags());
    if (verdict.reversedByMean()) {
      words.add("the other way round by the mean");
    }
    return words;
  }

  /** The result of the controls of all groups, in a sentence without a full stop. */
  static String controls(Judgement.Controls controls) {
    if (!controls.failed().isEmpty()) {
      RankedGroup worst = controls.failed().get(0);
      Verdict control = worst.control();
      return "The control failed in "
          + controls.failed().size()
          + " of "
          + controls.groups().size()
          + " groups. The worst is "
          + worst.title()
          + (control == null ? "" : ": its baseline, measured twice, " + control(control))
          + "; this machine was too noisy for such a close ranking: run again when it is quiet";
    }
    if (controls.isInconclusive()) {
      return String.format(
          Locale.ROOT,
          "The control is inconclusive: measured twice, a baseline shows no difference from itself,"
              + " but only to ±%.0f%%; use more forks (-f) or longer ones",
          100 * controls.precision());
    }
    return String.format(
        Locale.ROOT,
        "The control holds: measured twice, %s (at most %.1f%% apart, ±%.1f%%)",
        controls.groups().size() == 1
            ? "the baseline shows no difference from itself"
            : "none of " + controls.groups().size() + " baselines shows a difference from itself",
        100 * controls.farthest(),
        100 * controls.precision());
  }

  /** Remarks behind a sentence; nothing where there are none. */
  static String inBrackets(List<String> remarks) {
    return remarks.isEmpty() ? "" : remarks.stream().collect(Collectors.joining(", ", " (", ")"));
  }

  /** A text with at most so many characters. */
  static String shortened(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }

  /** Keeps the beginning and the end: names of runs of the same day differ at their ends. */
  static String shortenedInside(String text, int length) {
    int end = (length - 1) / 2;
    return text.length() <= length
        ? text
        : text.substring(0, length - 1 - end) + "…" + text.substring(text.length() - end);
  }
}
