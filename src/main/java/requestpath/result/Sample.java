package requestpath.result;

import java.util.Arrays;

/**
 * The values of a row's forks, by their logarithms: times are compared as ratios.
 *
 * @param count how many forks
 * @param mean of the logarithms
 * @param variance of the logarithms, unbiased; 0 for fewer than two forks
 */
public record Sample(int count, double mean, double variance) {
  /**
   * Of fork values.
   *
   * @param values positive, at least one
   * @throws IllegalArgumentException when there is none, or one is not positive
   */
  public static Sample of(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("a row without forks has no value");
    }
    double[] logs = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      if (!(values[i] > 0) || Double.isInfinite(values[i])) {
        throw new IllegalArgumentException("values of forks are positive and finite");
      }
      logs[i] = Math.log(values[i]);
    }
    double mean = Arrays.stream(logs).average().orElseThrow();
    double squares = Arrays.stream(logs).map(log -> (log - mean) * (log - mean)).sum();
    return new Sample(values.length, mean, values.length < 2 ? 0 : squares / (values.length - 1));
  }

  /** The squared standard error of the mean. */
  double squaredError() {
    return variance / count;
  }
}
