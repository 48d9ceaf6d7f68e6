package requestpath.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How the iterations of forks that took turns should become a ratio: by simulation with a fixed
 * seed on two recordings of ten variants in eight rounds, one beside two programs that were busy
 * for 3 s and idle for 4 s on average. Each simulated fork has the machine state of a recorded
 * round, which the fork that it is compared with shares, and the deviations of recorded forks and
 * iterations. The true ratio is known.
 */
@TestMethodOrder(MethodOrderer.MethodName.class)
class EstimatorTest {
  private static final int RUNS = 2000;
  private static final int ROUNDS = 5;
  private static final long SEED = 3;
  private static final double TRUTH = 1.05;
  private static final double MEDIAN = 0.5;

  private enum Estimator {
    /** The 5% quantile of each fork; Welch's t. This is what reports do. */
    QUANTILES {
      @Override
      Comparison compare(List<double[]> rows, List<double[]> baselines) {
        return Comparison.of(Sample.of(quantiles(rows)), Sample.of(quantiles(baselines)));
      }
    },
    /** The 10% quantile of each fork; Welch's t. */
    HIGHER_QUANTILES {
      @Override
      Comparison compare(List<double[]> rows, List<double[]> baselines) {
        return Comparison.of(Sample.of(tenths(rows)), Sample.of(tenths(baselines)));
      }
    },
    /** The ratio of the 5% quantiles within each round; paired t. */
    QUANTILES_OF_A_ROUND {
      @Override
      Comparison compare(List<double[]> rows, List<double[]> baselines) {
        double[] row = quantiles(rows);
        double[] baseline = quantiles(baselines);
        return paired(IntStream.range(0, row.length).mapToDouble(i -> row[i] / baseline[i]));
      }
    },
    /** The median of the ratios of neighbouring iterations within each round; paired t. */
    PAIRS_OF_ITERATIONS {
      @Override
      Comparison compare(List<double[]> rows, List<double[]> baselines) {
        return paired(
            IntStream.range(0, rows.size())
                .mapToDouble(i -> medianRatio(rows.get(i), baselines.get(i))));
      }
    };

    abstract Comparison compare(List<double[]> rows, List<double[]> baselines);

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

    private static Comparison paired(DoubleStream ratios) {
      Sample sample = Sample.of(ratios.toArray());
      return new Comparison(
          Math.exp(sample.mean()), Math.sqrt(sample.squaredError()), sample.count() - 1);
    }
  }

  /** What forks are drawn from. */
  private static final class Recording {
    private final List<double[]> states;
    private final List<double[]> iterations = new ArrayList<>();
    private final List<Double> forks = new ArrayList<>();

    Recording(String name) throws IOException {
      List<Row> rows = RecordedForks.read(name);
      MachineState machine = MachineState.of(rows);
      states = List.copyOf(machine.slowdowns().values());
      for (Row row : rows) {
        List<Double> values = new ArrayList<>();
        for (Map.Entry<Integer, double[]> fork : row.forks().entrySet()) {
          double[] state = machine.slowdowns().get(fork.getKey());
          double[] times = fork.getValue();
          double[] undisturbed =
              IntStream.range(0, state.length).mapToDouble(i -> times[i] / state[i]).toArray();
          double[] sorted = undisturbed.clone();
          Arrays.sort(sorted);
          double value = ForkStatistic.quantile(MEDIAN, sorted);
          values.add(Math.log(value));
          iterations.add(Arrays.stream(undisturbed).map(time -> time / value).toArray());
        }
        double mean = values.stream().mapToDouble(value -> value).average().orElseThrow();
        values.forEach(value -> forks.add(value - mean));
      }
    }

    double[] state(SplittableRandom random) {
      return states.get(random.nextInt(states.size()));
    }

    double[] fork(SplittableRandom random, double truth, double... state) {
      double value = truth * Math.exp(forks.get(random.nextInt(forks.size())));
      double[] like = iterations.get(random.nextInt(iterations.size()));
      int shift = random.nextInt(like.length);
      double[] times = new double[state.length];
      for (int i = 0; i < times.length; i++) {
        times[i] = value * state[i] * like[(i + shift) % like.length];
      }
      return times;
    }
  }

  private record Outcome(double coverage, double width, double found) {}

  private static Outcome simulate(Recording recording, Estimator estimator) {
    SplittableRandom random = new SplittableRandom(SEED);
    int held = 0;
    int found = 0;
    double[] widths = new double[RUNS];
    for (int run = 0; run < RUNS; run++) {
      List<double[]> rows = new ArrayList<>();
      List<double[]> baselines = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        double[] state = recording.state(random);
        rows.add(recording.fork(random, TRUTH, state));
        baselines.add(recording.fork(random, 1, state));
      }
      Interval interval = estimator.compare(rows, baselines).interval();
      held += interval.contains(TRUTH) ? 1 : 0;
      found += interval.contains(1) ? 0 : 1;
      widths[run] = Math.sqrt(interval.high() / interval.low()) - 1;
    }
    Arrays.sort(widths);
    return new Outcome(
        (double) held / RUNS, ForkStatistic.quantile(MEDIAN, widths), (double) found / RUNS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"quiet", "noisy"})
  void lowQuantilesHoldTheTruthAndAreNarrow(String noise) throws IOException {
    Recording recording = new Recording("recorded-turns-" + noise + ".csv");
    System.out.println("machine  estimator             coverage  width   5% found");
    Map<Estimator, Outcome> outcomes = new LinkedHashMap<>();
    for (Estimator estimator : Estimator.values()) {
      Outcome outcome = simulate(recording, estimator);
      outcomes.put(estimator, outcome);
      System.out.printf(
          Locale.ROOT,
          "%-7s  %-20s  %7.1f%%  %4.1f%%  %7.1f%%%n",
          noise,
          estimator,
          100 * outcome.coverage,
          100 * outcome.width,
          100 * outcome.found);
    }
    Outcome chosen = outcomes.get(Estimator.QUANTILES);
    assertThat(chosen.coverage).isGreaterThanOrEqualTo(0.93);
    assertThat(chosen.width).isLessThan(outcomes.get(Estimator.HIGHER_QUANTILES).width);
    assertThat(chosen.width).isLessThan(1.3 * outcomes.get(Estimator.QUANTILES_OF_A_ROUND).width);
  }

  /**
   * Pairs of iterations give narrower intervals where the machine is hardly ever quiet, but of
   * another ratio: a busy machine slows some variants more than others.
   */
  @Test
  void pairsOfIterationsAreAboutABusyMachine() throws IOException {
    List<Row> rows = RecordedForks.read("recorded-turns-quiet.csv");
    List<double[]> baselines = List.copyOf(rows.get(0).forks().values());
    double farthest = 0;
    for (Row row : rows.subList(1, rows.size())) {
      List<double[]> forks = List.copyOf(row.forks().values());
      double pairs = Estimator.PAIRS_OF_ITERATIONS.compare(forks, baselines).ratio();
      double quantiles = Estimator.QUANTILES.compare(forks, baselines).ratio();
      farthest = Math.max(farthest, Math.abs(Math.log(pairs / quantiles)));
    }
    assertThat(farthest).isGreaterThan(0.05);
  }
}
