package requestpath.result;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Many comparisons at once: in 95 of 100 runs no interval misses its truth, and in 95 of 100 no two
 * equal rows are called different. The intervals are Bonferroni's, for Holm's test has none that go
 * with it to both sides; the test finds more than they do (S. Holm, A simple sequentially rejective
 * multiple test procedure, Scandinavian Journal of Statistics 6, 1979).
 */
public final class Holm {
  private static final double ERROR = 1 - Comparison.CONFIDENCE;

  private Holm() {}

  /** One interval for each comparison, in their order; together they hold their truths. */
  public static List<Interval> intervals(List<Comparison> comparisons) {
    return comparisons.stream()
        .map(comparison -> comparison.interval(1 - ERROR / comparisons.size()))
        .toList();
  }

  /** Which of the comparisons show a difference, in their order; see the other method. */
  public static List<Boolean> differ(List<Comparison> comparisons) {
    return differ(comparisons, comparisons.size());
  }

  /**
   * Which of the comparisons show a difference, in their order. The clearest must show it beside
   * all others, the next beside one fewer, and so on until the first that does not.
   *
   * @param family how many comparisons might have been made; more than are given when these were
   *     chosen by what the data said, such as those with the fastest row
   */
  public static List<Boolean> differ(List<Comparison> comparisons, int family) {
    double[] probabilities = comparisons.stream().mapToDouble(Comparison::probability).toArray();
    List<Integer> clearestFirst =
        IntStream.range(0, comparisons.size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> probabilities[i]))
            .toList();
    List<Boolean> differ = new ArrayList<>(Collections.nCopies(comparisons.size(), false));
    int left = family;
    for (int index : clearestFirst) {
      if (comparisons.get(index).interval(1 - ERROR / left).contains(1)) {
        break;
      }
      differ.set(index, true);
      left--;
    }
    return List.copyOf(differ);
  }
}
