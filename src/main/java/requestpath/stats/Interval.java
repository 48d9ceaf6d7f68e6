package requestpath.stats;

import java.util.Locale;

/**
 * An interval of ratios.
 *
 * @param low its lower end
 * @param high its upper end
 */
public record Interval(double low, double high) {
  /** Whether the ratio lies within. */
  public boolean contains(double ratio) {
    return low <= ratio && ratio <= high;
  }

  /** Such as {@code [0.42, 0.45]}. */
  @Override
  public String toString() {
    return "[" + digits(low) + ", " + digits(high) + "]";
  }

  /** A ratio as its readers see it, such as {@code 0.43x}. */
  public static String ratioText(double ratio) {
    return digits(ratio) + "x";
  }

  /** Two digits behind the point, and more where they would all be zero. */
  private static String digits(double ratio) {
    String format = ratio >= 0.1 ? "%.2f" : ratio >= 0.01 ? "%.3f" : "%.4f";
    return String.format(Locale.ROOT, format, ratio);
  }
}
