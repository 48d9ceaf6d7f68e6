package requestpath.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import requestpath.stats.Comparison;
import requestpath.stats.Flag;
import requestpath.stats.ForkStatistic;
import requestpath.stats.Group;
import requestpath.stats.Holm;
import requestpath.stats.Row;
import requestpath.stats.Stopping;
import requestpath.stats.Verdict;

/**
 * What a run says at its end, in sentences: rows that differ in their library alone, each as a
 * multiple of the baseline of its group.
 */
final class Verdicts {
  private static final String LIBRARY = "library";

  /** The baselines: what most services use. */
  private static final Set<String> BASELINES = Set.of("JACKSON2", "MSGPACK_CORE");

  private static final String CONTROL = " (control)";

  private Verdicts() {}

  /** The combinations, and for each group of some rows its baseline once more. */
  static List<Combination> withControls(Collection<Combination> combinations) {
    Map<Key, Long> sizes =
        combinations.stream()
            .filter(Verdicts::isCompared)
            .collect(Collectors.groupingBy(Verdicts::key, Collectors.counting()));
    List<Combination> all = new ArrayList<>(combinations);
    for (Combination combination : combinations) {
      if (isCompared(combination)
          && isBaseline(combination)
          && combination.forks() > 1
          && sizes.getOrDefault(key(combination), 0L) > 1) {
        all.add(combination.control());
      }
    }
    return List.copyOf(all);
  }

  private static boolean isCompared(Combination combination) {
    return combination.parameters().containsKey(LIBRARY) && isTime(combination.mode());
  }

  private static boolean isBaseline(Combination combination) {
    return !combination.isControl()
        && BASELINES.contains(combination.parameters().getOrDefault(LIBRARY, ""));
  }

  private static String name(Combination combination) {
    return combination.parameters().get(LIBRARY) + (combination.isControl() ? CONTROL : "");
  }

  /**
   * The verdicts on all groups that have a baseline and another row, as lines.
   *
   * @param results the forks of each combination
   * @param threads how many threads called the operation
   */
  static List<String> of(
      Map<Combination, NavigableMap<Integer, BenchmarkResult>> results, int threads) {
    Map<Key, Map<String, NavigableMap<Integer, BenchmarkResult>>> groups = new LinkedHashMap<>();
    results.forEach(
        (combination, forks) -> {
          if (isCompared(combination)) {
            groups
                .computeIfAbsent(key(combination), none -> new LinkedHashMap<>())
                .put(name(combination), forks);
          }
        });
    List<String> lines = new ArrayList<>();
    List<Comparison> controls = new ArrayList<>();
    groups.forEach((key, rows) -> lines.addAll(lines(key, rows, key.statistic(threads), controls)));
    if (Holm.intervals(controls).stream().anyMatch(interval -> !interval.contains(1))) {
      lines.add("");
      lines.add(
          "# The control of a group, its baseline measured twice, differs from itself: this machine"
              + " was too noisy to rank so closely; run again when it is quiet");
    }
    return lines;
  }

  /**
   * Whether a row needs no more forks. The baseline rests when all others do; a row without one is
   * decided.
   *
   * @param rule when a row rests
   */
  static boolean isDecided(
      Combination combination,
      Map<Combination, NavigableMap<Integer, BenchmarkResult>> results,
      int threads,
      Stopping rule) {
    Key key = key(combination);
    List<Combination> group =
        results.keySet().stream()
            .filter(Verdicts::isCompared)
            .filter(other -> key(other).equals(key))
            .toList();
    List<Combination> baselines = group.stream().filter(Verdicts::isBaseline).toList();
    if (baselines.isEmpty() || !group.contains(combination)) {
      return true;
    }
    Combination baseline = baselines.get(0);
    ForkStatistic statistic = key.statistic(threads);
    Row base = row("", results.getOrDefault(baseline, new TreeMap<>()), statistic);
    return group.stream()
        .filter(row -> !row.equals(baseline))
        .filter(row -> combination.equals(baseline) || row.equals(combination))
        .allMatch(
            row ->
                rule.rests(row("", results.getOrDefault(row, new TreeMap<>()), statistic), base));
  }

  private static boolean isTime(Mode mode) {
    return mode == Mode.AverageTime || mode == Mode.SingleShotTime;
  }

  /**
   * What rows have in common that are compared.
   *
   * @param title the benchmark and the parameters but the library
   */
  private record Key(String title, Mode mode) {
    /** A low quantile, where nothing waits for anything; of one iteration all are the same. */
    ForkStatistic statistic(int threads) {
      return threads > 1 ? ForkStatistic.MEAN : ForkStatistic.LOW_QUANTILE;
    }

    @Override
    public String toString() {
      return title + ", " + mode.shortLabel();
    }
  }

  private static Key key(Combination combination) {
    Map<String, String> others = new LinkedHashMap<>(combination.parameters());
    others.remove(LIBRARY);
    return new Key(Combination.title(combination.benchmark(), others), combination.mode());
  }

  private static List<String> lines(
      Key key,
      Map<String, NavigableMap<Integer, BenchmarkResult>> forks,
      ForkStatistic statistic,
      List<Comparison> controls) {
    String baseline = forks.keySet().stream().filter(BASELINES::contains).findFirst().orElse("");
    if (baseline.isEmpty() || forks.size() < 2) {
      return List.of();
    }
    Row base = row(baseline, forks.getOrDefault(baseline, new TreeMap<>()), statistic);
    List<Row> rows = new ArrayList<>();
    forks.forEach(
        (row, each) -> {
          if (!row.equals(baseline)
              && each.keySet().stream().filter(base.forks()::containsKey).count() > 1) {
            rows.add(row(row, each, statistic));
          }
        });
    if (rows.isEmpty()) {
      return List.of("", "# Verdicts on " + key + ": none, as one fork ranks nothing");
    }
    List<String> lines = new ArrayList<>(List.of("", "# Verdicts on " + key + ":"));
    rows.stream()
        .filter(row -> row.name().endsWith(CONTROL))
        .forEach(control -> controls.add(control.against(base)));
    rows.removeIf(row -> row.name().endsWith(CONTROL));
    List<Verdict> verdicts = new Group(base, rows).verdicts();
    for (Verdict verdict : verdicts) {
      boolean isFastest = verdict.equals(verdicts.get(0)) && verdict.comparison().ratio() < 1;
      lines.add("#   " + verdict.sentence(baseline) + remarks(verdict, isFastest));
    }
    return lines;
  }

  private static String remarks(Verdict verdict, boolean isFastest) {
    List<String> remarks = new ArrayList<>();
    if (isFastest) {
      remarks.add("the fastest");
    } else if (verdict.tiesWithBest()) {
      remarks.add("no difference from the fastest shown");
    }
    for (Flag flag : verdict.flags()) {
      remarks.add(flag.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
    return remarks.isEmpty() ? "" : remarks.stream().collect(Collectors.joining(", ", " (", ")"));
  }

  private static Row row(
      String name, NavigableMap<Integer, BenchmarkResult> forks, ForkStatistic statistic) {
    NavigableMap<Integer, double[]> times = new TreeMap<>();
    forks.forEach((round, fork) -> times.put(round, times(fork)));
    return new Row(name, times, statistic);
  }

  private static double[] times(BenchmarkResult fork) {
    return fork.getIterationResults().stream()
        .map(IterationResult::getPrimaryResult)
        .mapToDouble(result -> result.getScore())
        .toArray();
  }
}
