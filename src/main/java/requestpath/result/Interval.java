package requestpath.result;

import java.util.Locale;

/**
 * An interval of ratios.
 *
 * @param low its lower end
 * @param high its upper end
 */
public record Interval(double low, double high) {
  /** An interval whose ends are further apart than a factor of ten says nothing. */
  private static final double INCONCLUSIVE = 10;

  private static final int MOST_DECIMALS = 9;

  /** Whether it is too wide to say anything. */
  public boolean isInconclusive() {
    return high / low > INCONCLUSIVE;
  }

  /** The interval of the inverse ratio. */
  public Interval inverse() {
    return new Interval(1 / high, 1 / low);
  }

  /** Whether the ratio lies within. */
  public boolean contains(double ratio) {
    return low <= ratio && ratio <= high;
  }

  /** Such as {@code [0.42, 0.45]}, with as many digits as its width is worth. */
  @Override
  public String toString() {
    return "[" + digits(low) + ", " + digits(high) + "]";
  }

  /** A ratio with the digits of this interval, such as {@code 0.43x}. */
  public String text(double ratio) {
    return digits(ratio) + "x";
  }

  private String digits(double ratio) {
    double width = high - low;
    int decimals = width >= 0.04 ? 2 : width >= 0.004 ? 3 : 4;
    // A small end has a digit, too.
    while (ratio > 0 && ratio < 0.5 * Math.pow(10, -decimals) && decimals < MOST_DECIMALS) {
      decimals++;
    }
    return String.format(Locale.ROOT, "%." + decimals + "f", ratio);
  }
}
