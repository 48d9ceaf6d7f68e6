package requestpath.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * How often rows with equal true means are said to change places by the mean, and rows that do
 * change places are found, by simulation with a fixed seed. Their values differ clearly, by 1% or
 * more; their means have a heavy tail, as with collections in some iterations.
 */
class RankByMeanTest {
  private static final int RUNS = 120;
  private static final int ITERATIONS = 10;
  private static final int FORKS = 7;

  /** Any fixed number would do. */
  private static final long SEED = 5;

  private static final double MEAN = 2;

  /** One fork in ten has up to half as much again. */
  private static final double TAIL = 0.1;

  /**
   * A row.
   *
   * @param spread of the forks' means, as a fraction
   */
  private static Row row(Random random, String name, double value, double mean, double spread) {
    List<double[]> forks = new ArrayList<>();
    for (int i = 0; i < FORKS; i++) {
      double tail = random.nextDouble() < TAIL ? 1 + random.nextDouble() / 2 : 1;
      double forkMean = mean * Math.exp(spread * random.nextGaussian()) * tail;
      double low = value * Math.exp(0.001 * random.nextGaussian());
      double[] times = new double[ITERATIONS];
      Arrays.fill(times, low);
      times[ITERATIONS - 1] = Math.max(low, ITERATIONS * forkMean - (ITERATIONS - 1) * low);
      forks.add(times);
    }
    return Row.of(name, forks, ForkStatistic.MINIMUM);
  }

  /** The share of groups with a remark on ranks by mean. */
  private static double named(int rows, double spread, double meanOfFastest) {
    Random random = new Random(SEED);
    int named = 0;
    for (int run = 0; run < RUNS; run++) {
      Row baseline = row(random, "BASE", 1, meanOfFastest, spread);
      List<Row> others = new ArrayList<>();
      for (int i = 1; i < rows; i++) {
        others.add(row(random, "R" + i, 1 + 0.01 * i, MEAN, spread));
      }
      named += new Group(baseline, others).changesByMean().isEmpty() ? 0 : 1;
    }
    return (double) named / RUNS;
  }

  @Test
  void atMostFiveOfAHundredGroupsWithEqualMeansAreSaidToChangePlaces() {
    for (int rows : new int[] {2, 6}) {
      for (double spread : new double[] {0.07, 0.26}) {
        assertThat(named(rows, spread, MEAN))
            .as(rows + " rows, means of forks spread by " + spread)
            .isLessThanOrEqualTo(0.05);
      }
    }
  }

  @Test
  void rowsThatChangePlacesByTheMeanAreFound() {
    assertThat(named(2, 0.07, 1.5 * MEAN)).isGreaterThanOrEqualTo(0.95);
    assertThat(named(6, 0.07, 2 * MEAN)).isGreaterThanOrEqualTo(0.95);
  }
}
