package requestpath.result;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How much other work slowed the machine while the forks of a group took turns. In each cycle every
 * fork measures one iteration, one after the other within a fraction of a second. When other
 * programs take a core, the iterations of all forks become longer together.
 *
 * @param slowdowns of each cycle, by round: the median over the forks of the iteration's time as a
 *     multiple of the lowest fork value of its row in the whole run
 */
public record MachineState(NavigableMap<Integer, double[]> slowdowns) {
  /** Fewer rows than this do not tell the machine from their own garbage collections. */
  private static final int FEWEST_ROWS = 3;

  /** How much longer than the best an iteration takes on a quiet machine, at most. */
  private static final double QUIET = 1.1;

  private static final double HALF = 0.5;

  /** Without anything known. */
  static final MachineState NONE = new MachineState(new TreeMap<>());

  /**
   * From rows whose forks took turns.
   *
   * @return with nothing in it when there are fewer than three rows
   */
  static MachineState of(List<Row> rows) {
    if (rows.size() < FEWEST_ROWS) {
      return NONE;
    }
    List<NavigableMap<Integer, double[]>> multiples =
        rows.stream().map(MachineState::multiplesOfLowest).toList();
    TreeSet<Integer> rounds = new TreeSet<>();
    rows.forEach(row -> rounds.addAll(row.forks().keySet()));
    NavigableMap<Integer, double[]> slowdowns = new TreeMap<>();
    for (int round : rounds) {
      List<double[]> forks =
          multiples.stream().flatMap(row -> Stream.ofNullable(row.get(round))).toList();
      if (forks.size() >= FEWEST_ROWS) {
        slowdowns.put(round, medians(forks));
      }
    }
    return new MachineState(slowdowns);
  }

  private static NavigableMap<Integer, double[]> multiplesOfLowest(Row row) {
    double lowest =
        row.forks().values().stream().mapToDouble(row.statistic()::of).min().orElse(Double.NaN);
    NavigableMap<Integer, double[]> multiples = new TreeMap<>();
    row.forks()
        .forEach(
            (round, times) ->
                multiples.put(round, Arrays.stream(times).map(time -> time / lowest).toArray()));
    return multiples;
  }

  private static double[] medians(List<double[]> forks) {
    int cycles = forks.stream().mapToInt(fork -> fork.length).min().orElse(0);
    double[] medians = new double[cycles];
    for (int i = 0; i < cycles; i++) {
      int cycle = i;
      double[] sorted = forks.stream().mapToDouble(fork -> fork[cycle]).sorted().toArray();
      medians[i] = ForkStatistic.quantile(HALF, sorted);
    }
    return medians;
  }

  /** Whether the machine was quiet in a cycle of this slowdown. */
  public static boolean isQuiet(double slowdown) {
    return slowdown <= QUIET;
  }

  /** The share of all cycles in which the machine was quiet; NaN when nothing is known. */
  public double quietShare() {
    return slowdowns.values().stream()
        .flatMapToDouble(Arrays::stream)
        .map(slowdown -> isQuiet(slowdown) ? 1 : 0)
        .average()
        .orElse(Double.NaN);
  }

  /** The rounds without a quiet cycle, so that no fork has a quiet value. */
  public List<Integer> neverQuiet() {
    return slowdowns.entrySet().stream()
        .filter(round -> Arrays.stream(round.getValue()).noneMatch(MachineState::isQuiet))
        .map(Map.Entry::getKey)
        .toList();
  }
}
