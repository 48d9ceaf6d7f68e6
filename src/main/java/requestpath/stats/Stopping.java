package requestpath.stats;

/**
 * When a row has been measured enough: never because a difference shows, which would make
 * differences of chance, but because the interval of its ratio is narrow.
 *
 * @param minimumForks none rests before it has as many
 * @param maximumForks none goes on after it has as many
 * @param precision how far the 95% interval may reach to either side, as a fraction
 */
public record Stopping(int minimumForks, int maximumForks, double precision) {
  /** Whether a row rests. */
  public boolean rests(Sample row, Sample baseline) {
    if (row.count() >= maximumForks) {
      return true;
    }
    return row.count() >= minimumForks
        && baseline.count() >= minimumForks
        && Comparison.of(row, baseline).precision() <= precision;
  }
}
