package requestpath.codec.handwritten.json;

import java.math.BigInteger;
import java.util.Arrays;
import requestpath.codec.handwritten.Bytes;

/**
 * Writes doubles with the digits of {@code Double.toString} as of JDK 19: the fewest that tell the
 * double from its neighbours, though at least two, and among those the nearest.
 *
 * <p>Between 2^26 and 2^53 a double is an integer and a fraction of at most 26 bits; times a power
 * of ten both fit a long, so that the interval around the double is searched exactly and without
 * tables. All others go by Schubfach: Raffaello Giulietti, "The Schubfach way to render doubles"
 * (2020, revised 2022), whose names are kept.
 */
final class DoubleWriter {
  /** At most this many bytes are written, those behind the number included. */
  static final int MAX_LENGTH = 48;

  private static final int FRACTION_BITS = 52;
  private static final long FRACTION_MASK = (1L << FRACTION_BITS) - 1;
  private static final long C_MIN = 1L << FRACTION_BITS;
  private static final int Q_MIN = -1074;

  /** Subnormal doubles below this one are scaled by ten to have two digits. */
  private static final int C_TINY = 3;

  private static final int K_MIN = -324;
  private static final int K_MAX = 292;
  private static final long MASK_63 = Long.MAX_VALUE;

  /** Where plain notation ends: 1e-3 is the first number in it, 1e21 the first beyond. */
  private static final int MIN_PLAIN_EXPONENT = -3;

  private static final int MAX_PLAIN_EXPONENT = 20;

  /** Of 10^-k the first 126 bits, rounded up: the upper 63 of them. */
  private static final long[] G1 = new long[K_MAX - K_MIN + 1];

  /** The lower 63. */
  private static final long[] G0 = new long[K_MAX - K_MIN + 1];

  /** The first power of ten that is no less than 2^k, and how it is scaled to eight digits. */
  private static final long[] TEN_TO_N = new long[27];

  private static final int[] TO_EIGHT = new int[27];

  static {
    for (int k = K_MIN; k <= K_MAX; k++) {
      BigInteger power = BigInteger.TEN.pow(Math.abs(k));
      // 10^-k times 2^s, where s leaves 126 bits.
      BigInteger g;
      if (k <= 0) {
        int shift = 126 - power.bitLength();
        g = power.shiftLeft(Math.max(shift, 0)).shiftRight(Math.max(-shift, 0));
      } else {
        g = BigInteger.ONE.shiftLeft(125 + power.bitLength()).divide(power);
        g = g.shiftRight(g.bitLength() - 126);
      }
      g = g.add(BigInteger.ONE);
      G1[k - K_MIN] = g.shiftRight(63).longValueExact();
      G0[k - K_MIN] = g.and(BigInteger.valueOf(MASK_63)).longValueExact();
    }
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

  /** Writes a finite double and returns the position behind it. */
  static int write(byte[] bytes, int at, double value) {
    long bits = Double.doubleToRawLongBits(value);
    int next = at;
    if (bits < 0) {
      bytes[next++] = '-';
    }
    int bq = (int) (bits >>> FRACTION_BITS) & 0x7ff;
    long t = bits & FRACTION_MASK;
    // 2^26 to 2^53; not a power of two, below which doubles are closer together than above.
    if (bq >= 1023 + 26 && bq <= 1023 + 52 && t != 0) {
      return writeFixed(bytes, next, t | C_MIN, 1023 + 52 - bq);
    }
    return writeAny(bytes, next, bq, t);
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

  private static int writeAny(byte[] bytes, int at, int bq, long t) {
    if (bq > 0) {
      long c = C_MIN | t;
      int mq = -Q_MIN + 1 - bq;
      if (mq > 0 && mq <= FRACTION_BITS && (c >>> mq) << mq == c) {
        return writeDecimal(bytes, at, c >>> mq, 0);
      }
      return writeSchubfach(bytes, at, -mq, c, 0);
    }
    if (t == 0) {
      bytes[at] = '0';
      bytes[at + 1] = '.';
      bytes[at + 2] = '0';
      return at + 3;
    }
    return t < C_TINY
        ? writeSchubfach(bytes, at, Q_MIN, 10 * t, -1)
        : writeSchubfach(bytes, at, Q_MIN, t, 0);
  }

  /** Writes c * 2^q * 10^dk. */
  private static int writeSchubfach(byte[] bytes, int at, int q, long c, int dk) {
    long out = c & 1;
    long cb = c << 2;
    long cbr = cb + 2;
    boolean regular = c != C_MIN || q == Q_MIN;
    long cbl = regular ? cb - 2 : cb - 1;
    // The floors of q log10(2) and of log10(3/4) + q log10(2).
    int k = (int) ((q * 661_971_961_083L - (regular ? 0 : 274_743_187_321L)) >> 41);
    // The floor of -k log2(10).
    int h = q + (int) ((-k * 913_124_641_741L) >> 38) + 2;
    long g1 = G1[k - K_MIN];
    long g0 = G0[k - K_MIN];
    long vb = rop(g1, g0, cb << h);
    long vbl = rop(g1, g0, cbl << h);
    long vbr = rop(g1, g0, cbr << h);
    long s = vb >> 2;
    if (s >= 100) {
      long sp10 = s / 10 * 10;
      long tp10 = sp10 + 10;
      boolean upin = vbl + out <= sp10 << 2;
      boolean wpin = (tp10 << 2) + out <= vbr;
      if (upin != wpin) {
        return writeDecimal(bytes, at, upin ? sp10 : tp10, k + dk);
      }
    }
    long t = s + 1;
    boolean uin = vbl + out <= s << 2;
    boolean win = (t << 2) + out <= vbr;
    if (uin != win) {
      return writeDecimal(bytes, at, uin ? s : t, k + dk);
    }
    long cmp = vb - ((s + t) << 1);
    return writeDecimal(bytes, at, cmp < 0 || (cmp == 0 && (s & 1) == 0) ? s : t, k + dk);
  }

  /** The product rounded to odd. */
  private static long rop(long g1, long g0, long cp) {
    long x1 = Math.multiplyHigh(g0, cp);
    long y0 = g1 * cp;
    long y1 = Math.multiplyHigh(g1, cp);
    long z = (y0 >>> 1) + x1;
    long w = y1 + (z >>> 63);
    return w | (((z & MASK_63) + MASK_63) >>> 63);
  }

  /** Writes f * 10^e, f at least 1, without the zeros at the end of f. */
  private static int writeDecimal(byte[] bytes, int at, long f, int e) {
    int end = Digits.write(bytes, at, f);
    int exponent = end - at + e - 1;
    while (end > at + 1 && bytes[end - 1] == '0') {
      end--;
    }
    int length = end - at;
    if (exponent < MIN_PLAIN_EXPONENT || exponent > MAX_PLAIN_EXPONENT) {
      return writeExponent(bytes, insertPoint(bytes, at, 1, length), exponent);
    }
    if (exponent >= 0) {
      int whole = exponent + 1;
      if (length < whole) {
        Arrays.fill(bytes, at + length, at + whole, (byte) '0');
        length = whole;
      }
      return insertPoint(bytes, at, whole, length);
    }
    int zeros = 1 - exponent;
    System.arraycopy(bytes, at, bytes, at + zeros, length);
    Arrays.fill(bytes, at, at + zeros, (byte) '0');
    bytes[at + 1] = '.';
    return at + zeros + length;
  }

  /** Moves the digits behind the whole ones on by one; a zero is there if none is. */
  private static int insertPoint(byte[] bytes, int at, int whole, int length) {
    int point = at + whole;
    if (whole == length) {
      bytes[point] = '.';
      bytes[point + 1] = '0';
      return point + 2;
    }
    // At most 16 digits; read before they are overwritten.
    long first = Bytes.eight(bytes, point);
    long second = Bytes.eight(bytes, point + Long.BYTES);
    bytes[point] = '.';
    Bytes.putEight(bytes, point + 1, first);
    Bytes.putEight(bytes, point + 1 + Long.BYTES, second);
    return at + length + 1;
  }

  private static int writeExponent(byte[] bytes, int at, int exponent) {
    bytes[at] = 'E';
    return Digits.writeSigned(bytes, at + 1, exponent);
  }
}
