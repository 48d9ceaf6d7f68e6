package requestpath.result;

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
  /** The same under another name. */
  public Verdict of(String name) {
    return new Verdict(
        name, comparison, interval, isDifferent, tiesWithBest, reversedByMean, flags);
  }

  /**
   * The verdict with other intervals and another test, as where it is judged among others.
   *
   * @param simultaneous the interval
   * @param differs whether a difference is shown
   */
  Verdict among(Interval simultaneous, boolean differs) {
    return new Verdict(row, comparison, simultaneous, differs, tiesWithBest, reversedByMean, flags);
  }
}
