package requestpath.result;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A row and another one that it is compared with, from at least two rounds.
 *
 * @param name of the comparison, as the reader knows it
 * @param row whose time is a multiple of the other's
 * @param other what it is a multiple of
 */
public record Pair(String name, Row row, Row other) {
  /** A pair; empty when either row is missing, or there are fewer than two rounds. */
  static Optional<Pair> of(String name, @Nullable Row row, @Nullable Row other) {
    return row == null || other == null || row.roundsWith(other) < 2
        ? Optional.empty()
        : Optional.of(new Pair(name, row, other));
  }

  /** Verdicts on all pairs at once, in their order. */
  public static List<Verdict> verdicts(List<Pair> pairs) {
    List<Comparison> comparisons = pairs.stream().map(Pair::comparison).toList();
    List<Interval> intervals = Holm.intervals(comparisons);
    List<Boolean> differ = Holm.differ(comparisons);
    List<Boolean> reversed = reversedByMean(pairs, differ);
    List<Verdict> verdicts = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      Pair pair = pairs.get(i);
      Set<Flag> flags = EnumSet.noneOf(Flag.class);
      flags.addAll(pair.row.flags());
      flags.addAll(pair.other.flags());
      if (pair.row.roundsWith(pair.other) < Flag.FEWEST_FORKS) {
        flags.add(Flag.TOO_FEW_FORKS);
      }
      verdicts.add(
          new Verdict(
              pair.name,
              comparisons.get(i),
              pair.row.roundsWith(pair.other),
              intervals.get(i),
              differ.get(i),
              false,
              reversed.get(i),
              flags));
    }
    return List.copyOf(verdicts);
  }

  /**
   * In which pairs the means of the forks show the opposite of what the rows' own values show.
   * Candidates are pairs whose values differ and whose means are the other way round; of these,
   * Holm's test says which means differ. A tie by either is no reversal.
   *
   * @param differ of which pairs a difference of the values is shown
   */
  static List<Boolean> reversedByMean(List<Pair> pairs, List<Boolean> differ) {
    List<Integer> candidates =
        IntStream.range(0, pairs.size())
            .filter(differ::get)
            .filter(i -> pairs.get(i).isOppositeByMean())
            .boxed()
            .toList();
    List<Boolean> shown =
        Holm.differ(candidates.stream().map(i -> pairs.get(i).comparisonByMeans()).toList());
    List<Boolean> reversed = new ArrayList<>(Collections.nCopies(pairs.size(), false));
    for (int i = 0; i < shown.size(); i++) {
      reversed.set(candidates.get(i), shown.get(i));
    }
    return List.copyOf(reversed);
  }

  /** Whether one row's mean is lower and its value higher than the other's, shown or not. */
  boolean isOppositeByMean() {
    return !(row.isByMean() && other.isByMean())
        && Math.log(comparison().ratio()) * Math.log(comparisonByMeans().ratio()) < 0;
  }

  private Comparison comparison() {
    return row.against(other);
  }

  private Comparison comparisonByMeans() {
    return row.byMeans().against(other.byMeans());
  }
}
