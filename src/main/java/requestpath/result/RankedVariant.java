package requestpath.result;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A variant in its group.
 *
 * @param name unique within the group
 * @param measurement what JMH wrote of it
 * @param forks its usable forks as times of an operation, by round; null when there is none
 * @param ratio of its time to the baseline's; NaN when either has no figure
 * @param verdict null for the baseline, and where forks are too few for an interval
 * @param byMean the same verdict by the means of forks, which include garbage collection
 * @param toReference the time relative to the hand-written reference; NaN where either has no
 *     figure
 * @param flags what to know before believing it
 * @param warmUps the iterations of each fork's warm-up in the unit, in the measurement's order of
 *     forks; empty when the run kept none
 */
public record RankedVariant(
    String name,
    Measurement measurement,
    @Nullable Row forks,
    double ratio,
    @Nullable Verdict verdict,
    @Nullable Verdict byMean,
    double toReference,
    Set<Flag> flags,
    List<double[]> warmUps) {

  /** The same under another name. */
  public RankedVariant named(String other) {
    return new RankedVariant(
        other, measurement, forks, ratio, verdict, byMean, toReference, flags, warmUps);
  }

  /**
   * What stands for all forks: their geometric mean in the unit; JMH's score where there is none.
   */
  public double value() {
    if (forks == null) {
      return measurement.score();
    }
    return inUnit(forks.time());
  }

  /**
   * JMH's error, which is that of the mean of all iterations; NaN where {@link #value()} is not
   * this mean, or there is none.
   */
  public double error() {
    return isMean() ? measurement.error() : Double.NaN;
  }

  /** JMH's own interval around the mean; null as in {@link #error()}. */
  public @Nullable Interval ownInterval() {
    return isMean() ? measurement.ownInterval() : null;
  }

  private boolean isMean() {
    return forks == null
        || Math.abs(value() - measurement.score()) <= 1e-9 * Math.abs(measurement.score());
  }

  /** The value of each fork in the unit, in order. */
  public double[] forkValues() {
    return forks == null
        ? new double[0]
        : forks.forks().values().stream()
            .mapToDouble(fork -> inUnit(forks.statistic().of(fork)))
            .toArray();
  }

  /**
   * The time of each fork relative to the baseline, lowest first: their geometric mean is the
   * ratio. Empty where there is no ratio.
   */
  public double[] forkRatios() {
    return forks == null || Double.isNaN(ratio)
        ? new double[0]
        : forks.forks().values().stream()
            .mapToDouble(fork -> ratio * forks.statistic().of(fork) / forks.time())
            .sorted()
            .toArray();
  }

  /** How many forks have a figure. */
  public int count() {
    return forks == null ? 0 : forks.forks().size();
  }

  /** The time of an operation in the unit's time; NaN without a figure. */
  public double time() {
    return forks == null ? Double.NaN : forks.time();
  }

  /** The same in seconds; NaN also for a unit that is no time. */
  public double seconds() {
    return time() * measurement.secondsPerUnit();
  }

  /** Whether its figure comes from another statistic than the mean, so that the mean says more. */
  public boolean hasMean() {
    return forks != null && forks.statistic() != ForkStatistic.MEAN;
  }

  /**
   * The time of an operation by the means of its forks, which step over nothing; NaN without a
   * figure.
   */
  public double meanTime() {
    return forks == null ? Double.NaN : forks.byMeans().time();
  }

  /** The share of one core that operations at a rate take, by the mean; NaN without a time. */
  public double shareOfCore(double perSecond) {
    return meanTime() * measurement.secondsPerUnit() * perSecond;
  }

  /** How many bytes of the encoded form an operation handles in a second; NaN without both. */
  public double bytesPerSecond() {
    return measurement.metric("bytes") / (time() * measurement.secondsPerUnit());
  }

  private double inUnit(double time) {
    return measurement.isThroughput() ? 1 / time : time;
  }
}
