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
import requestpath.harness.plan.PlannedRow;
import requestpath.result.Comparison;
import requestpath.result.Row;
import requestpath.result.Stopping;

/**
 * The rows of a run and what its forks have found out so far: which rows are compared, how well
 * their ratios are known, and which of them need no more forks.
 */
final class Groups {
  private final List<PlannedRow> all;
  private final Map<PlannedRow, NavigableMap<Integer, Fork>> forks = new LinkedHashMap<>();

  /** Rows as the statistics see them; made once for each state of their forks. */
  private final Map<PlannedRow, Row> rows = new LinkedHashMap<>();

  Groups(Collection<PlannedRow> all) {
    this.all = List.copyOf(all);
    all.forEach(planned -> forks.put(planned, new TreeMap<>()));
  }

  /** All rows, controls and other sides among them. */
  List<PlannedRow> all() {
    return all;
  }

  /** Takes what a fork found out. */
  void put(PlannedRow planned, int round, Fork fork) {
    forks(planned).put(round, fork);
    rows.remove(planned);
  }

  /** What the forks of a row found out, by round. */
  NavigableMap<Integer, Fork> forks(PlannedRow planned) {
    NavigableMap<Integer, Fork> known = forks.get(planned);
    if (known == null) {
      throw new IllegalArgumentException(planned.title() + " is no row of this run");
    }
    return known;
  }

  /** How many forks have succeeded. */
  int count() {
    return forks.values().stream().mapToInt(Map::size).sum();
  }

  /** A row as the statistics see it, which compare times: see {@link PlannedRow#times}. */
  Row row(PlannedRow planned) {
    return rows.computeIfAbsent(
        planned,
        missing -> {
          NavigableMap<Integer, double[]> times = new TreeMap<>();
          forks(planned)
              .forEach((round, fork) -> times.put(round, planned.times(scores(fork.result()))));
          return new Row(planned.member().name(), times, planned.recipe().statistic());
        });
  }

  /** The measured iterations of a fork, in the unit of its mode. */
  static double[] scores(BenchmarkResult fork) {
    return fork.getIterationResults().stream()
        .map(IterationResult::getPrimaryResult)
        .mapToDouble(result -> result.getScore())
        .toArray();
  }

  /** What a row's ratio refers to: the baseline of its group on its side. */
  Optional<PlannedRow> baseline(PlannedRow planned) {
    return planned.isBaseline()
        ? Optional.empty()
        : all.stream().filter(other -> other.isBaseline() && other.isWith(planned)).findFirst();
  }

  /** The same row under what the run measures against. */
  Optional<PlannedRow> otherSide(PlannedRow planned) {
    return all.stream().filter(other -> other.isOtherSideOf(planned)).findFirst();
  }

  /** The rows that do a part of this one's work, and those whose work this one does a part of. */
  List<PlannedRow> partsAndWholes(PlannedRow planned) {
    return all.stream()
        .filter(other -> planned.isPartOf(other) || other.isPartOf(planned))
        .toList();
  }

  /** The ratio to the baseline, from the rounds that hold both; empty for fewer than two. */
  Optional<Comparison> ratio(PlannedRow planned) {
    return baseline(planned).flatMap(base -> compare(planned, base));
  }

  /** One row's time as a multiple of another's; empty for fewer than two common rounds. */
  Optional<Comparison> compare(PlannedRow planned, PlannedRow other) {
    Row row = row(planned);
    Row base = row(other);
    return row.roundsWith(base) > 1 ? Optional.of(row.against(base)) : Optional.empty();
  }

  /** The rows whose ratios to this one, or whose ratios that it has to, are asked for. */
  private List<PlannedRow> partners(PlannedRow planned) {
    List<PlannedRow> partners = new ArrayList<>();
    baseline(planned).ifPresent(partners::add);
    otherSide(planned).ifPresent(partners::add);
    partners.addAll(partsAndWholes(planned));
    if (planned.isBaseline()) {
      all.stream()
          .filter(other -> !other.equals(planned) && other.isWith(planned))
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
  boolean isDecided(PlannedRow planned, Stopping rule, Collection<PlannedRow> given) {
    return partners(planned).stream()
        .filter(partner -> !given.contains(partner))
        .allMatch(partner -> rule.rests(row(planned), row(partner)));
  }

  /**
   * How far the widest interval of a ratio that a row has a part in reaches to either side, as a
   * fraction; infinite where there is none yet, 0 for a row that is compared with nothing.
   */
  double width(PlannedRow planned) {
    return partners(planned).stream()
        .mapToDouble(
            partner ->
                compare(planned, partner)
                    .map(Comparison::precision)
                    .orElse(Double.POSITIVE_INFINITY))
        .max()
        .orElse(0);
  }
}
