package requestpath.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Rows that are compared with one baseline.
 *
 * @param baseline what the others are multiples of
 * @param rows all others, each with at least two forks
 */
public record Group(Row baseline, List<Row> rows) {
  /** Verdicts on all rows, the one with the lowest ratio first. */
  public List<Verdict> verdicts() {
    List<Comparison> comparisons = rows.stream().map(row -> row.against(baseline)).toList();
    List<Interval> intervals = Holm.intervals(comparisons);
    List<Boolean> differ = Holm.differ(comparisons);
    List<Boolean> ties = tiesWithBest(comparisons);
    List<Verdict> verdicts = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      boolean isDifferent = differ.get(i);
      verdicts.add(
          new Verdict(
              row.name(),
              comparisons.get(i),
              intervals.get(i),
              isDifferent,
              ties.get(i),
              isDifferent && isReversedByMean(row, comparisons.get(i)),
              flags(row)));
    }
    verdicts.sort(Comparator.comparingDouble(verdict -> verdict.comparison().ratio()));
    return List.copyOf(verdicts);
  }

  /**
   * Each library compared with the one of the lowest ratio: overlapping intervals would not tell. Which
   * one that is the data have said, so as many comparisons count as there are pairs.
   */
  private List<Boolean> tiesWithBest(List<Comparison> comparisons) {
    int best = -1;
    for (int i = 0; i < rows.size(); i++) {
      double lowest = best < 0 ? 1 : comparisons.get(best).ratio();
      boolean isLower = comparisons.get(i).ratio() < lowest;
      best = isLower && !Floor.isFloor(rows.get(i).name()) ? i : best;
    }
    Row fastest = best < 0 ? baseline : rows.get(best);
    List<Row> others =
        rows.stream()
            .filter(row -> !row.equals(fastest) && row.roundsWith(fastest) > 1)
            .filter(row -> !Floor.isFloor(row.name()))
            .toList();
    int pairs = (rows.size() + 1) * rows.size() / 2;
    List<Boolean> differ =
        Holm.differ(others.stream().map(row -> row.against(fastest)).toList(), pairs);
    List<Boolean> ties = new ArrayList<>();
    for (Row row : rows) {
      int index = others.indexOf(row);
      ties.add(row.equals(fastest) || (index >= 0 && !differ.get(index)));
    }
    return ties;
  }

  /** What to know of the baseline before believing any ratio of the group. */
  public Set<Flag> baselineFlags() {
    return flags(baseline);
  }

  private Set<Flag> flags(Row row) {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    flags.addAll(row.flags());
    if (row.roundsWith(baseline) < Flag.FEWEST_FORKS) {
      flags.add(Flag.TOO_FEW_FORKS);
    }
    boolean changesPlaces =
        Stream.concat(Stream.of(baseline), rows.stream())
            .filter(other -> !other.equals(row) && row.roundsWith(other) > 1)
            .anyMatch(other -> changesPlaces(row, other));
    if (changesPlaces) {
      flags.add(Flag.RANK_DIFFERS_BY_MEAN);
    }
    return flags;
  }

  private static boolean changesPlaces(Row row, Row other) {
    Comparison comparison = row.against(other);
    return !comparison.interval(Comparison.CONFIDENCE).contains(1)
        && row.logRatioByMeans(other) * Math.log(comparison.ratio()) < 0;
  }

  private boolean isReversedByMean(Row row, Comparison comparison) {
    return row.logRatioByMeans(baseline) * Math.log(comparison.ratio()) < 0;
  }
}
