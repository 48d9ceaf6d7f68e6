package requestpath.result;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A variant on two sides: in two runs, or under the base and the candidate of one run.
 *
 * @param name within its group
 * @param title the title of the group and the name
 * @param outcome what is shown
 * @param baseline that ratios refer to; empty where times are compared
 * @param hasMovedBaseline whether the baseline's own time moved by more than the noise
 * @param old its figure on the old side
 * @param now its figure on the new side
 * @param rawTime of new to old, whatever is compared; NaN when there is none
 * @param ratio of new to old of what is compared, as times; NaN when there is none
 * @param interval of that ratio, simultaneous with those of all variants; null when it is not
 *     judged
 * @param isOnlyByHolm whether the test shows a difference and the interval does not
 * @param flags of either side
 */
public record ComparedVariant(
    String name,
    String title,
    Outcome outcome,
    String baseline,
    boolean hasMovedBaseline,
    Figure old,
    Figure now,
    double rawTime,
    double ratio,
    @Nullable Interval interval,
    boolean isOnlyByHolm,
    Set<Flag> flags) {
  /** Allocations that differ by at most this fraction are the same. */
  private static final double SAME_ALLOCATION = 0.01;

  /** The same in bytes: a fraction of almost nothing is noise. */
  private static final double SAME_BYTES = 1;

  /** What is shown of a variant. */
  public enum Outcome {
    /** It is shown to be slower. */
    SLOWER,
    /**
     * Its ratio to the baseline is shown to be higher, its own time is not: the baseline became
     * faster.
     */
    SLOWER_THAN_BASELINE_ONLY,
    /** It is shown to be faster. */
    FASTER,
    /**
     * Its ratio to the baseline is shown to be lower, its own time is not: the baseline became
     * slower.
     */
    FASTER_THAN_BASELINE_ONLY,
    /** No difference that exceeds the noise is shown. */
    NO_DIFFERENCE,
    /** The interval is too wide to say anything. */
    INCONCLUSIVE,
    /** One side has fewer forks than an interval needs. */
    TOO_FEW_FORKS,
    /** One side has no figure. */
    NO_FIGURE,
    /** It is the baseline: others are measured by it. */
    BASELINE
  }

  /**
   * A variant on one side.
   *
   * @param value in the unit
   * @param allocation in B/op; NaN when that was not measured
   * @param forks how many have a figure
   */
  public record Figure(double value, double allocation, int forks) {}

  /** Whether a difference is shown. */
  public boolean isChange() {
    return isSlower()
        || isFaster()
        || outcome == Outcome.SLOWER_THAN_BASELINE_ONLY
        || outcome == Outcome.FASTER_THAN_BASELINE_ONLY;
  }

  /** Whether it is shown to be slower. */
  public boolean isSlower() {
    return outcome == Outcome.SLOWER;
  }

  /** Whether it is shown to be faster. */
  public boolean isFaster() {
    return outcome == Outcome.FASTER;
  }

  /** Whether there is an interval that says something. */
  public boolean isJudged() {
    return isChange() || outcome == Outcome.NO_DIFFERENCE;
  }

  /** The fewer forks of both sides. */
  public int forks() {
    return Math.min(old.forks, now.forks);
  }

  /** Whether the new side allocates another number of bytes: they repeat to less than 1%. */
  public boolean hasOtherAllocation() {
    double difference = Math.abs(now.allocation - old.allocation);
    return difference > SAME_BYTES
        && difference > SAME_ALLOCATION * Math.min(old.allocation, now.allocation);
  }
}
