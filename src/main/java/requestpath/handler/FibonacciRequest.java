package requestpath.handler;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The handler of the 2014 comparison: a path parameter to a number, its Fibonacci number by the
 * naive recursion, the answer as text.
 */
public final class FibonacciRequest {
  private FibonacciRequest() {}

  /**
   * Answers one request.
   *
   * @param n a whole number in decimal digits, from 0 to {@link Fibonacci#MAX_N}
   * @return {@code Sparkjava: fib(10) = 55} in UTF-8
   * @throws BadRequestException when it is not a number, negative, or its answer does not fit an
   *     int
   */
  public static byte[] handle(String n) throws BadRequestException {
    int number = parse(n);
    return ("Sparkjava: fib(" + number + ") = " + Fibonacci.recursiveInt(number)).getBytes(UTF_8);
  }

  private static int parse(String n) throws BadRequestException {
    try {
      requireDigits(n);
      return Fibonacci.requireN(Integer.parseInt(n));
    } catch (IllegalArgumentException e) {
      throw new BadRequestException(
          "n must be a whole number from 0 to "
              + Fibonacci.MAX_N
              + ", not \""
              + shortened(n)
              + "\"");
    }
  }

  /** {@code Integer.parseInt} also accepts a sign and the digits of any script. */
  private static void requireDigits(String n) {
    for (int i = 0; i < n.length(); i++) {
      if (n.charAt(i) < '0' || n.charAt(i) > '9') {
        throw new NumberFormatException(n);
      }
    }
  }

  /** A refusal does not repeat a long request. */
  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 37) + "...";
  }
}
