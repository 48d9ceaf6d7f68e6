package requestpath.result;

import java.util.Set;

/**
 * What a run says about one row.
 *
 * @param row its name
 * @param comparison with the baseline
 * @param forks how many rounds hold both
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
    int forks,
    Interval interval,
    boolean isDifferent,
    boolean tiesWithBest,
    boolean reversedByMean,
    Set<Flag> flags) {
  /** The time as a multiple of the baseline's. */
  public double ratio() {
    return comparison.ratio();
  }

  /** Whether the time is lower than the baseline's, shown or not. */
  public boolean isFaster() {
    return ratio() < 1;
  }

  /** Whether the test shows a difference and the interval does not. */
  public boolean isOnlyByHolm() {
    return isDifferent && interval.contains(1);
  }

  /** Whether the interval is too wide to say anything. */
  public boolean isInconclusive() {
    return !isDifferent && interval.isInconclusive();
  }

  /** How many times faster or slower it is: at least 1. */
  public double factor() {
    return isFaster() ? 1 / ratio() : ratio();
  }

  /** The interval of the factor. */
  public Interval factorInterval() {
    return isFaster() ? interval.inverse() : interval;
  }

  /**
   * What the baseline is relative to the row, under another name.
   *
   * @param name of the baseline
   */
  public Verdict inverse(String name) {
    return new Verdict(
        name,
        comparison.inverse(),
        forks,
        interval.inverse(),
        isDifferent,
        tiesWithBest,
        reversedByMean,
        flags);
  }

  /** The same with another answer to whether it may be as fast as the fastest. */
  Verdict tying(boolean ties) {
    return new Verdict(row, comparison, forks, interval, isDifferent, ties, reversedByMean, flags);
  }

  /** The same under another name. */
  public Verdict of(String name) {
    return new Verdict(
        name, comparison, forks, interval, isDifferent, tiesWithBest, reversedByMean, flags);
  }

  /**
   * The verdict with other intervals and another test, as where it is judged among others.
   *
   * @param simultaneous the interval
   * @param differs whether a difference is shown
   */
  Verdict among(Interval simultaneous, boolean differs) {
    return new Verdict(
        row, comparison, forks, simultaneous, differs, tiesWithBest, reversedByMean, flags);
  }
}
