package requestpath.result;

import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The time of one row as a multiple of another's, by a t-test on the logarithms of the fork values.
 *
 * @param ratio of the geometric means
 * @param standardError of the logarithm of the ratio
 * @param degreesOfFreedom of Student's t
 */
public record Comparison(double ratio, double standardError, double degreesOfFreedom) {
  /**
   * Pairs of forks from which on they are compared as pairs. With fewer, half the degrees of
   * freedom cost more than the narrower spread of pairs brings, and a run that stops at a narrow
   * interval would stop by chance too often: see the simulations in the tests.
   */
  static final int ENOUGH_PAIRS = 8;

  /**
   * Compares a row with a baseline whose forks have nothing in common with its own: Welch's t (B.
   * L. Welch, The generalization of Student's problem when several different population variances
   * are involved, Biometrika 34, 1947).
   *
   * @throws IllegalArgumentException when either has fewer than two forks
   */
  public static Comparison of(Sample row, Sample baseline) {
    if (row.count() < 2 || baseline.count() < 2) {
      throw new IllegalArgumentException("a comparison takes at least two forks of each");
    }
    double a = row.squaredError();
    double b = baseline.squaredError();
    double degrees =
        a + b == 0
            ? row.count() + baseline.count() - 2
            : (a + b) * (a + b) / (a * a / (row.count() - 1) + b * b / (baseline.count() - 1));
    return new Comparison(Math.exp(row.mean() - baseline.mean()), Math.sqrt(a + b), degrees);
  }

  /**
   * Compares a row with a baseline whose forks ran at the same time: Student's t for pairs. What
   * the machine does to a round concerns both forks of a pair, and their ratio leaves it out.
   *
   * @param row the values of the forks
   * @param baseline those of the same rounds, in the same order
   * @throws IllegalArgumentException when there are fewer than two pairs
   */
  static Comparison ofPairs(double[] row, double... baseline) {
    if (row.length < 2 || row.length != baseline.length) {
      throw new IllegalArgumentException("a comparison takes at least two pairs of forks");
    }
    Sample ratios =
        Sample.of(IntStream.range(0, row.length).mapToDouble(i -> row[i] / baseline[i]).toArray());
    return new Comparison(
        Math.exp(ratios.mean()), Math.sqrt(ratios.squaredError()), ratios.count() - 1);
  }

  /**
   * Compares a row with a baseline by the rounds that hold both.
   *
   * @param row the values of the forks
   * @param baseline those of the same rounds, in the same order
   * @param tookTurns whether the forks of a round took turns
   */
  static Comparison ofRounds(double[] row, double[] baseline, boolean tookTurns) {
    return tookTurns && row.length >= ENOUGH_PAIRS
        ? ofPairs(row, baseline)
        : of(Sample.of(row), Sample.of(baseline));
  }

  /** Of the other to this one. */
  Comparison inverse() {
    return new Comparison(1 / ratio, standardError, degreesOfFreedom);
  }

  /** A ratio of independent ratios; degrees of freedom by Welch and Satterthwaite. */
  Comparison dividedBy(Comparison other) {
    double a = standardError * standardError;
    double b = other.standardError * other.standardError;
    double degrees =
        a + b == 0
            ? degreesOfFreedom + other.degreesOfFreedom
            : (a + b) * (a + b) / (a * a / degreesOfFreedom + b * b / other.degreesOfFreedom);
    return new Comparison(ratio / other.ratio, Math.sqrt(a + b), degrees);
  }

  /**
   * The probability of a ratio as far from 1 as this, or farther, when the truth is 1.
   *
   * @return two-sided, from 0 to 1
   */
  public double probability() {
    double log = Math.abs(Math.log(ratio));
    if (standardError == 0) {
      return log == 0 ? 1 : 0;
    }
    return 2 * TDistribution.of(degreesOfFreedom).survivalProbability(log / standardError);
  }

  /**
   * The interval that holds the true ratio with the given confidence.
   *
   * @param confidence such as 0.95
   */
  public Interval interval(double confidence) {
    double t = TDistribution.of(degreesOfFreedom).inverseSurvivalProbability((1 - confidence) / 2);
    double width = Math.exp(t * standardError);
    return new Interval(ratio / width, ratio * width);
  }

  /** Its own 95% interval, not adjusted for any other comparison. */
  public Interval interval() {
    return interval(CONFIDENCE);
  }

  /** How far the 95% interval reaches to either side, as a fraction of the ratio. */
  public double precision() {
    return interval().high() / ratio - 1;
  }

  /**
   * Whether the ratio is known well enough: the 95% interval reaches no farther to either side than
   * a fraction of the ratio. This computes one probability, which takes a tenth of the time of the
   * interval itself.
   *
   * @param fraction such as 0.02; nothing is known to NaN
   */
  public boolean isKnownTo(double fraction) {
    return standardError == 0
        || 2
                * TDistribution.of(degreesOfFreedom)
                    .survivalProbability(Math.log1p(fraction) / standardError)
            <= 1 - CONFIDENCE;
  }

  /**
   * Whether the true ratio is shown to be above a bound, by a one-sided test.
   *
   * @param error the probability of saying so when it is not
   */
  boolean isAbove(double bound, double error) {
    return exceeds(Math.log(ratio / bound), error);
  }

  /** Whether the true ratio is shown to be below a bound, by a one-sided test. */
  boolean isBelow(double bound, double error) {
    return exceeds(Math.log(bound / ratio), error);
  }

  private boolean exceeds(double distance, double error) {
    return distance > 0
        && (standardError == 0
            || TDistribution.of(degreesOfFreedom).survivalProbability(distance / standardError)
                <= error);
  }

  /** Of a single interval. */
  static final double CONFIDENCE = 0.95;
}
