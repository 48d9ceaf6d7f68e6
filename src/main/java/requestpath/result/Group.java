package requestpath.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rows that are compared with one baseline. */
public final class Group {
  /** If two logarithms differ by less, rounding alone may decide which is lower. */
  private static final double NEAR = 1e-9;

  private final Row baseline;
  private final List<Row> rows;
  private final List<Comparison> comparisons;
  private final List<Boolean> differ;
  private final List<Pair> changesByMean;

  /**
   * Compares rows with a baseline.
   *
   * @param baseline what the others are multiples of
   * @param rows all others, each with at least two rounds in common with the baseline
   */
  public Group(Row baseline, List<Row> rows) {
    this.baseline = baseline;
    this.rows = List.copyOf(rows);
    this.comparisons = this.rows.stream().map(row -> row.against(baseline)).toList();
    this.differ = Holm.differ(comparisons);
    this.changesByMean = findChangesByMean();
  }

  /** The same group ranked by the means of forks, which include garbage collection. */
  public Group byMeans() {
    return new Group(baseline.byMeans(), rows.stream().map(Row::byMeans).toList());
  }

  /** Verdicts on all rows, the one with the lowest ratio first. */
  public List<Verdict> verdicts() {
    List<Interval> intervals = Holm.intervals(comparisons);
    List<Boolean> ties = tiesWithBest();
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
              changesByMean.stream().anyMatch(pair -> has(pair, row) && has(pair, baseline)),
              flags(row)));
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
                        .flatMap(row -> Pair.of(row.name(), row, reference).stream()))
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
    return changesByMean;
  }

  private List<Pair> findChangesByMean() {
    List<Row> all = all();
    if (all.stream().allMatch(Row::isByMean)) {
      return List.of();
    }
    List<Pair> opposite = oppositePairs(all);
    if (opposite.isEmpty()) {
      return List.of();
    }
    Relations relations = Relations.of(all);
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

  /**
   * Pairs whose means are the other way round than their values, the row with the lower value
   * first. A file can hold thousands of rows, which have millions of pairs: rows with the same
   * statistic and the same rounds have ratios on the side that their own means tell, so that a pair
   * is compared only if those are the other way round, or too near to each other to tell.
   */
  static List<Pair> oppositePairs(List<Row> rows) {
    List<Row> sorted =
        rows.stream().sorted(Comparator.comparingDouble(row -> row.sample().mean())).toList();
    double[] values = sorted.stream().mapToDouble(row -> row.sample().mean()).toArray();
    double[] means = sorted.stream().mapToDouble(row -> row.byMeans().sample().mean()).toArray();
    int[] rounds = numbersOfRounds(sorted);
    List<Pair> opposite = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      for (int j = i + 1; j < sorted.size(); j++) {
        boolean isInOrder = values[j] - values[i] > NEAR && means[j] - means[i] > NEAR;
        if (!isInOrder || rounds[i] != rounds[j]) {
          Pair.of(sorted.get(i).name(), sorted.get(i), sorted.get(j))
              .filter(Pair::isOppositeByMean)
              .ifPresent(opposite::add);
        }
      }
    }
    return opposite;
  }

  /** The same number for rows with the same statistic that have forks in the same rounds. */
  private static int[] numbersOfRounds(List<Row> rows) {
    Map<Map.Entry<Set<Integer>, ForkStatistic>, Integer> numbers = new HashMap<>();
    return rows.stream()
        .mapToInt(
            row ->
                numbers.computeIfAbsent(
                    Map.entry(Set.copyOf(row.forks().keySet()), row.statistic()),
                    key -> numbers.size()))
        .toArray();
  }

  private static boolean has(Pair pair, Row row) {
    return row.equals(pair.row()) || row.equals(pair.other());
  }

  /**
   * Each library compared with the one of the lowest ratio: overlapping intervals would not tell.
   * Which one that is the data have said, so as many comparisons count as there are pairs. If it is
   * the baseline, the comparisons of the verdicts are the same ones, and a difference that they
   * show is one here, too.
   */
  private List<Boolean> tiesWithBest() {
    int best = indexOfBest();
    Row fastest = best < 0 ? baseline : rows.get(best);
    List<Integer> others =
        IntStream.range(0, rows.size())
            .filter(i -> i != best && rows.get(i).comparedWith(fastest).isPresent())
            .filter(i -> !HandwrittenReference.isHandwritten(rows.get(i).name()))
            .boxed()
            .toList();
    int pairs = (rows.size() + 1) * rows.size() / 2;
    List<Boolean> slower =
        Holm.differ(others.stream().map(i -> rows.get(i).against(fastest)).toList(), pairs);
    List<Boolean> ties =
        new ArrayList<>(IntStream.range(0, rows.size()).mapToObj(i -> i == best).toList());
    for (int i = 0; i < others.size(); i++) {
      int row = others.get(i);
      boolean isShownByVerdict = best < 0 && differ.get(row);
      ties.set(row, !slower.get(i) && !isShownByVerdict);
    }
    return ties;
  }

  /** Of the library with the lowest ratio; -1 if that is the baseline. */
  private int indexOfBest() {
    int best = -1;
    for (int i = 0; i < rows.size(); i++) {
      double lowest = best < 0 ? 1 : comparisons.get(best).ratio();
      boolean isLower = comparisons.get(i).ratio() < lowest;
      best = isLower && !HandwrittenReference.isHandwritten(rows.get(i).name()) ? i : best;
    }
    return best;
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
    if (changesByMean.stream().anyMatch(pair -> has(pair, row))) {
      flags.add(Flag.RANK_DIFFERS_BY_MEAN);
    }
    return flags;
  }
}
