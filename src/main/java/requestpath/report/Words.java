package requestpath.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import requestpath.result.Comparison;
import requestpath.result.Flag;
import requestpath.result.Group;
import requestpath.result.HandwrittenReference;
import requestpath.result.Interval;
import requestpath.result.Judgement;
import requestpath.result.Pair;
import requestpath.result.RankChange;
import requestpath.result.RankedGroup;
import requestpath.result.RankedVariant;
import requestpath.result.Verdict;
import requestpath.text.Figures;

/** What was found out, in words: the same on the terminal, in Markdown and on the page. */
final class Words {
  /** As close as a first look can tell how many times faster or slower a row is. */
  private static final double[] CLASSES = {1, 1.5, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000};

  /** A control that is known to less, as a fraction, could hide what it is to show. */
  private static final double MAX_CONTROL_PRECISION = 0.5;

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
    String what =
        verdict.isDifferent()
            ? name(verdict) + " is " + faster(verdict, baseline)
            : name(verdict)
                + ": no difference from "
                + baseline
                + " shown ("
                + times(verdict)
                + ")";
    if (isOnlyByHolm(verdict)) {
      what += ", " + ONLY_BY_HOLM;
    }
    return verdict.reversedByMean() ? what + "; by the mean it is the other way round" : what;
  }

  /** Such as {@code 2.3x faster than JACKSON2 (2.2 to 2.4x)}. */
  static String faster(Verdict verdict, String baseline) {
    double ratio = verdict.comparison().ratio();
    boolean isFaster = ratio < 1;
    Interval interval = isFaster ? inverse(verdict.interval()) : verdict.interval();
    return interval.text(isFaster ? 1 / ratio : ratio)
        + (isFaster ? " faster" : " slower")
        + " than "
        + baseline
        + " ("
        + interval.text(interval.low()).replace("x", "")
        + " to "
        + interval.text(interval.high())
        + ")";
  }

  private static Interval inverse(Interval interval) {
    return new Interval(1 / interval.high(), 1 / interval.low());
  }

  /** Such as {@code 0.97 to 1.04x its time}. */
  private static String times(Verdict verdict) {
    Interval interval = verdict.interval();
    return interval.text(interval.low()).replace("x", "")
        + " to "
        + interval.text(interval.high())
        + " its time";
  }

  /**
   * A part in a sentence, such as {@code json takes 31% of the time of handle (29 to 33%)}.
   *
   * @param whole the name of what it is a part of
   */
  static String share(Verdict verdict, String whole) {
    Interval interval = verdict.interval();
    return verdict.row()
        + " takes "
        + percent(verdict.comparison().ratio())
        + " of the time of "
        + whole
        + " ("
        + percent(interval.low()).replace("%", "")
        + " to "
        + percent(interval.high())
        + ")";
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, share < 0.1 ? "%.1f%%" : "%.0f%%", 100 * share);
  }

  /** What to say of a difference that the test shows and the interval does not. */
  static final String ONLY_BY_HOLM = "a difference by Holm's test that the interval does not show";

  /** Whether the test shows a difference and the interval does not. */
  static boolean isOnlyByHolm(Verdict verdict) {
    return verdict.isDifferent() && verdict.interval().contains(1);
  }

  /**
   * The verdict of a first look, which tells classes apart and nothing closer, such as {@code GSON
   * is about 1.5x slower than JACKSON2}; a range of them where its own 95% interval spans some.
   *
   * @param baseline the name of what it is compared with
   */
  static String roughly(Verdict verdict, String baseline) {
    Interval own = verdict.comparison().interval(Comparison.CONFIDENCE);
    double low = nearestClass(own.low());
    double high = nearestClass(own.high());
    if (low == 1 && high == 1) {
      return name(verdict) + " takes about the time of " + baseline;
    }
    if (low < 1 && high > 1) {
      return name(verdict)
          + " is between "
          + factor(1 / low)
          + " faster and "
          + factor(high)
          + " slower than "
          + baseline;
    }
    boolean isFaster = low < 1;
    double least = isFaster ? 1 / high : low;
    double most = isFaster ? 1 / low : high;
    String range =
        least == most
            ? "about " + factor(most)
            : least == 1
                ? "up to " + factor(most)
                : "about " + factor(least) + " to " + factor(most);
    return name(verdict)
        + " is "
        + range
        + (isFaster ? " faster" : " slower")
        + " than "
        + baseline;
  }

  private static String name(Verdict verdict) {
    return HandwrittenReference.isHandwritten(verdict.row())
        ? verdict.row() + ", which is no library,"
        : verdict.row();
  }

  /** The nearest class of a ratio; of one below 1 the inverse of the nearest class above. */
  private static double nearestClass(double ratio) {
    double times = ratio < 1 ? 1 / ratio : ratio;
    double nearest = 1;
    for (double step : CLASSES) {
      if (Math.abs(Math.log(step / times)) < Math.abs(Math.log(nearest / times))) {
        nearest = step;
      }
    }
    return ratio < 1 ? 1 / nearest : nearest;
  }

  private static String factor(double times) {
    long whole = Math.round(times);
    return Math.abs(times - whole) < 0.01
        ? whole + "x"
        : String.format(Locale.ROOT, "%.1fx", times);
  }

  /** The ratio of a row with the digits that its interval is worth; a dash where there is none. */
  static String ratio(RankedVariant row) {
    Verdict verdict = row.verdict();
    return verdict == null
        ? Figures.ratio(row.ratio())
        : verdict.interval().text(verdict.comparison().ratio());
  }

  /** The interval of a verdict; a dash where there is none. */
  static String interval(@Nullable Verdict verdict) {
    return verdict == null ? NONE : verdict.interval().toString();
  }

  /** Both, such as {@code 0.43x [0.42, 0.45]}. */
  static String ratioWithInterval(RankedVariant row) {
    return ratio(row) + (row.verdict() == null ? "" : " " + interval(row.verdict()));
  }

  /** The ratio by the means, in the same way. */
  static String ratioByMean(Verdict byMean) {
    return byMean.interval().text(byMean.comparison().ratio()) + " " + byMean.interval();
  }

  /**
   * How well a ratio is known, such as {@code ±2.8% (target ±2%)}; empty if as well as asked.
   *
   * @param target how well it was to be known, as a fraction; NaN where nothing was asked
   */
  static List<String> precision(Comparison comparison, double target) {
    if (!(comparison.precision() > target)) {
      return List.of();
    }
    return List.of(
        comparison.precision() > 1
            ? "inconclusive"
            : String.format(Locale.ROOT, "±%.1f%%", 100 * comparison.precision())
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
            case NO_STEADY_STATE -> "slow start";
            case TWO_MODES -> "bimodal";
            case OUTLYING_FORK -> "outlier";
            case RANK_DIFFERS_BY_MEAN -> "rank differs by mean";
          });
    }
    return words;
  }

  /** What to know of a row before believing its figure, in a fixed order. */
  static Set<String> warnings(RankedVariant row) {
    Set<String> words = flags(row.flags());
    if (row.forks() == null) {
      words.add("no figure");
    }
    Verdict verdict = row.verdict();
    if (verdict != null && verdict.reversedByMean()) {
      words.add("the other way round by the mean");
    }
    return words;
  }

  /** What else a ranking says, in sentences without full stops. */
  static List<String> notes(RankedGroup group) {
    List<String> sentences = new ArrayList<>();
    List<Pair> byMean = group.notes().byMean();
    if (!byMean.isEmpty()) {
      sentences.add(
          byMean.stream()
              .map(pair -> pair.row().name() + " and " + pair.other().name())
              .collect(Collectors.joining("; ", "By the mean, GC included, ", " change places")));
    }
    for (Group.Faster faster : group.notes().fasterThanReference()) {
      Interval times = inverse(faster.interval());
      sentences.add(
          faster.row()
              + " is "
              + times.text(1 / faster.ratio())
              + " faster than the hand-written reference ("
              + times.text(times.low()).replace("x", "")
              + " to "
              + times.text(times.high())
              + ")");
    }
    group.notes().byBinding().forEach(change -> sentences.add(rankChange(change)));
    return sentences;
  }

  /** Such as {@code With BEAN, X is faster than Y; with RECORD it is slower}. */
  static String rankChange(RankChange change) {
    return "With "
        + change.fasterWith()
        + ", "
        + change.row()
        + " is faster than "
        + listed(change.overtaken())
        + "; with "
        + change.slowerWith()
        + " it is slower";
  }

  /** What the controls of all groups say of the machine, in a sentence without a full stop. */
  static String controls(Judgement.Controls controls) {
    if (!controls.failed().isEmpty()) {
      RankedGroup worst = controls.failed().get(0);
      Verdict control = worst.control();
      return "The control failed in "
          + controls.failed().size()
          + " of "
          + controls.groups().size()
          + " groups, first of all in "
          + worst.title()
          + (control == null
              ? ""
              : ": its baseline measured twice comes out as "
                  + control.interval().text(control.comparison().ratio())
                  + " of itself "
                  + control.interval())
          + "; this machine was too noisy to rank so closely: run again when it is quiet";
    }
    if (controls.precision() > MAX_CONTROL_PRECISION) {
      return "The control says little: measured twice, a baseline shows no difference from itself,"
          + " but is known to "
          + (controls.precision() > 1
              ? "a factor of more than two"
              : String.format(Locale.ROOT, "%.0f%%", 100 * controls.precision()))
          + " only; take more forks (-f) or longer ones";
    }
    return String.format(
        Locale.ROOT,
        "The control holds: measured twice, %s (at most %.1f%% apart, known to %.1f%%)",
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
}
