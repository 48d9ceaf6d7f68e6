package requestpath.result;

/**
 * How many times faster or slower a row is, as closely as a first look can tell: in classes. A
 * class below 1 is faster.
 *
 * @param low the class of the lower end of the row's own 95% interval
 * @param high the class of the upper end
 */
public record RoughFactor(double low, double high) {
  private static final double[] CLASSES = {1, 1.5, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000};

  /** Of a comparison with the baseline. */
  public static RoughFactor of(Comparison comparison) {
    Interval own = comparison.interval();
    return new RoughFactor(nearestClass(own.low()), nearestClass(own.high()));
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

  /** Whether it takes about the time of the baseline. */
  public boolean isOne() {
    return low == 1 && high == 1;
  }

  /** Whether it may be faster and may be slower. */
  public boolean isUndecided() {
    return low < 1 && high > 1;
  }

  /** Whether it is faster, or about the same. */
  public boolean isFaster() {
    return low < 1;
  }

  /** How many times faster or slower it is at least. */
  public double least() {
    return isFaster() ? 1 / high : low;
  }

  /** How many times faster or slower it is at most. */
  public double most() {
    return isFaster() ? 1 / low : high;
  }
}
