package requestpath.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whether intervals hold what they promise, by simulation with a fixed seed: the truth is known,
 * the noise is drawn, and the share of runs is counted whose interval holds the truth.
 */
@TestMethodOrder(MethodOrderer.MethodName.class)
class CoverageTest {
  private static final int RUNS = 4000;
  private static final double TRUTH = 1.3;

  /** Any fixed number would do. */
  private static final long SEED = 5;

  private static final int GROUPS = 1000;

  private record Cell(double coverage, double flagged, double forks) {}

  @Test
  void intervalsHoldTheTruthInNinetyFiveOfAHundredRuns() {
    List<String> table = new ArrayList<>();
    table.add("noise      forks       rounds  stopping  coverage  flagged  forks");
    for (Noise noise : Noise.values()) {
      for (boolean takeTurns : new boolean[] {false, true}) {
        for (int rounds : new int[] {5, 7, 10}) {
          for (boolean stopping : new boolean[] {false, true}) {
            Cell cell = cell(noise, takeTurns, rounds, stopping);
            table.add(
                String.format(
                    Locale.ROOT,
                    "%-10s %-10s  %6d  %-8s  %7.1f%%  %6.1f%%  %5.1f",
                    noise,
                    takeTurns ? "take turns" : "one by one",
                    rounds,
                    stopping ? "at 2%" : "fixed",
                    100 * cell.coverage,
                    100 * cell.flagged,
                    cell.forks));
            if (noise.hasOneMode() || (noise == Noise.DRIFT && takeTurns && rounds >= 10)) {
              assertThat(cell.coverage).as(table.get(table.size() - 1)).isBetween(0.93, 0.97);
            }
          }
        }
      }
    }
    System.out.println(String.join(System.lineSeparator(), table));
  }

  private static Cell cell(Noise noise, boolean takeTurns, int rounds, boolean stopping) {
    SplittableRandom random = new SplittableRandom(SEED);
    Stopping rule = new Stopping(rounds, stopping ? 3 * rounds : rounds, 0.02);
    int held = 0;
    int flagged = 0;
    long forks = 0;
    for (int run = 0; run < RUNS; run++) {
      List<Double> row = new ArrayList<>();
      List<Double> baseline = new ArrayList<>();
      Comparison comparison;
      do {
        int round = row.size();
        row.add(TRUTH * Math.exp(noise.draw(random, round)));
        baseline.add(Math.exp(noise.draw(random, round)));
        comparison =
            row.size() < rounds
                ? null
                : Comparison.ofRounds(array(row), array(baseline), takeTurns);
      } while (comparison == null
          || (row.size() < rule.maximumForks() && !comparison.isKnownTo(rule.precision())));
      held += comparison.interval(0.95).contains(TRUTH) ? 1 : 0;
      flagged +=
          Flag.smallerGroup(array(row)) > 0 || Flag.smallerGroup(array(baseline)) > 0 ? 1 : 0;
      forks += row.size();
    }
    return new Cell((double) held / RUNS, (double) flagged / RUNS, (double) forks / RUNS);
  }

  private static final double SPREAD = 0.013;

  /** How much of the variance of forks that take turns is that of their rounds, as recorded. */
  private static final double OF_ROUNDS = 0.5;

  /** Rows of forks that differ by 1.3%. If they take turns, half of that is alike in a round. */
  private static List<Row> rows(SplittableRandom random, boolean takeTurns, double... truths) {
    double shared = takeTurns ? OF_ROUNDS : 0;
    double[] slowed = new double[takeTurns ? 8 : 7];
    Arrays.setAll(slowed, round -> Noise.gaussian(random) * SPREAD * Math.sqrt(shared));
    List<Row> rows = new ArrayList<>();
    for (double truth : truths) {
      List<Double> values = new ArrayList<>();
      for (double round : slowed) {
        double own = Noise.gaussian(random) * SPREAD * Math.sqrt(1 - shared);
        values.add(truth * Math.exp(round + own));
      }
      rows.add(row(values, takeTurns));
    }
    return rows;
  }

  /** Of each row but the first with the first. */
  private static List<Comparison> comparisons(List<Row> rows) {
    return rows.stream().skip(1).map(row -> row.against(rows.get(0))).toList();
  }

  private static double[] truths(double... first) {
    double[] truths = new double[20];
    Arrays.fill(truths, 1);
    System.arraycopy(first, 0, truths, 0, first.length);
    return truths;
  }

  /** Of twenty identical rows one is the baseline; any that is called different is an error. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void identicalRowsAreCalledDifferentInAtMostFiveOfAHundredGroups(boolean takeTurns) {
    SplittableRandom random = new SplittableRandom(SEED);
    int wrong = 0;
    for (int i = 0; i < GROUPS; i++) {
      wrong += Holm.differ(comparisons(rows(random, takeTurns, truths()))).contains(true) ? 1 : 0;
    }
    assertThat((double) wrong / GROUPS).isLessThanOrEqualTo(0.05);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aTrueDifferenceOfFivePercentIsFound(boolean takeTurns) {
    SplittableRandom random = new SplittableRandom(SEED);
    int found = 0;
    for (int i = 0; i < GROUPS; i++) {
      List<Row> rows = rows(random, takeTurns, truths(1, 1.05));
      found += Holm.differ(comparisons(rows)).get(0) ? 1 : 0;
    }
    System.out.printf(
        Locale.ROOT,
        "a true 5%% at CV 1.3%%, %s: found in %.1f%% of groups%n",
        takeTurns ? "taking turns" : "one by one",
        100.0 * found / GROUPS);
    assertThat((double) found / GROUPS).isGreaterThanOrEqualTo(0.95);
  }

  /** Nineteen rows that all differ from the baseline: each interval must hold its own truth. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theIntervalsOfAGroupHoldTheirTruthsTogether(boolean takeTurns) {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] truths = truths();
    for (int row = 1; row < truths.length; row++) {
      truths[row] = truth(row - 1);
    }
    int held = 0;
    for (int i = 0; i < GROUPS; i++) {
      List<Interval> intervals = Holm.intervals(comparisons(rows(random, takeTurns, truths)));
      held +=
          IntStream.range(0, intervals.size())
                  .allMatch(row -> intervals.get(row).contains(truth(row)))
              ? 1
              : 0;
    }
    assertThat((double) held / GROUPS).isGreaterThanOrEqualTo(0.95);
  }

  /** From far less to far more than the baseline, some of them close to it. */
  private static double truth(int row) {
    return Math.exp((row - 9) * 0.02);
  }

  /** Of twenty identical rows, one is fastest by chance, and all others tie with it. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatIsFastestByChanceIsLevelWithAllOthers(boolean takeTurns) {
    SplittableRandom random = new SplittableRandom(SEED);
    int denied = 0;
    for (int i = 0; i < GROUPS; i++) {
      List<Row> rows = rows(random, takeTurns, truths());
      denied +=
          new Group(rows.get(0), rows.subList(1, rows.size()))
                  .verdicts().stream().allMatch(Verdict::tiesWithBest)
              ? 0
              : 1;
    }
    assertThat((double) denied / GROUPS).isLessThanOrEqualTo(0.05);
  }

  private static Row row(List<Double> values, boolean takesTurns) {
    NavigableMap<Integer, double[]> forks = new TreeMap<>();
    values.forEach(value -> forks.put(forks.size() + 1, new double[] {value}));
    return new Row("row", forks, ForkStatistic.MEAN, takesTurns);
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
