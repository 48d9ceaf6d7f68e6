package requestpath.harness.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import requestpath.harness.plan.PlannedVariant;
import requestpath.result.Comparison;
import requestpath.result.Race;
import requestpath.result.Row;
import requestpath.result.Stopping;

/**
 * The variants of a run with their forks so far: which variants are compared, how well their ratios
 * are known, and which need no more forks.
 */
final class Groups {
  private final List<PlannedVariant> all;
  private final Map<PlannedVariant, NavigableMap<Integer, Fork>> forks = new LinkedHashMap<>();

  /** Rows for the statistics, computed once after each fork. */
  private final Map<PlannedVariant, Row> rows = new LinkedHashMap<>();

  /** Races, computed once after each fork. */
  private final Map<List<Object>, Race> races = new HashMap<>();

  Groups(Collection<PlannedVariant> all) {
    this.all = List.copyOf(all);
    all.forEach(planned -> forks.put(planned, new TreeMap<>()));
  }

  /** All variants, with controls and other sides. */
  List<PlannedVariant> all() {
    return all;
  }

  /** Adds a fork. */
  void put(PlannedVariant planned, int round, Fork fork) {
    forks(planned).put(round, fork);
    rows.remove(planned);
    races.clear();
  }

  /** The forks of a variant, by round. */
  NavigableMap<Integer, Fork> forks(PlannedVariant planned) {
    NavigableMap<Integer, Fork> known = forks.get(planned);
    if (known == null) {
      throw new IllegalArgumentException(planned.title() + " is not part of this run");
    }
    return known;
  }

  /** The number of successful forks. */
  int count() {
    return forks.values().stream().mapToInt(Map::size).sum();
  }

  /** A row for the statistics, which compare times: see {@link PlannedVariant#times}. */
  Row row(PlannedVariant planned) {
    return rows.computeIfAbsent(
        planned,
        missing -> {
          NavigableMap<Integer, double[]> times = new TreeMap<>();
          forks(planned)
              .forEach((round, fork) -> times.put(round, planned.times(scores(fork.result()))));
          return new Row(
              planned.member().name(),
              times,
              planned.recipe().statistic(),
              planned.recipe().takesTurns());
        });
  }

  /** The race of its group, as it was after a round. */
  Race race(PlannedVariant planned, int round) {
    return races.computeIfAbsent(
        List.of(planned.member().group(), planned.side(), planned.mode(), round),
        missing ->
            Race.of(
                all.stream()
                    .filter(other -> !other.isControl() && other.isWith(planned))
                    .map(this::withBaseline)
                    .toList(),
                round));
  }

  private Row withBaseline(PlannedVariant planned) {
    Row row = row(planned);
    return baseline(planned).map(this::row).map(row::with).orElse(row);
  }

  /** The measured iterations of a fork, in the unit of its mode. */
  static double[] scores(BenchmarkResult fork) {
    return fork.getIterationResults().stream()
        .map(IterationResult::getPrimaryResult)
        .mapToDouble(result -> result.getScore())
        .toArray();
  }

  /** The baseline of its group on its side; empty for the baseline itself. */
  Optional<PlannedVariant> baseline(PlannedVariant planned) {
    return planned.isBaseline()
        ? Optional.empty()
        : all.stream().filter(other -> other.isBaseline() && other.isWith(planned)).findFirst();
  }

  /** The variants that its ratios refer to: its baseline, its other side, its parts and wholes. */
  List<PlannedVariant> references(PlannedVariant planned) {
    Stream<PlannedVariant> others =
        all.stream()
            .filter(
                other ->
                    other.isOtherSideOf(planned)
                        || planned.isPartOf(other)
                        || other.isPartOf(planned));
    return Stream.concat(baseline(planned).stream(), others).distinct().toList();
  }

  /** The ratio to the baseline, from the rounds that hold both; empty for fewer than two. */
  Optional<Comparison> ratio(PlannedVariant planned) {
    return baseline(planned).flatMap(base -> row(planned).comparedWith(row(base)));
  }

  /** The variants that it is compared with. */
  List<PlannedVariant> partners(PlannedVariant planned) {
    List<PlannedVariant> partners = new ArrayList<>(references(planned));
    if (planned.isBaseline()) {
      all.stream()
          .filter(other -> !other.equals(planned) && other.isWith(planned))
          .forEach(partners::add);
    }
    return partners;
  }

  /** Whether a variant that it is compared with has a fork in a round. */
  boolean hasPartnerIn(int round, PlannedVariant planned) {
    return partners(planned).stream().anyMatch(partner -> forks(partner).containsKey(round));
  }

  /**
   * Whether a variant needs no more forks because all of its ratios are known well enough. The
   * baseline needs forks as long as another variant does.
   *
   * @param rule when a ratio is known well enough
   * @param given variants that get no more forks
   */
  boolean isDecided(PlannedVariant planned, Stopping rule, Collection<PlannedVariant> given) {
    return partners(planned).stream()
        .filter(partner -> !given.contains(partner))
        .allMatch(partner -> rule.rests(row(planned), row(partner)));
  }

  /**
   * Half-width of the widest interval that involves this variant, as a fraction; infinite before
   * the first interval, 0 if nothing is compared with it.
   */
  double width(PlannedVariant planned) {
    return partners(planned).stream()
        .mapToDouble(
            partner ->
                row(planned)
                    .comparedWith(row(partner))
                    .map(Comparison::precision)
                    .orElse(Double.POSITIVE_INFINITY))
        .max()
        .orElse(0);
  }
}
