package requestpath.codec.handwritten.json;

import java.math.BigInteger;

/**
 * The double nearest to a decimal, ties to even: exact.
 *
 * <p>Where digits and power of ten are doubles themselves, one multiplication or division rounds
 * once (William D. Clinger, "How to read floating point numbers accurately", 1990). Else the
 * product of the digits with 128 bits of the power: Daniel Lemire, "Number parsing at a gigabyte
 * per second" (2021), without the fallback that Noble Mushtak and Daniel Lemire, "Fast number
 * parsing without fallback" (2022), verify never to be needed. More than 19 digits are left to
 * fastdoubleparser.
 */
final class DoubleReader {
  /** More digits may not fit a long. */
  static final int MAX_DIGITS = 19;

  private static final int MIN_POWER = -342;
  private static final int MAX_POWER = 308;
  private static final long MAX_EXACT = 1L << 53;

  private static final double[] EXACT_POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  /** The first 64 bits of 5^q, from the smallest q on. */
  private static final long[] HIGH = new long[MAX_POWER - MIN_POWER + 1];

  /** The next 64. */
  private static final long[] LOW = new long[MAX_POWER - MIN_POWER + 1];

  static {
    BigInteger five = BigInteger.valueOf(5);
    for (int q = MIN_POWER; q <= MAX_POWER; q++) {
      BigInteger power = five.pow(Math.abs(q));
      BigInteger first;
      if (q >= 0) {
        int shift = 128 - power.bitLength();
        first = power.shiftLeft(Math.max(shift, 0)).shiftRight(Math.max(-shift, 0));
      } else {
        // Reciprocals are rounded up.
        int bits = power.bitLength();
        first = BigInteger.ONE.shiftLeft(2 * bits + 128).divide(power).add(BigInteger.ONE);
        first = first.shiftRight(first.bitLength() - 128);
        if (q >= -27) {
          first = BigInteger.ONE.shiftLeft(bits + 127).divide(power).add(BigInteger.ONE);
        }
      }
      HIGH[q - MIN_POWER] = first.shiftRight(Long.SIZE).longValue();
      LOW[q - MIN_POWER] = first.longValue();
    }
  }

  private DoubleReader() {}

  /**
   * digits * 10^power.
   *
   * @param digits an unsigned number
   */
  static double positive(long digits, int power) {
    if (digits >= 0 && digits <= MAX_EXACT && power >= -22 && power <= 22) {
      return power < 0 ? digits / EXACT_POWERS[-power] : digits * EXACT_POWERS[power];
    }
    if (digits == 0 || power < MIN_POWER) {
      return 0;
    }
    return power > MAX_POWER ? Double.POSITIVE_INFINITY : byProduct(digits, power);
  }

  private static double byProduct(long digits, int power) {
    int zeros = Long.numberOfLeadingZeros(digits);
    long w = digits << zeros;
    long factor = HIGH[power - MIN_POWER];
    long high = unsignedMultiplyHigh(w, factor);
    long low = w * factor;
    if ((high & 0x1ff) == 0x1ff) {
      long more = unsignedMultiplyHigh(w, LOW[power - MIN_POWER]);
      low += more;
      if (Long.compareUnsigned(more, low) > 0) {
        high++;
      }
    }
    int upper = (int) (high >>> 63);
    long mantissa = high >>> (upper + 9);
    // The floor of power log2(10), biased.
    int exponent = ((217_706 * power) >> 16) + 63 + upper - zeros + 1023;
    if (exponent <= 0) {
      return subnormal(mantissa, exponent);
    }
    if (Long.compareUnsigned(low, 1) <= 0
        && power >= -4
        && power <= 23
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
    return exponent >= 0x7ff
        ? Double.POSITIVE_INFINITY
        : Double.longBitsToDouble((mantissa & ~(1L << 52)) | ((long) exponent << 52));
  }

  private static double subnormal(long mantissa, int exponent) {
    if (exponent <= -63) {
      return 0;
    }
    long bits = mantissa >>> (1 - exponent);
    bits = (bits + (bits & 1)) >>> 1;
    // A carry makes it the smallest normal double, whose bits these are.
    return Double.longBitsToDouble(bits);
  }

  private static long unsignedMultiplyHigh(long a, long b) {
    return Math.multiplyHigh(a, b) + ((a >> 63) & b) + ((b >> 63) & a);
  }
}
