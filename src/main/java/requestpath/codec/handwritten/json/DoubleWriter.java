package requestpath.codec.handwritten.json;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.math.BigDecimal;
import requestpath.codec.handwritten.Bytes;

/**
 * Writes doubles with the digits of {@code Double.toString} as of JDK 19: the fewest that identify
 * the double, but at least two, and among those the nearest. From 1e-3 to 1e21 there is no
 * exponent.
 *
 * <p>From 2^26 to 2^53, where the source articles' time stamps are, a double is an integer and a
 * fraction of at most 26 bits. Both fit a long times a power of ten, which gives the digits exactly
 * and without tables. Jackson's implementation of Schubfach gives all others.
 */
final class DoubleWriter {
  /** At most this many bytes are written, those after the number included. */
  static final int MAX_LENGTH = 48;

  private static final int FRACTION_BITS = 52;
  private static final long FRACTION_MASK = (1L << FRACTION_BITS) - 1;
  private static final long IMPLICIT_BIT = 1L << FRACTION_BITS;

  /** From here on {@code Double.toString} writes an exponent. */
  private static final double MAX_PLAIN_IN_JAVA = 1e7;

  /** From here on we do. */
  private static final double MAX_PLAIN = 1e21;

  /** The first power of ten that is no less than 2^k. */
  private static final long[] TEN_TO_N = new long[27];

  /** The factor that gives the digits of the fraction eight places. */
  private static final int[] TO_EIGHT = new int[27];

  static {
    for (int k = 0; k < TEN_TO_N.length; k++) {
      long power = 1;
      int toEight = Digits.HUNDRED_MILLION;
      while (power < (1L << k)) {
        power *= 10;
        toEight /= 10;
      }
      TEN_TO_N[k] = power;
      TO_EIGHT[k] = toEight;
    }
  }

  private DoubleWriter() {}

  /** Writes a finite double and returns the position after it. */
  static int write(byte[] bytes, int at, double value) {
    long bits = Double.doubleToRawLongBits(value);
    int next = at;
    if (bits < 0) {
      bytes[next++] = '-';
    }
    int exponent = (int) (bits >>> FRACTION_BITS) & 0x7ff;
    long fraction = bits & FRACTION_MASK;
    // 2^26 to 2^53; not a power of two, below which doubles are closer together than above.
    if (exponent >= 1023 + 26 && exponent <= 1023 + 52 && fraction != 0) {
      return writeFixed(bytes, next, fraction | IMPLICIT_BIT, 1023 + 52 - exponent);
    }
    return writeOther(bytes, next, Math.abs(value));
  }

  /** Writes c / 2^k. */
  private static int writeFixed(byte[] bytes, int at, long c, int k) {
    int next = Digits.write(bytes, at, c >>> k);
    bytes[next++] = '.';
    long power = TEN_TO_N[k];
    // The fraction in units of 10^-n and 2^-k of those; half the distance to a neighbour is half of
    // power in the latter.
    long scaled = (c & ((1L << k) - 1)) * power;
    long s = scaled >>> k;
    long tens = s / 10 * 10;
    long reach = power - (c & 1);
    boolean lower = (scaled - (tens << k)) << 1 <= reach;
    boolean upper = (((tens + 10) << k) - scaled) << 1 <= reach;
    if (lower || upper) {
      s = lower ? tens : tens + 10;
    } else {
      long rest = (scaled - (s << k)) << 1;
      long one = 1L << k;
      s += rest > one || (rest == one && (s & 1) != 0) ? 1 : 0;
    }
    return Digits.writeFraction(bytes, next, (int) s * TO_EIGHT[k]);
  }

  private static int writeOther(byte[] bytes, int at, double magnitude) {
    String digits = NumberOutput.toString(magnitude, true);
    if (magnitude >= MAX_PLAIN_IN_JAVA && magnitude < MAX_PLAIN) {
      BigDecimal number = new BigDecimal(digits);
      digits = number.setScale(Math.max(number.scale(), 1)).toPlainString();
    }
    Bytes.copyAscii(digits, bytes, at);
    return at + digits.length();
  }
}
