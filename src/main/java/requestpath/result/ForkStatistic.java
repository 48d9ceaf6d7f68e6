package requestpath.result;

import java.util.Arrays;

/**
 * How the iterations of one fork become its value.
 *
 * <p>Other programs on a shared machine make some iterations slower, and none faster. The minimum
 * of many short iterations ignores those. It also ignores rare costs that a service does pay, such
 * as garbage collection. For that reason every report also shows the mean.
 */
public enum ForkStatistic {
  /**
   * The minimum: for single-threaded work of the CPU. On shared machines it differs less from fork
   * to fork than quantiles or the median, and on a quiet one no more: see the simulation on
   * recorded noise in the tests.
   */
  MINIMUM {
    @Override
    double ofSorted(double... times) {
      return times[0];
    }
  },
  /**
   * The 5% quantile: in older runs, which have it in the place of the minimum, and in the search
   * for drifts.
   */
  LOW_QUANTILE {
    @Override
    double ofSorted(double... times) {
      return quantile(LOW, times);
    }
  },
  /** The median: for single shots. */
  MEDIAN {
    @Override
    double ofSorted(double... times) {
      return quantile(HALF, times);
    }
  },
  /** The mean: for what waits for others, such as a server or other threads. */
  MEAN {
    @Override
    double ofSorted(double... times) {
      return Arrays.stream(times).average().orElseThrow();
    }
  };

  private static final double LOW = 0.05;
  private static final double HALF = 0.5;

  /**
   * The value of a fork.
   *
   * @param times of its measured iterations, in any unit, at least one, all positive
   * @throws IllegalArgumentException when there is none, or one is not positive
   */
  public double of(double... times) {
    if (times.length == 0) {
      throw new IllegalArgumentException("a fork without iterations has no value");
    }
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    if (!(sorted[0] > 0) || Double.isInfinite(sorted[sorted.length - 1])) {
      throw new IllegalArgumentException("times are positive and finite");
    }
    return ofSorted(sorted);
  }

  abstract double ofSorted(double... times);

  /** Between the two values around the position, in proportion: R's type 7. */
  static double quantile(double q, double... sorted) {
    double position = q * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
