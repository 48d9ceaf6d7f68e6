package requestpath.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How the iterations of forks that took turns should become a ratio: by simulation with a fixed
 * seed on three recordings of ten variants: on a quiet machine, on one that other virtual machines
 * kept busy, and on the latter beside two programs that were busy for 3 s and idle for 4 s on
 * average. Eight rounds are drawn from those recorded, as often as wanted; what an estimator makes
 * of all of them is the ratio that its interval should hold.
 */
@TestMethodOrder(MethodOrderer.MethodName.class)
class EstimatorTest {
  private static final int RUNS = 2000;
  private static final int ROUNDS = 8;
  private static final long SEED = 3;
  private static final double MEDIAN = 0.5;

  private enum Estimator {
    /** The minimum of each fork; Welch's t. This is what reports do with five rounds. */
    MINIMA("minimum of a fork's iterations, Welch's t") {
      @Override
      Comparison compare(List<double[]> rows, List<double[]> baselines) {
        return Comparison.of(Sample.of(minima(rows)), Sample.of(minima(baselines)));
      }
    },
    /** The 5% quantile of each fork; Welch's t. */
    QUANTILES("5% quantile, Welch's t") {
      @Override
      Comparison compare(List<double[]> rows, List<double[]> baselines) {
        return Comparison.of(Sample.of(quantiles(rows)), Sample.of(quantiles(baselines)));
      }
    },
    /** The 10% quantile of each fork; Welch's t. */
    HIGHER_QUANTILES("10% quantile, Welch's t") {
      @Override
      Comparison compare(List<double[]> rows, List<double[]> baselines) {
        return Comparison.of(Sample.of(tenths(rows)), Sample.of(tenths(baselines)));
      }
    },
    /** The ratio of the minima within each round; paired t. This is what reports do. */
    MINIMA_OF_A_ROUND("ratio of the minima of a round, pairs") {
      @Override
      Comparison compare(List<double[]> rows, List<double[]> baselines) {
        return Comparison.ofPairs(minima(rows), minima(baselines));
      }
    },
    /** The ratio of the 5% quantiles within each round; paired t. */
    QUANTILES_OF_A_ROUND("ratio of the 5% quantiles of a round, pairs") {
      @Override
      Comparison compare(List<double[]> rows, List<double[]> baselines) {
        return Comparison.ofPairs(quantiles(rows), quantiles(baselines));
      }
    },
    /** The median of the ratios of neighbouring iterations, pairs within each round; paired t. */
    PAIRS_OF_ITERATIONS("median of the ratios of neighbouring iterations, pairs") {
      @Override
      Comparison compare(List<double[]> rows, List<double[]> baselines) {
        double[] ones = new double[rows.size()];
        Arrays.fill(ones, 1);
        return Comparison.ofPairs(
            IntStream.range(0, rows.size())
                .mapToDouble(i -> medianRatio(rows.get(i), baselines.get(i)))
                .toArray(),
            ones);
      }
    };

    private final String inWords;

    Estimator(String inWords) {
      this.inWords = inWords;
    }

    abstract Comparison compare(List<double[]> rows, List<double[]> baselines);

    private static double[] minima(List<double[]> forks) {
      return forks.stream().mapToDouble(ForkStatistic.MINIMUM::of).toArray();
    }

    private static double[] quantiles(List<double[]> forks) {
      return forks.stream().mapToDouble(ForkStatistic.LOW_QUANTILE::of).toArray();
    }

    private static double[] tenths(List<double[]> forks) {
      return forks.stream()
          .mapToDouble(fork -> ForkStatistic.quantile(0.1, Arrays.stream(fork).sorted().toArray()))
          .toArray();
    }

    private static double medianRatio(double[] row, double... baseline) {
      double[] ratios =
          IntStream.range(0, row.length).mapToDouble(i -> row[i] / baseline[i]).sorted().toArray();
      return ForkStatistic.quantile(MEDIAN, ratios);
    }
  }

  private record Outcome(double coverage, double width) {}

  /** Two rows in five rounds that are drawn from those recorded, with replacement. */
  private static Outcome simulate(List<Row> rows, Estimator estimator) {
    SplittableRandom random = new SplittableRandom(SEED);
    int held = 0;
    double[] widths = new double[RUNS];
    for (int run = 0; run < RUNS; run++) {
      int row = random.nextInt(rows.size());
      int other = (row + 1 + random.nextInt(rows.size() - 1)) % rows.size();
      List<double[]> forks = List.copyOf(rows.get(row).forks().values());
      List<double[]> others = List.copyOf(rows.get(other).forks().values());
      int[] rounds = random.ints(ROUNDS, 0, forks.size()).toArray();
      Interval interval =
          estimator
              .compare(
                  Arrays.stream(rounds).mapToObj(forks::get).toList(),
                  Arrays.stream(rounds).mapToObj(others::get).toList())
              .interval();
      held += interval.contains(estimator.compare(forks, others).ratio()) ? 1 : 0;
      widths[run] = Math.sqrt(interval.high() / interval.low()) - 1;
    }
    Arrays.sort(widths);
    return new Outcome((double) held / RUNS, ForkStatistic.quantile(MEDIAN, widths));
  }

  private static Map<Estimator, Outcome> outcomes(String recording) throws IOException {
    List<Row> rows = RecordedForks.read("recorded-turns-" + recording + ".csv");
    Map<Estimator, Outcome> outcomes = new EnumMap<>(Estimator.class);
    for (Estimator estimator : Estimator.values()) {
      outcomes.put(estimator, simulate(rows, estimator));
    }
    return outcomes;
  }

  @ParameterizedTest
  @ValueSource(strings = {"quiet", "shared", "noisy"})
  void minimaHoldWhatTheyPromiseAndAreNarrow(String recording) throws IOException {
    Map<Estimator, Outcome> outcomes = outcomes(recording);

    Outcome minima = outcomes.get(Estimator.MINIMA);
    assertThat(minima.coverage).isGreaterThanOrEqualTo(0.93);
    assertThat(minima.width).isLessThan(outcomes.get(Estimator.QUANTILES).width);
    assertThat(minima.width).isLessThan(outcomes.get(Estimator.HIGHER_QUANTILES).width);
    Outcome pairs = outcomes.get(Estimator.MINIMA_OF_A_ROUND);
    assertThat(pairs.coverage).isGreaterThanOrEqualTo(ofNormalRounds() - 0.04);
    assertThat(pairs.width).isLessThan(minima.width);
  }

  /**
   * How often the interval of eight rounds that are drawn from eight holds the mean of these, if
   * rounds differ as normal values do: less often than 95%, because the same round is drawn again.
   */
  private static double ofNormalRounds() {
    SplittableRandom random = new SplittableRandom(SEED);
    int held = 0;
    for (int run = 0; run < 10 * RUNS; run++) {
      double[] recorded = new double[8];
      Arrays.setAll(recorded, i -> Math.exp(0.01 * Noise.gaussian(random)));
      double[] drawn = random.ints(ROUNDS, 0, 8).mapToDouble(i -> recorded[i]).toArray();
      double[] ones = new double[8];
      Arrays.fill(ones, 1);
      double truth = Comparison.ofPairs(recorded, ones).ratio();
      held +=
          Comparison.ofPairs(drawn, Arrays.copyOf(ones, ROUNDS)).interval().contains(truth) ? 1 : 0;
    }
    return (double) held / (10 * RUNS);
  }

  /** The simulation of coverage assumes half. */
  @Test
  void moreThanHalfOfTheVarianceIsThatOfTheRounds() throws IOException {
    List<Row> rows = RecordedForks.read("recorded-turns-quiet.csv");
    List<double[]> baselines = List.copyOf(rows.get(0).forks().values());
    double pairs = 0;
    double all = 0;
    for (Row row : rows.subList(1, rows.size())) {
      List<double[]> forks = List.copyOf(row.forks().values());
      pairs += Math.pow(Estimator.MINIMA_OF_A_ROUND.compare(forks, baselines).standardError(), 2);
      all += Math.pow(Estimator.MINIMA.compare(forks, baselines).standardError(), 2);
    }
    assertThat(pairs / all).isBetween(0.3, 0.5);
  }

  @Test
  void theGuideSaysHowOftenAPerfectIntervalHolds() throws IOException {
    assertThat(ofNormalRounds()).isBetween(0.92, 0.94);
    assertThat(Files.readString(InterleavingGuideTest.GUIDE)).contains("about 93%");
  }

  @Test
  void theTableOfTheGuideIsThatOfTheSimulation() throws IOException {
    List<Map<Estimator, Outcome>> columns =
        List.of(outcomes("quiet"), outcomes("shared"), outcomes("noisy"));
    StringBuilder table = new StringBuilder();
    for (Estimator estimator : Estimator.values()) {
      String bold = estimator == Estimator.MINIMA_OF_A_ROUND ? "**" : "";
      table.append("| ").append(bold).append(estimator.inWords).append(bold).append(" |");
      for (Map<Estimator, Outcome> column : columns) {
        Outcome outcome = column.get(estimator);
        table.append(
            String.format(
                Locale.ROOT,
                " %s±%.1f%%%s (%.1f%%) |",
                bold,
                100 * outcome.width,
                bold,
                100 * outcome.coverage));
      }
      table.append('\n');
    }
    assertThat(Files.readString(InterleavingGuideTest.GUIDE)).contains(table);
  }

  @Test
  void theRecordingsAreAsQuietAsTheGuideSays() throws IOException {
    assertThat(quietShare("quiet")).isBetween(0.7, 0.8);
    assertThat(quietShare("shared")).isBetween(0.01, 0.1);
    assertThat(quietShare("noisy")).isBetween(0.01, 0.1);
  }

  private static double quietShare(String recording) throws IOException {
    return MachineState.of(RecordedForks.read("recorded-turns-" + recording + ".csv")).quietShare();
  }

  /**
   * Pairs of iterations give narrower intervals where the machine is hardly ever quiet, but of
   * another ratio: a busy machine slows some variants more than others.
   */
  @Test
  void pairsOfIterationsAreAboutABusyMachine() throws IOException {
    List<Row> rows = RecordedForks.read("recorded-turns-shared.csv");
    List<double[]> baselines = List.copyOf(rows.get(0).forks().values());
    double farthest = 0;
    for (Row row : rows.subList(1, rows.size())) {
      List<double[]> forks = List.copyOf(row.forks().values());
      double pairs = Estimator.PAIRS_OF_ITERATIONS.compare(forks, baselines).ratio();
      double minima = Estimator.MINIMA.compare(forks, baselines).ratio();
      farthest = Math.max(farthest, Math.abs(Math.log(pairs / minima)));
    }
    assertThat(farthest).isGreaterThan(0.05);
  }
}
