package requestpath.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What no other beats in both of two figures, less of which is better (Pareto's frontier). */
public final class Frontier {
  private Frontier() {}

  /**
   * Those that no other beats: none is lower in one figure, and lower or equal in the other.
   *
   * @param <T> what has the figures
   * @return the lowest first figure first
   */
  public static <T> List<T> of(List<T> all, ToDoubleFunction<T> first, ToDoubleFunction<T> second) {
    List<T> frontier = new ArrayList<>();
    double lowest = Double.POSITIVE_INFINITY;
    for (T each :
        all.stream()
            .sorted(Comparator.comparingDouble(first).thenComparingDouble(second))
            .toList()) {
      if (second.applyAsDouble(each) < lowest) {
        frontier.add(each);
        lowest = second.applyAsDouble(each);
      }
    }
    return List.copyOf(frontier);
  }
}
