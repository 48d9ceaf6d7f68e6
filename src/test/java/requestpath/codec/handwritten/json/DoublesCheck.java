package requestpath.codec.handwritten.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.SplittableRandom;

/**
 * Writes and reads random doubles of all magnitudes and compares with the JDK: the digits with
 * {@code Double.toString}, whose digits are the fewest from JDK 19 on; what is read with {@code
 * Double.parseDouble}.
 *
 * <p>As long as one likes, after {@code mvn package}, here a hundred million:
 *
 * <pre>{@code
 * java -cp target/test-classes:target/benchmarks.jar requestpath.codec.handwritten.json.DoublesCheck 100000000 1
 * }</pre>
 */
final class DoublesCheck {
  private static final boolean HAS_FEWEST_DIGITS = Runtime.version().feature() >= 19;
  private static final double FIRST_CREATED_AT = 1569882498.9117897;

  private final SplittableRandom random;
  private final byte[] buffer = new byte[DoubleWriter.MAX_LENGTH];

  DoublesCheck(long seed) {
    random = new SplittableRandom(seed);
  }

  public static void main(String[] arguments) throws IOException {
    long count = Long.parseLong(arguments[0]);
    DoublesCheck check = new DoublesCheck(Long.parseLong(arguments[1]));
    for (long i = 0; i < count; i++) {
      check.next();
    }
    System.out.println(
        count
            + " doubles, no mismatch; digits compared with Double.toString: "
            + HAS_FEWEST_DIGITS);
  }

  /**
   * Checks one more double.
   *
   * @throws AssertionError when it is not written or read as it must be
   */
  void next() throws IOException {
    double value = value();
    check(value);
    if (random.nextInt(8) == 0) {
      checkText(decimal());
    }
  }

  /** Checks one double both ways. */
  void check(double value) throws IOException {
    if (!Double.isFinite(value)) {
      return;
    }
    int end = DoubleWriter.write(buffer, 0, value);
    String text = new String(buffer, 0, end, ISO_8859_1);
    if (Double.doubleToRawLongBits(Double.parseDouble(text)) != Double.doubleToRawLongBits(value)) {
      throw new AssertionError(value + " is written as " + text);
    }
    String jdk = Double.toString(value);
    if (HAS_FEWEST_DIGITS && !digits(text).equals(digits(jdk))) {
      throw new AssertionError(jdk + " is written as " + text);
    }
    double magnitude = Math.abs(value);
    boolean plain = value == 0 || (1e-3 <= magnitude && magnitude < 1e21);
    if (plain == text.contains("E") || !text.contains(".")) {
      throw new AssertionError(jdk + " is written in the wrong notation: " + text);
    }
    checkText(text);
    checkText(jdk);
  }

  private static void requireRefused(Input in, String text) {
    try {
      throw new AssertionError(text + " is read as " + NumberText.real(in, 0));
    } catch (IOException refused) {
      if (!refused.getMessage().contains("beyond the largest double")) {
        throw new AssertionError(text + " is refused for another reason", refused);
      }
    }
  }

  /** Reads a number as the JDK does, unless that makes it infinite, which is refused. */
  static void checkText(String text) throws IOException {
    byte[] bytes = text.getBytes(ISO_8859_1);
    Input in = new Input(bytes);
    double expected = Double.parseDouble(text);
    if (Double.isInfinite(expected)) {
      requireRefused(in, text);
      return;
    }
    double read = NumberText.real(in, 0);
    if (Double.doubleToRawLongBits(read) != Double.doubleToRawLongBits(expected)
        || in.end != bytes.length) {
      throw new AssertionError(text + " is read as " + read + " and not as " + expected);
    }
  }

  /** The digits without zeros around them and the power of ten of the first. */
  static String digits(String text) {
    int exponentAt = text.indexOf('E');
    int exponent = exponentAt < 0 ? 0 : Integer.parseInt(text.substring(exponentAt + 1));
    String mantissa = exponentAt < 0 ? text : text.substring(0, exponentAt);
    boolean negative = mantissa.startsWith("-");
    mantissa = negative ? mantissa.substring(1) : mantissa;
    int point = mantissa.indexOf('.');
    String all = mantissa.substring(0, point) + mantissa.substring(point + 1);
    int first = 0;
    while (first < all.length() && all.charAt(first) == '0') {
      first++;
    }
    int last = all.length();
    while (last > first && all.charAt(last - 1) == '0') {
      last--;
    }
    return (negative ? "-" : "")
        + all.substring(first, last)
        + "e"
        + (first == last ? 0 : point - 1 - first + exponent);
  }

  private double value() {
    return switch (random.nextInt(10)) {
      case 0 -> Double.longBitsToDouble(random.nextLong());
      case 1, 2 -> FIRST_CREATED_AT + random.nextInt(1_000_000) * 1.6e-6;
      case 3, 4 -> FIRST_CREATED_AT + random.nextInt(315_576_000) + random.nextDouble();
      case 5 -> random.nextInt(1_000_000_000) / 100.0;
      case 6 -> random.nextDouble();
      case 7 -> near();
      case 8 -> random.nextLong() >> random.nextInt(Long.SIZE);
      default -> Math.scalb(1 + random.nextDouble(), 20 + random.nextInt(40));
    };
  }

  /** A power of two or of ten, or what is next to it, or a subnormal. */
  private double near() {
    double value =
        switch (random.nextInt(3)) {
          case 0 -> Math.scalb(1.0, random.nextInt(-1074, 1024));
          case 1 -> Double.parseDouble("1e" + random.nextInt(-323, 309));
          default -> Double.longBitsToDouble(random.nextLong() >>> (12 + random.nextInt(52)));
        };
    for (int steps = random.nextInt(-2, 3); steps != 0; steps -= Integer.signum(steps)) {
      value = steps > 0 ? Math.nextUp(value) : Math.nextDown(value);
    }
    return value;
  }

  /** A decimal of one to forty digits, or one exactly half-way between two doubles. */
  private String decimal() {
    if (random.nextInt(4) == 0) {
      double low =
          Math.abs(Double.longBitsToDouble((random.nextLong() & ~(0x7L << 60)) | (0x3L << 60)));
      BigDecimal half =
          new BigDecimal(low).add(new BigDecimal(Math.nextUp(low))).divide(BigDecimal.valueOf(2));
      return half.toString().replace("E+", "E");
    }
    StringBuilder text = new StringBuilder(random.nextBoolean() ? "" : "-");
    text.append(random.nextInt(1, 10));
    for (int i = random.nextInt(20); i > 0; i--) {
      text.append((char) ('0' + random.nextInt(10)));
    }
    text.append('.');
    for (int i = random.nextInt(20); i >= 0; i--) {
      text.append((char) ('0' + random.nextInt(10)));
    }
    return random.nextBoolean() ? text.toString() : text + "e" + random.nextInt(-345, 330);
  }
}
