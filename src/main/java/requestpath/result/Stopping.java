package requestpath.result;

/**
 * When a row has been measured enough: never because a difference shows, which would make
 * differences of chance, but because the interval of its ratio is narrow.
 *
 * @param minimumForks none rests before it has as many
 * @param maximumForks none goes on after it has as many
 * @param precision how far the 95% interval may reach to either side, as a fraction
 */
public record Stopping(int minimumForks, int maximumForks, double precision) {
  /**
   * Whether a row rests.
   *
   * @param row the row
   * @param baseline what its ratio refers to; only rounds that hold both count
   */
  public boolean rests(Row row, Row baseline) {
    return row.forks().size() >= maximumForks
        || (row.roundsWith(baseline) >= minimumForks
            && row.comparedWith(baseline).filter(ratio -> ratio.isKnownTo(precision)).isPresent());
  }
}
