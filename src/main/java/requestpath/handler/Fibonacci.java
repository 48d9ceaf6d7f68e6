package requestpath.handler;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;

/**
 * Fibonacci numbers in the forms that a Java programmer would try: F(0) = 0, F(1) = 1, F(n) =
 * F(n-1) + F(n-2).
 *
 * <p>The services of the 2014 comparison compute F(10) = 55 by the naive recursion on every
 * request.
 */
public final class Fibonacci {
  /** F(47) no longer fits an int. */
  public static final int MAX_N = 46;

  /** The golden ratio, for {@link #expected}. */
  private static final double PHI = (1 + Math.sqrt(5)) / 2;

  private Fibonacci() {}

  /**
   * The source article's own form: two recursive calls, two comparisons, in int. About 1.6 to the
   * n-th calls.
   */
  public static int recursiveInt(int n) {
    if (n == 0) {
      return 0;
    }
    if (n == 1) {
      return 1;
    }
    return recursiveInt(n - 1) + recursiveInt(n - 2);
  }

  /** The same recursion in long. */
  public static long recursiveLong(long n) {
    if (n == 0) {
      return 0;
    }
    if (n == 1) {
      return 1;
    }
    return recursiveLong(n - 1) + recursiveLong(n - 2);
  }

  /** The same recursion with answers of any size: each addition makes an object. */
  public static BigInteger recursiveBigInteger(int n) {
    if (n == 0) {
      return BigInteger.ZERO;
    }
    if (n == 1) {
      return BigInteger.ONE;
    }
    return recursiveBigInteger(n - 1).add(recursiveBigInteger(n - 2));
  }

  /** One addition a step, n steps. */
  public static int iterative(int n) {
    int current = 0;
    int next = 1;
    for (int i = 0; i < n; i++) {
      int sum = current + next;
      current = next;
      next = sum;
    }
    return current;
  }

  /** The recursion with a memo for one call. A memo for longer would leave nothing to compute. */
  public static int memoised(int n) {
    return memoised(n, new HashMap<>());
  }

  private static int memoised(int n, Map<Integer, Integer> memo) {
    if (n < 2) {
      return n;
    }
    Integer known = memo.get(n);
    if (known != null) {
      return known;
    }
    int answer = memoised(n - 1, memo) + memoised(n - 2, memo);
    memo.put(n, answer);
    return answer;
  }

  /**
   * The recursion as tasks of the common pool: every call forks its first half and computes its
   * second.
   */
  public static int forkJoin(int n) {
    return ForkJoinPool.commonPool().invoke(new Task(n));
  }

  /**
   * F(n) by Binet's formula, for correctness checks; no form above uses it.
   *
   * @param n from 0 to {@link #MAX_N}
   */
  public static long expected(int n) {
    return Math.round(Math.pow(PHI, n) / Math.sqrt(5));
  }

  /**
   * The n itself.
   *
   * @throws IllegalArgumentException when F(n) does not fit an int
   */
  public static int requireN(int n) {
    if (n < 0 || n > MAX_N) {
      throw new IllegalArgumentException(
          "n="
              + n
              + " is out of bounds: choose from 0 to "
              + MAX_N
              + ", as F(47) overflows an int");
    }
    return n;
  }

  private static final class Task extends RecursiveTask<Integer> {
    private static final long serialVersionUID = 1;
    private final int n;

    Task(int n) {
      this.n = n;
    }

    @Override
    protected Integer compute() {
      if (n < 2) {
        return n;
      }
      Task first = new Task(n - 1);
      first.fork();
      int second = new Task(n - 2).compute();
      return first.join() + second;
    }
  }
}
