package requestpath.codec.handwritten.json;

import java.math.BigInteger;

/**
 * Reads decimals of at most 19 digits exactly: the nearest double, ties to even.
 *
 * <p>If the digits and the power of ten are doubles themselves, one division rounds once (William
 * D. Clinger, "How to read floating point numbers accurately", 1990). Otherwise the digits are
 * multiplied with 128 bits of the power's reciprocal: Daniel Lemire, "Number parsing at a gigabyte
 * per second" (2021), without the fallback, which is never needed according to Noble Mushtak and
 * Daniel Lemire, "Fast number parsing without fallback" (2022).
 */
final class DoubleReader {
  /** More digits may not fit a long. */
  static final int MAX_DIGITS = 19;

  private static final long MAX_EXACT = 1L << 53;

  private static final double[] POWERS = new double[MAX_DIGITS];

  /** The first 64 bits of 5^-n. */
  private static final long[] HIGH = new long[MAX_DIGITS];

  /** The next 64. */
  private static final long[] LOW = new long[MAX_DIGITS];

  static {
    for (int n = 0; n < MAX_DIGITS; n++) {
      POWERS[n] = Double.parseDouble("1e" + n);
      BigInteger power = BigInteger.valueOf(5).pow(n);
      BigInteger reciprocal = BigInteger.ONE.shiftLeft(power.bitLength() + 127).divide(power);
      // Rounded up, except for 1, which is exact.
      reciprocal = n == 0 ? reciprocal.shiftRight(1) : reciprocal.add(BigInteger.ONE);
      HIGH[n] = reciprocal.shiftRight(Long.SIZE).longValue();
      LOW[n] = reciprocal.longValue();
    }
  }

  private DoubleReader() {}

  /**
   * digits / 10^fraction.
   *
   * @param digits an unsigned number
   * @param fraction how many of the digits are after the point, less than {@link #MAX_DIGITS}
   */
  static double positive(long digits, int fraction) {
    return digits >= 0 && digits <= MAX_EXACT
        ? digits / POWERS[fraction]
        : byProduct(digits, fraction);
  }

  private static double byProduct(long digits, int fraction) {
    int zeros = Long.numberOfLeadingZeros(digits);
    long w = digits << zeros;
    long factor = HIGH[fraction];
    long high = unsignedMultiplyHigh(w, factor);
    long low = w * factor;
    if ((high & 0x1ff) == 0x1ff) {
      long more = unsignedMultiplyHigh(w, LOW[fraction]);
      low += more;
      if (Long.compareUnsigned(more, low) > 0) {
        high++;
      }
    }
    int upper = (int) (high >>> 63);
    long mantissa = high >>> (upper + 9);
    // The floor of -fraction log2(10), biased.
    int exponent = ((-217_706 * fraction) >> 16) + 63 + upper - zeros + 1023;
    if (Long.compareUnsigned(low, 1) <= 0
        && fraction <= 4
        && (mantissa & 3) == 1
        && mantissa << (upper + 9) == high) {
      // Exactly between two doubles: to the even one.
      mantissa &= ~1L;
    }
    mantissa = (mantissa + (mantissa & 1)) >>> 1;
    if (mantissa == 1L << 53) {
      mantissa = 1L << 52;
      exponent++;
    }
    return Double.longBitsToDouble((mantissa & ~(1L << 52)) | ((long) exponent << 52));
  }

  private static long unsignedMultiplyHigh(long a, long b) {
    return Math.multiplyHigh(a, b) + ((a >> 63) & b) + ((b >> 63) & a);
  }
}
