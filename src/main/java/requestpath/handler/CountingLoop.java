package requestpath.handler;

import java.util.stream.IntStream;

/**
 * The million-iteration loop of the 2019 comparison, "two simple math operations with an IF", in
 * the forms that a Java programmer would try. Every form computes the same number.
 *
 * <p>The comparison gives no code, so the step is ours: <em>if i is divisible by 3, add 3, else
 * subtract 1.</em> The two operations are the addition and the subtraction; the IF is the test of
 * divisibility. The JIT compiler cannot remove them: the total is returned; the test depends on the
 * loop variable and is not monotone, so that the loop can neither be split nor the test hoisted;
 * HotSpot's C2 neither vectorises a loop with a remainder in it nor replaces a sum by its closed
 * form. Twice the iterations take twice the time (on JDK 17, intLoop 1.98, longLoop 1.95,
 * doubleLoop 1.97, intStream 2.05, lowest of two forks each), which a closed form would not, and an
 * iteration takes 0.47 ns, which is more than a vectorised one.
 */
public final class CountingLoop {
  /** More would take seconds for each call. */
  public static final int MAX_ITERATIONS = 1_000_000_000;

  private static final int DIVISOR = 3;
  private static final int ADDED = 3;
  private static final int SUBTRACTED = 1;

  private CountingLoop() {}

  /** The plain loop in int: the baseline. */
  public static int intLoop(int iterations) {
    int total = 0;
    for (int i = 0; i < iterations; i++) {
      if (i % DIVISOR == 0) {
        total += ADDED;
      } else {
        total -= SUBTRACTED;
      }
    }
    return total;
  }

  /** In long, index and total. */
  public static long longLoop(int iterations) {
    long total = 0;
    for (long i = 0; i < iterations; i++) {
      if (i % DIVISOR == 0) {
        total += ADDED;
      } else {
        total -= SUBTRACTED;
      }
    }
    return total;
  }

  /**
   * The total in double; the index stays an int, as the remainder of doubles is another operation
   * altogether.
   */
  public static double doubleLoop(int iterations) {
    double total = 0;
    for (int i = 0; i < iterations; i++) {
      if (i % DIVISOR == 0) {
        total += ADDED;
      } else {
        total -= SUBTRACTED;
      }
    }
    return total;
  }

  /** As an IntStream: nothing is boxed. */
  public static int intStream(int iterations) {
    return IntStream.range(0, iterations).map(CountingLoop::step).sum();
  }

  /** As a Stream of Integer: every index and every step is an object or a cached one. */
  public static int boxedStream(int iterations) {
    return IntStream.range(0, iterations).boxed().map(CountingLoop::step).reduce(0, Integer::sum);
  }

  /** As an IntStream over the common pool, so over all cores. */
  public static int parallelStream(int iterations) {
    return IntStream.range(0, iterations).parallel().map(CountingLoop::step).sum();
  }

  /**
   * The number by its closed form, for correctness checks; no form above uses it.
   *
   * @param iterations from 1 to {@link #MAX_ITERATIONS}
   */
  public static long expected(int iterations) {
    long divisible = (iterations + DIVISOR - 1L) / DIVISOR;
    return divisible * ADDED - (iterations - divisible) * SUBTRACTED;
  }

  /**
   * The number of iterations itself.
   *
   * @throws IllegalArgumentException when it is out of bounds
   */
  public static int requireIterations(int iterations) {
    if (iterations < 1 || iterations > MAX_ITERATIONS) {
      throw new IllegalArgumentException(
          "iterations=" + iterations + " is out of bounds: choose from 1 to " + MAX_ITERATIONS);
    }
    return iterations;
  }

  /** What one iteration adds to the total. */
  static int step(int i) {
    return i % DIVISOR == 0 ? ADDED : -SUBTRACTED;
  }
}
