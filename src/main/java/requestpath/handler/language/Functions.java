package requestpath.handler.language;

/** The three functions that every language has, as a Java program calls them. */
public interface Functions {
  /**
   * The naive recursion of the 2014 comparison, as in {@link
   * requestpath.handler.Fibonacci#recursiveInt}.
   *
   * @param n from 0 to {@link requestpath.handler.Fibonacci#MAX_N}
   */
  int fib(int n);

  /**
   * The loop of the 2019 comparison, as in {@link requestpath.handler.CountingLoop#intLoop}.
   *
   * @param iterations from 1 to {@link requestpath.handler.CountingLoop#MAX_ITERATIONS}
   */
  int loop(int iterations);

  /** Returns its argument: the call from Java alone, with the conversion of both numbers. */
  int same(int number);
}
