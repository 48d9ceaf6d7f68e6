package requestpath.harness.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import requestpath.harness.plan.Combination;
import requestpath.result.Comparison;
import requestpath.result.Row;
import requestpath.result.Stopping;

/**
 * The rows of a run and what its forks have found out so far: which rows are compared, how well
 * their ratios are known, and which of them need no more forks.
 */
final class Groups {
  private final List<Combination> all;
  private final Map<Combination, NavigableMap<Integer, Fork>> forks = new LinkedHashMap<>();

  /** Rows as the statistics see them; made once for each state of their forks. */
  private final Map<Combination, Row> rows = new LinkedHashMap<>();

  Groups(Collection<Combination> all) {
    this.all = List.copyOf(all);
    all.forEach(combination -> forks.put(combination, new TreeMap<>()));
  }

  /** All combinations, controls and other sides among them. */
  List<Combination> all() {
    return all;
  }

  /** Takes what a fork found out. */
  void put(Combination combination, int round, Fork fork) {
    forks(combination).put(round, fork);
    rows.remove(combination);
  }

  /** What the forks of a combination found out, by round. */
  NavigableMap<Integer, Fork> forks(Combination combination) {
    NavigableMap<Integer, Fork> known = forks.get(combination);
    if (known == null) {
      throw new IllegalArgumentException(combination.title() + " is no row of this run");
    }
    return known;
  }

  /** How many forks have succeeded. */
  int count() {
    return forks.values().stream().mapToInt(Map::size).sum();
  }

  /** A combination as the statistics see it, which compare times: see {@link Combination#times}. */
  Row row(Combination combination) {
    return rows.computeIfAbsent(
        combination,
        missing -> {
          NavigableMap<Integer, double[]> times = new TreeMap<>();
          forks(combination)
              .forEach((round, fork) -> times.put(round, combination.times(scores(fork.result()))));
          return new Row(combination.place().name(), times, combination.recipe().statistic());
        });
  }

  /** The measured iterations of a fork, in the unit of its mode. */
  static double[] scores(BenchmarkResult fork) {
    return fork.getIterationResults().stream()
        .map(IterationResult::getPrimaryResult)
        .mapToDouble(result -> result.getScore())
        .toArray();
  }

  /** What a combination's ratio refers to: the baseline of its group on its side. */
  Optional<Combination> baseline(Combination combination) {
    return combination.isBaseline()
        ? Optional.empty()
        : all.stream().filter(other -> other.isBaseline() && other.isWith(combination)).findFirst();
  }

  /** The same row under what the run measures against. */
  Optional<Combination> otherSide(Combination combination) {
    return all.stream().filter(other -> other.isOtherSideOf(combination)).findFirst();
  }

  /** The rows that do a part of this one's work, and those whose work this one does a part of. */
  List<Combination> partsAndWholes(Combination combination) {
    return all.stream()
        .filter(other -> combination.isPartOf(other) || other.isPartOf(combination))
        .toList();
  }

  /** The ratio to the baseline, from the rounds that hold both; empty for fewer than two. */
  Optional<Comparison> ratio(Combination combination) {
    return baseline(combination).flatMap(base -> compare(combination, base));
  }

  /** One row's time as a multiple of another's; empty for fewer than two common rounds. */
  Optional<Comparison> compare(Combination combination, Combination other) {
    Row row = row(combination);
    Row base = row(other);
    return row.roundsWith(base) > 1 ? Optional.of(row.against(base)) : Optional.empty();
  }

  /** The rows whose ratios to this one, or whose ratios that it has to, are asked for. */
  private List<Combination> partners(Combination combination) {
    List<Combination> partners = new ArrayList<>();
    baseline(combination).ifPresent(partners::add);
    otherSide(combination).ifPresent(partners::add);
    partners.addAll(partsAndWholes(combination));
    if (combination.isBaseline()) {
      all.stream()
          .filter(other -> !other.equals(combination) && other.isWith(combination))
          .forEach(partners::add);
    }
    return partners;
  }

  /**
   * Whether a row needs no more forks: every ratio that it has a part in is known well enough. The
   * baseline goes on until all others rest.
   *
   * @param rule when a ratio is known well enough
   * @param given rows that get no more forks whatever their ratios are
   */
  boolean isDecided(Combination combination, Stopping rule, Collection<Combination> given) {
    return partners(combination).stream()
        .filter(partner -> !given.contains(partner))
        .allMatch(partner -> rule.rests(row(combination), row(partner)));
  }

  /**
   * How far the widest interval of a ratio that a row has a part in reaches to either side, as a
   * fraction; infinite where there is none yet, 0 for a row that is compared with nothing.
   */
  double width(Combination combination) {
    return partners(combination).stream()
        .mapToDouble(
            partner ->
                compare(combination, partner)
                    .map(Comparison::precision)
                    .orElse(Double.POSITIVE_INFINITY))
        .max()
        .orElse(0);
  }
}
