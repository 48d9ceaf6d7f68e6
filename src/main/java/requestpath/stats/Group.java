package requestpath.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Rows that are compared with one baseline.
 *
 * @param baseline what the others are multiples of
 * @param rows all others, each with at least two forks
 */
public record Group(Row baseline, List<Row> rows) {
  /** Verdicts on all rows, the fastest first. */
  public List<Verdict> verdicts() {
    List<Comparison> comparisons = rows.stream().map(row -> row.against(baseline)).toList();
    List<Interval> intervals = Holm.intervals(comparisons);
    List<Boolean> ties = tiesWithBest();
    List<Verdict> verdicts = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      boolean isDifferent = !intervals.get(i).contains(1);
      verdicts.add(
          new Verdict(
              row.name(),
              comparisons.get(i),
              intervals.get(i),
              isDifferent,
              ties.get(i),
              isDifferent && isReversedByMean(row, comparisons.get(i)),
              row.flags()));
    }
    verdicts.sort(Comparator.comparingDouble(verdict -> verdict.comparison().ratio()));
    return List.copyOf(verdicts);
  }

  /** Each row compared with the fastest, all at once: overlapping intervals would not tell. */
  private List<Boolean> tiesWithBest() {
    List<Row> all = new ArrayList<>(rows);
    all.add(baseline);
    int best = 0;
    for (int i = 1; i < all.size(); i++) {
      best = all.get(i).sample().mean() < all.get(best).sample().mean() ? i : best;
    }
    Row fastest = all.remove(best);
    List<Row> comparable = all.stream().filter(row -> row.roundsWith(fastest) > 1).toList();
    List<Interval> intervals =
        Holm.intervals(comparable.stream().map(row -> row.against(fastest)).toList());
    List<Boolean> ties = new ArrayList<>();
    for (Row row : all) {
      int index = comparable.indexOf(row);
      ties.add(index >= 0 && intervals.get(index).contains(1));
    }
    ties.add(best, true);
    return ties;
  }

  private boolean isReversedByMean(Row row, Comparison comparison) {
    return row.logRatioByMeans(baseline) * Math.log(comparison.ratio()) < 0;
  }
}
