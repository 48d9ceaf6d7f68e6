package requestpath.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Rows that are compared with one baseline.
 *
 * @param baseline what the others are multiples of
 * @param rows all others, each with at least two forks
 */
public record Group(Row baseline, List<Row> rows) {
  /** The same group ranked by the means of forks, which include garbage collection. */
  public Group byMeans() {
    return new Group(baseline.byMeans(), rows.stream().map(Row::byMeans).toList());
  }

  /** Verdicts on all rows, the one with the lowest ratio first. */
  public List<Verdict> verdicts() {
    List<Comparison> comparisons = rows.stream().map(row -> row.against(baseline)).toList();
    List<Interval> intervals = Holm.intervals(comparisons);
    List<Boolean> differ = Holm.differ(comparisons);
    List<Boolean> ties = tiesWithBest(comparisons);
    List<Pair> changes = changesByMean();
    List<Verdict> verdicts = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      verdicts.add(
          new Verdict(
              row.name(),
              comparisons.get(i),
              row.roundsWith(baseline),
              intervals.get(i),
              differ.get(i),
              ties.get(i),
              changes.stream().anyMatch(pair -> has(pair, row) && has(pair, baseline)),
              flags(row, changes)));
    }
    verdicts.sort(Comparator.comparingDouble(verdict -> verdict.comparison().ratio()));
    return List.copyOf(verdicts);
  }

  /** Libraries that are shown to be faster than the hand-written reference, the fastest first. */
  public List<Verdict> fasterThanReference() {
    List<Pair> pairs =
        all().stream()
            .filter(reference -> reference.name().equals(HandwrittenReference.NAME))
            .flatMap(
                reference ->
                    all().stream()
                        .filter(row -> !HandwrittenReference.isHandwritten(row.name()))
                        .filter(row -> row.roundsWith(reference) > 1)
                        .map(row -> new Pair(row.name(), row, reference)))
            .sorted(Comparator.comparingDouble(pair -> pair.row().sample().mean()))
            .toList();
    return Pair.verdicts(pairs).stream().filter(verdict -> verdict.interval().high() < 1).toList();
  }

  private List<Row> all() {
    return Stream.concat(Stream.of(baseline), rows.stream()).toList();
  }

  /**
   * Pairs that differ (in the test of all pairs, or in the test against the baseline) and whose
   * means are shown to rank the other way round; the faster row first.
   */
  public List<Pair> changesByMean() {
    List<Row> all =
        all().stream().sorted(Comparator.comparingDouble(row -> row.sample().mean())).toList();
    List<Pair> opposite = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        Pair pair = new Pair(all.get(i).name(), all.get(i), all.get(j));
        if (pair.row().roundsWith(pair.other()) > 1 && pair.isOppositeByMean()) {
          opposite.add(pair);
        }
      }
    }
    if (opposite.isEmpty()) {
      return List.of();
    }
    Relations relations = Relations.of(all);
    List<Boolean> differ = Holm.differ(rows.stream().map(row -> row.against(baseline)).toList());
    List<Boolean> shown =
        opposite.stream()
            .map(
                pair ->
                    relations.isFaster(all.indexOf(pair.row()), all.indexOf(pair.other()))
                        || (has(pair, baseline)
                            && rows.stream()
                                .anyMatch(row -> has(pair, row) && differ.get(rows.indexOf(row)))))
            .toList();
    List<Boolean> reversed = Pair.reversedByMean(opposite, shown);
    return IntStream.range(0, opposite.size())
        .filter(reversed::get)
        .mapToObj(opposite::get)
        .toList();
  }

  private static boolean has(Pair pair, Row row) {
    return row.equals(pair.row()) || row.equals(pair.other());
  }

  /**
   * Each library compared with the one of the lowest ratio: overlapping intervals would not tell.
   * Which one that is the data have said, so as many comparisons count as there are pairs.
   */
  private List<Boolean> tiesWithBest(List<Comparison> comparisons) {
    int best = -1;
    for (int i = 0; i < rows.size(); i++) {
      double lowest = best < 0 ? 1 : comparisons.get(best).ratio();
      boolean isLower = comparisons.get(i).ratio() < lowest;
      best = isLower && !HandwrittenReference.isHandwritten(rows.get(i).name()) ? i : best;
    }
    Row fastest = best < 0 ? baseline : rows.get(best);
    List<Row> others =
        rows.stream()
            .filter(row -> !row.equals(fastest) && row.roundsWith(fastest) > 1)
            .filter(row -> !HandwrittenReference.isHandwritten(row.name()))
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
    return flags(baseline, changesByMean());
  }

  private Set<Flag> flags(Row row, List<Pair> changes) {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    flags.addAll(row.flags());
    if (row.roundsWith(baseline) < Flag.FEWEST_FORKS) {
      flags.add(Flag.TOO_FEW_FORKS);
    }
    if (changes.stream().anyMatch(pair -> has(pair, row))) {
      flags.add(Flag.RANK_DIFFERS_BY_MEAN);
    }
    return flags;
  }
}
