package requestpath.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Many comparisons at once, so that in 95 of 100 runs no interval misses its truth and no two equal
 * rows are called different (S. Holm, A simple sequentially rejective multiple test procedure,
 * Scandinavian Journal of Statistics 6, 1979).
 */
public final class Holm {
  private static final double ERROR = 1 - Comparison.CONFIDENCE;

  private Holm() {}

  /**
   * One interval for each comparison, in their order. Holm's test calls a row different from its
   * baseline exactly when its interval does not hold 1: of so many comparisons the clearest has the
   * widest interval, the next the next, until the first that does not exclude 1; all from there on
   * share that one's confidence.
   */
  public static List<Interval> intervals(List<Comparison> comparisons) {
    List<Integer> clearestFirst =
        IntStream.range(0, comparisons.size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> comparisons.get(i).probability()))
            .toList();
    List<Interval> intervals =
        new ArrayList<>(comparisons.stream().map(c -> c.interval(0.5)).toList());
    int left = comparisons.size();
    boolean allDifferent = true;
    for (int index : clearestFirst) {
      Comparison comparison = comparisons.get(index);
      Interval interval = comparison.interval(1 - ERROR / left);
      intervals.set(index, interval);
      allDifferent &= !interval.contains(1);
      if (allDifferent) {
        left--;
      }
    }
    return List.copyOf(intervals);
  }
}
