package requestpath.report;

import java.util.Random;

/** The iterations of forks around a true time; their noise is drawn from a seed. */
final class SampleForks {
  /** How many forks a row has. */
  int count = 7;

  /** The row that pauses in every fifth iteration, for the time of two iterations. */
  String pausing = "";

  /** The row of which every second fork takes half as long again. */
  String bimodal = "";

  /** The row whose last fork takes {@link #outlier} times as long. */
  String outlying = "";

  double outlier = 1;

  private final Random random;

  SampleForks(long seed) {
    random = new Random(seed);
  }

  /** Forks around a time. */
  double[][] around(double time, int iterations) {
    double[][] forks = new double[count][iterations];
    for (double[] fork : forks) {
      double level = time * (1 + 0.006 * random.nextGaussian());
      for (int i = 0; i < iterations; i++) {
        fork[i] = level * (1 + 0.01 * Math.abs(random.nextGaussian()));
      }
    }
    return forks;
  }

  /** The same forks, disturbed as their row is. */
  double[][] disturbed(String row, double[][] forks) {
    for (int fork = 0; fork < forks.length; fork++) {
      double slow =
          row.equals(bimodal) && fork % 2 == 1
              ? 1.5
              : row.equals(outlying) && fork == forks.length - 1 ? outlier : 1;
      for (int i = 0; i < forks[fork].length; i++) {
        forks[fork][i] *= (row.equals(pausing) && i % 5 == 0 ? 3 : 1) * slow;
      }
    }
    return forks;
  }
}
