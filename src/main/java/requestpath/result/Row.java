package requestpath.result;

import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of one row of a group.
 *
 * @param name as the reader knows it
 * @param forks the iteration times of the fork of each round, in order, in one unit for the whole
 *     group
 * @param statistic how a fork becomes a value
 * @param takesTurns whether its forks took turns with those of the other rows in each round
 * @param baseline of its group, which has a fork in each of its rounds; null where there is none
 */
public record Row(
    String name,
    NavigableMap<Integer, double[]> forks,
    ForkStatistic statistic,
    boolean takesTurns,
    @Nullable Row baseline) {
  /** A row whose group has no baseline, or that is the baseline. */
  public Row(
      String name,
      NavigableMap<Integer, double[]> forks,
      ForkStatistic statistic,
      boolean takesTurns) {
    this(name, forks, statistic, takesTurns, null);
  }

  /** A row whose forks ran one after the other. */
  public Row(String name, NavigableMap<Integer, double[]> forks, ForkStatistic statistic) {
    this(name, forks, statistic, false, null);
  }

  /** The same row in a group with a baseline. */
  public Row with(Row groupsBaseline) {
    return new Row(name, forks, statistic, takesTurns, groupsBaseline);
  }

  /** A row with a fork in each round from the first on. */
  public static Row of(String name, List<double[]> forks, ForkStatistic statistic) {
    NavigableMap<Integer, double[]> rounds = new TreeMap<>();
    for (double[] fork : forks) {
      rounds.put(rounds.size() + 1, fork);
    }
    return new Row(name, rounds, statistic);
  }

  /** The same row as it was after a round. */
  Row until(int round) {
    return new Row(name, forks.headMap(round, true), statistic, takesTurns, baseline);
  }

  /** The values of all forks. */
  public Sample sample() {
    return sample(forks.keySet(), statistic);
  }

  /** The time of one operation: the geometric mean of the values of all forks. */
  public double time() {
    return Math.exp(sample().mean());
  }

  /** Whether its statistic is the mean. */
  boolean isByMean() {
    return statistic == ForkStatistic.MEAN;
  }

  /** The same row by the means of its forks, which leave nothing out. */
  public Row byMeans() {
    return new Row(
        name, forks, ForkStatistic.MEAN, takesTurns, baseline == null ? null : baseline.byMeans());
  }

  /**
   * Compares it with another row, as {@link #against} does; empty when there are too few rounds.
   */
  public Optional<Comparison> comparedWith(Row other) {
    return roundsWith(other) < 2 ? Optional.empty() : Optional.of(against(other));
  }

  /**
   * This row's time as a multiple of another's, from the rounds that hold both: a machine that was
   * slower in others has then slowed neither. Forks that took turns are compared in pairs, from
   * eight pairs on. Rows with different statistics are compared by their means.
   *
   * <p>The forks of a large group do not all fit into memory, so that two of its rows have few
   * rounds in common. Then each fork is divided by the baseline's of the same round, and these
   * ratios are compared. Where a round holds both rows, their ratios have the same divisor; this
   * makes the interval wider than need be, never too narrow.
   *
   * @throws IllegalArgumentException when there are fewer than two rounds
   */
  public Comparison against(Row other) {
    ForkStatistic alike = alike(other);
    if (isApartFrom(other)) {
      return Comparison.of(relative(alike), other.relative(alike));
    }
    Set<Integer> both = both(other);
    return Comparison.ofRounds(
        values(both, alike), other.values(both, alike), takesTurns && other.takesTurns);
  }

  /** The same ratio from all forks of either, where too few rounds hold both for an interval. */
  public double ratioTo(Row other) {
    ForkStatistic alike = alike(other);
    if (isApartFrom(other)) {
      return Math.exp(relative(alike).mean() - other.relative(alike).mean());
    }
    return Math.exp(
        sample(forks.keySet(), alike).mean() - other.sample(other.forks.keySet(), alike).mean());
  }

  private ForkStatistic alike(Row other) {
    return statistic == other.statistic ? statistic : ForkStatistic.MEAN;
  }

  /**
   * How many rounds a comparison rests on: those that hold both; of rows that were seldom in the
   * same round, those of the one that has fewer.
   */
  public int roundsWith(Row other) {
    return isApartFrom(other)
        ? Math.min(relativeRounds().size(), other.relativeRounds().size())
        : both(other).size();
  }

  /** Whether more is known by way of the common baseline than from the rounds that hold both. */
  private boolean isApartFrom(Row other) {
    if (baseline == null || other.baseline == null || baseline.forks != other.baseline.forks) {
      return false;
    }
    int common = both(other).size();
    int relative = Math.min(relativeRounds().size(), other.relativeRounds().size());
    return common < Comparison.ENOUGH_PAIRS && common < relative;
  }

  /** The rounds that hold the baseline, too. */
  private Set<Integer> relativeRounds() {
    return baseline == null ? Set.of() : both(baseline);
  }

  /** Each fork as a multiple of the baseline's of the same round. */
  private Sample relative(ForkStatistic by) {
    Set<Integer> rounds = relativeRounds();
    double[] own = values(rounds, by);
    double[] base = baseline == null ? new double[0] : baseline.values(rounds, by);
    return Sample.of(IntStream.range(0, own.length).mapToDouble(i -> own[i] / base[i]).toArray());
  }

  /** What to know before believing it. */
  public Set<Flag> flags() {
    return Flag.of(List.copyOf(forks.values()), statistic);
  }

  private Set<Integer> both(Row other) {
    Set<Integer> both = new TreeSet<>(forks.keySet());
    both.retainAll(other.forks.keySet());
    return both;
  }

  private Sample sample(Collection<Integer> rounds, ForkStatistic by) {
    return Sample.of(values(rounds, by));
  }

  /** In the order of the rounds. */
  private double[] values(Collection<Integer> rounds, ForkStatistic by) {
    return forks.entrySet().stream()
        .filter(fork -> rounds.contains(fork.getKey()))
        .mapToDouble(fork -> by.of(fork.getValue()))
        .toArray();
  }
}
