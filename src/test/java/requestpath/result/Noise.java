package requestpath.result;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** For simulations: how forks differ from each other. */
enum Noise {
  CV_1(0.01),
  CV_3(0.03),
  CV_10(0.10),
  /** A slow mode in one fork of five. */
  BIMODAL(0.01) {
    @Override
    double draw(SplittableRandom random, int round) {
      return super.draw(random, round) + (random.nextDouble() < 0.2 ? Math.log(1.4) : 0);
    }

    @Override
    double meanLog() {
      return 0.2 * Math.log(1.4);
    }
  },
  /** One fork of twenty disturbed by up to half as much again. */
  OUTLIERS(0.01) {
    @Override
    double draw(SplittableRandom random, int round) {
      return super.draw(random, round)
          + (random.nextDouble() < 0.05 ? random.nextDouble() * Math.log(1.5) : 0);
    }

    @Override
    double meanLog() {
      return 0.05 * 0.5 * Math.log(1.5);
    }
  },
  /** The machine gets slower by 2% a round, for all rows alike. */
  DRIFT(0.01) {
    @Override
    double draw(SplittableRandom random, int round) {
      return super.draw(random, round) + 0.02 * round;
    }
  },
  /** Forks of many rows recorded on a shared machine, each by how far it was from its row. */
  REPLAYED(0) {
    @Override
    double draw(SplittableRandom random, int round) {
      return RECORDED.get(random.nextInt(RECORDED.size()));
    }
  };

  private final double cv;

  Noise(double cv) {
    this.cv = cv;
  }

  /** The logarithm of a fork's value over its row's. */
  double draw(SplittableRandom random, int round) {
    return gaussian(random) * cv;
  }

  /** The mean of what is drawn, which is the same for both rows and so no part of the truth. */
  double meanLog() {
    return 0;
  }

  boolean hasOneMode() {
    return this == CV_1 || this == CV_3 || this == CV_10 || this == REPLAYED;
  }

  /** Logarithms of recorded forks over the geometric mean of their row's. */
  private static final List<Double> RECORDED = recorded();

  private static List<Double> recorded() {
    List<Double> deviations = new ArrayList<>();
    try (InputStream in = Noise.class.getResourceAsStream("recorded-forks.csv")) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (!line.startsWith("#")) {
          List<Double> logs = new ArrayList<>();
          for (String value : line.substring(line.indexOf(',') + 1).split(",")) {
            logs.add(Math.log(Double.parseDouble(value)));
          }
          double mean = logs.stream().mapToDouble(log -> log).average().orElseThrow();
          logs.forEach(log -> deviations.add(log - mean));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return deviations;
  }

  /** Irwin and Hall's sum of twelve would cut the tails: the polar method. */
  static double gaussian(SplittableRandom random) {
    while (true) {
      double u = 2 * random.nextDouble() - 1;
      double v = 2 * random.nextDouble() - 1;
      double s = u * u + v * v;
      if (0 < s && s < 1) {
        return u * Math.sqrt(-2 * Math.log(s) / s);
      }
    }
  }
}
