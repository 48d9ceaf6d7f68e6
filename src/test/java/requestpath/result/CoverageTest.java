package requestpath.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

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

  private record Cell(double coverage, double flagged, double forks) {}

  @Test
  void intervalsHoldTheTruthInNinetyFiveOfAHundredRuns() {
    List<String> table = new ArrayList<>();
    table.add("noise      rounds  stopping  coverage  flagged  forks");
    for (Noise noise : Noise.values()) {
      for (int rounds : new int[] {5, 7, 10}) {
        for (boolean stopping : new boolean[] {false, true}) {
          Cell cell = cell(noise, rounds, stopping);
          table.add(
              String.format(
                  Locale.ROOT,
                  "%-10s %6d  %-8s  %7.1f%%  %6.1f%%  %5.1f",
                  noise,
                  rounds,
                  stopping ? "at 2%" : "fixed",
                  100 * cell.coverage,
                  100 * cell.flagged,
                  cell.forks));
          if (noise.hasOneMode()) {
            assertThat(cell.coverage).as("%s, %d rounds", noise, rounds).isBetween(0.93, 0.97);
          }
        }
      }
    }
    System.out.println(String.join(System.lineSeparator(), table));
  }

  private static Cell cell(Noise noise, int rounds, boolean stopping) {
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
                : Comparison.of(Sample.of(array(row)), Sample.of(array(baseline)));
      } while (comparison == null
          || (row.size() < rule.maximumForks() && !comparison.isKnownTo(rule.precision())));
      held += comparison.interval(0.95).contains(TRUTH) ? 1 : 0;
      flagged +=
          Flag.smallerGroup(array(row)) > 0 || Flag.smallerGroup(array(baseline)) > 0 ? 1 : 0;
      forks += row.size();
    }
    return new Cell((double) held / RUNS, (double) flagged / RUNS, (double) forks / RUNS);
  }

  /** Of twenty identical rows one is the baseline; any that is called different is an error. */
  @Test
  void identicalRowsAreCalledDifferentInAtMostFiveOfAHundredGroups() {
    SplittableRandom random = new SplittableRandom(SEED);
    int groups = 2000;
    int wrong = 0;
    for (int i = 0; i < groups; i++) {
      Sample baseline = draw(random, 1, 7, 0.013);
      List<Comparison> comparisons = new ArrayList<>();
      for (int row = 0; row < 19; row++) {
        comparisons.add(Comparison.of(draw(random, 1, 7, 0.013), baseline));
      }
      wrong += Holm.differ(comparisons).contains(true) ? 1 : 0;
    }
    System.out.printf(
        Locale.ROOT, "identical rows called different: %.1f%% of groups%n", 100.0 * wrong / groups);
    assertThat((double) wrong / groups).isLessThanOrEqualTo(0.05);
  }

  @Test
  void aTrueDifferenceOfFivePercentIsFound() {
    SplittableRandom random = new SplittableRandom(SEED);
    int groups = 2000;
    int found = 0;
    for (int i = 0; i < groups; i++) {
      Sample baseline = draw(random, 1, 7, 0.013);
      List<Comparison> comparisons = new ArrayList<>();
      comparisons.add(Comparison.of(draw(random, 1.05, 7, 0.013), baseline));
      for (int row = 1; row < 19; row++) {
        comparisons.add(Comparison.of(draw(random, 1, 7, 0.013), baseline));
      }
      found += Holm.differ(comparisons).get(0) ? 1 : 0;
    }
    System.out.printf(
        Locale.ROOT, "a true 5%% at CV 1.3%%: found in %.1f%% of groups%n", 100.0 * found / groups);
    assertThat((double) found / groups).isGreaterThanOrEqualTo(0.95);
  }

  /** Nineteen rows that all differ from the baseline: each interval must hold its own truth. */
  @Test
  void theIntervalsOfAGroupHoldTheirTruthsTogether() {
    SplittableRandom random = new SplittableRandom(SEED);
    int groups = 2000;
    int held = 0;
    for (int i = 0; i < groups; i++) {
      Sample baseline = draw(random, 1, 7, 0.013);
      List<Comparison> comparisons = new ArrayList<>();
      for (int row = 0; row < 19; row++) {
        comparisons.add(Comparison.of(draw(random, truth(row), 7, 0.013), baseline));
      }
      List<Interval> intervals = Holm.intervals(comparisons);
      boolean all = true;
      for (int row = 0; row < 19; row++) {
        all &= intervals.get(row).contains(truth(row));
      }
      held += all ? 1 : 0;
    }
    System.out.printf(
        Locale.ROOT,
        "nineteen different rows, all intervals hold: %.1f%% of groups%n",
        100.0 * held / groups);
    assertThat((double) held / groups).isGreaterThanOrEqualTo(0.95);
  }

  /** From far less to far more than the baseline, some of them close to it. */
  private static double truth(int row) {
    return Math.exp((row - 9) * 0.02);
  }

  /** Of twenty identical rows, one is fastest by chance, and all others tie with it. */
  @Test
  void whatIsFastestByChanceIsLevelWithAllOthers() {
    SplittableRandom random = new SplittableRandom(SEED);
    int groups = 1000;
    int denied = 0;
    for (int i = 0; i < groups; i++) {
      List<Row> rows = new ArrayList<>();
      for (int row = 0; row < 20; row++) {
        rows.add(row(drawn(random, 7, 0.013)));
      }
      denied +=
          new Group(rows.get(0), rows.subList(1, rows.size()))
                  .verdicts().stream().allMatch(Verdict::tiesWithBest)
              ? 0
              : 1;
    }
    System.out.printf(
        Locale.ROOT, "identical rows denied a tie: %.1f%% of groups%n", 100.0 * denied / groups);
    assertThat((double) denied / groups).isLessThanOrEqualTo(0.05);
  }

  private static List<Double> drawn(SplittableRandom random, int forks, double cv) {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < forks; i++) {
      values.add(Math.exp(Noise.gaussian(random) * cv));
    }
    return values;
  }

  private static Sample draw(SplittableRandom random, double truth, int forks, double cv) {
    double[] values = new double[forks];
    for (int i = 0; i < forks; i++) {
      values[i] = truth * Math.exp(Noise.gaussian(random) * cv);
    }
    return Sample.of(values);
  }

  private static Row row(List<Double> values) {
    return Row.of(
        "row", values.stream().map(value -> new double[] {value}).toList(), ForkStatistic.MEAN);
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
