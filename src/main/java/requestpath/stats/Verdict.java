package requestpath.stats;

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
 * @param reversedByMean whether the row stands on the other side of the baseline by the mean
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
    0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 3, 5, 10, 20, 50, 100
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
                row,
                Interval.ratioText(comparison.ratio()),
                baseline,
                interval)
            : String.format(
                Locale.ROOT,
                "%s: no difference from %s shown (%s %s)",
                row,
                baseline,
                Interval.ratioText(comparison.ratio()),
                interval);
    return reversedByMean ? what + "; by the mean it is the other way round" : what;
  }

  /**
   * The verdict of a first look, which tells classes apart and nothing closer, such as {@code GSON
   * takes about 1.5x the time of JACKSON2}.
   *
   * @param baseline the name of the baseline
   */
  public String roughly(String baseline) {
    double nearest = 1;
    for (double step : CLASSES) {
      if (Math.abs(Math.log(step / comparison.ratio()))
          < Math.abs(Math.log(nearest / comparison.ratio()))) {
        nearest = step;
      }
    }
    if (comparison.ratio() > 2 * CLASSES[CLASSES.length - 1]) {
      return row + " takes far more time than " + baseline;
    }
    if (comparison.ratio() < CLASSES[0] / 2) {
      return row + " takes about " + factor(CLASSES[0]) + " the time of " + baseline + ", or less";
    }
    return nearest == 1
        ? row + " takes about the time of " + baseline
        : row + " takes about " + factor(nearest) + " the time of " + baseline;
  }

  private static String factor(double ratio) {
    return ratio == (int) ratio
        ? String.format(Locale.ROOT, "%.0fx", ratio)
        : String.format(Locale.ROOT, "%.1fx", ratio);
  }
}
