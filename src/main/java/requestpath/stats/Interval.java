package requestpath.stats;

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
}
