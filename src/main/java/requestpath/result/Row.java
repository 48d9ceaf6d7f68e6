package requestpath.result;

import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was measured of one row of a group.
 *
 * @param name as the reader knows it
 * @param forks the iteration times of the fork of each round, in order, in one unit for the whole
 *     group
 * @param statistic how a fork becomes a value
 * @param takesTurns whether its forks took turns with those of the other rows in each round
 */
public record Row(
    String name,
    NavigableMap<Integer, double[]> forks,
    ForkStatistic statistic,
    boolean takesTurns) {
  /** A row whose forks ran one after the other. */
  public Row(String name, NavigableMap<Integer, double[]> forks, ForkStatistic statistic) {
    this(name, forks, statistic, false);
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
    return new Row(name, forks.headMap(round, true), statistic, takesTurns);
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
    return new Row(name, forks, ForkStatistic.MEAN, takesTurns);
  }

  /**
   * Compares it with another row, as {@link #against} does; empty when fewer than two rounds hold
   * both.
   */
  public Optional<Comparison> comparedWith(Row other) {
    return roundsWith(other) < 2 ? Optional.empty() : Optional.of(against(other));
  }

  /**
   * This row's time as a multiple of another's, from the rounds that hold both: a machine that was
   * slower in others has then slowed neither. Forks that took turns are compared in pairs, from
   * eight pairs on. Rows with different statistics are compared by their means.
   *
   * @throws IllegalArgumentException when fewer than two rounds do
   */
  public Comparison against(Row other) {
    Set<Integer> both = both(other);
    ForkStatistic alike = alike(other);
    return Comparison.ofRounds(
        values(both, alike), other.values(both, alike), takesTurns && other.takesTurns);
  }

  /** The same ratio from all forks of either, where too few rounds hold both for an interval. */
  public double ratioTo(Row other) {
    ForkStatistic alike = alike(other);
    return Math.exp(
        sample(forks.keySet(), alike).mean() - other.sample(other.forks.keySet(), alike).mean());
  }

  private ForkStatistic alike(Row other) {
    return statistic == other.statistic ? statistic : ForkStatistic.MEAN;
  }

  /** How many rounds hold both. */
  public int roundsWith(Row other) {
    return both(other).size();
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
