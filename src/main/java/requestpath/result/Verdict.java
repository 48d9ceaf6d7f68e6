package requestpath.result;

import java.util.Locale;
import java.util.Set;

/**
 * What a run says about one row.
 *
 * @param row its name
 * @param comparison with the baseline
 * @param interval of the ratio to the baseline, simultaneous with all others of the group
 * @param isDifferent whether a difference from the baseline is shown
 * @param tiesWithBest whether no difference from the fastest of the group is shown, compared
 *     directly
 * @param reversedByMean whether the row is shown to stand on the other side of the baseline by the
 *     mean
 * @param flags what to know before believing it
 */
public record Verdict(
    String row,
    Comparison comparison,
    Interval interval,
    boolean isDifferent,
    boolean tiesWithBest,
    boolean reversedByMean,
    Set<Flag> flags) {
  /** As close as a first look can tell ratios apart. */
  private static final double[] CLASSES = {
    0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 3, 5, 10, 20, 50,
    100, 200, 500, 1000
  };

  /**
   * The verdict in a sentence without a full stop, such as {@code FASTJSON2 takes 0.43x the time of
   * JACKSON2 [0.42, 0.45]}.
   *
   * @param baseline the name of the baseline
   */
  public String sentence(String baseline) {
    String what =
        isDifferent
            ? String.format(
                Locale.ROOT,
                "%s takes %s the time of %s %s",
                name(),
                interval.text(comparison.ratio()),
                baseline,
                interval)
            : String.format(
                Locale.ROOT,
                "%s: no difference from %s shown (%s %s)",
                name(),
                baseline,
                interval.text(comparison.ratio()),
                interval);
    if (isDifferent && interval.contains(1)) {
      what += ", a difference by Holm's test that the interval does not show";
    }
    return reversedByMean ? what + "; by the mean it is the other way round" : what;
  }

  /**
   * The verdict of a first look, which tells classes apart and nothing closer, such as {@code GSON
   * takes about 1.5x the time of JACKSON2}; a range of them where its own 95% interval spans some.
   *
   * @param baseline the name of the baseline
   */
  public String roughly(String baseline) {
    Interval own = comparison.interval(Comparison.CONFIDENCE);
    double low = nearestClass(own.low());
    double high = nearestClass(own.high());
    if (low == 1 && high == 1) {
      return name() + " takes about the time of " + baseline;
    }
    return name()
        + " takes about "
        + factor(low)
        + (low == high ? "" : " to " + factor(high))
        + " the time of "
        + baseline;
  }

  private String name() {
    return Floor.isFloor(row) ? row + ", which is no library," : row;
  }

  private static double nearestClass(double ratio) {
    double nearest = 1;
    for (double step : CLASSES) {
      if (Math.abs(Math.log(step / ratio)) < Math.abs(Math.log(nearest / ratio))) {
        nearest = step;
      }
    }
    return nearest;
  }

  private static String factor(double ratio) {
    return ratio < 0.1
        ? ratio + "x"
        : String.format(Locale.ROOT, ratio == (int) ratio ? "%.0fx" : "%.1fx", ratio);
  }
}
