package requestpath.payload;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * The decimals that a reader with products of 64 bits misreads (wast 0.0.28, {@code
 * NumberUtils.scientificToIEEEDouble}). They were found by comparing one to 18 digits with every
 * exponent to {@link Double#parseDouble}. The reader rounds up if the exact product is halfway
 * between two doubles, or one step of its precision below. It also loses some at the edges of the
 * subnormals.
 */
final class HardDecimal {
  /** Below it, a fraction is written with an exponent that may be hard. */
  private static final double SMALL = 1e-20;

  /** From here on, doubles have no fraction left. */
  private static final double LARGE = 1L << 53;

  /**
   * Some of those below it, depending on the exponent, are read as 0 and not as the least double.
   */
  private static final BigDecimal LOST = new BigDecimal("4.5e-324");

  /** Binary digits of a double. */
  private static final int PRECISION = 53;

  /** Bits of a product that are kept exactly. */
  private static final int EXACT_BITS = 63;

  /** The largest power of ten that a double holds exactly. */
  private static final int EXACT_TENS = 22;

  /** The largest power of five within {@link #EXACT_BITS}. */
  private static final int EXACT_FIVES = 27;

  private HardDecimal() {}

  /** Whether the decimal is hard as it is written, or in the shortest form of its double. */
  static boolean is(String written, double value) {
    double magnitude = Math.abs(value);
    if (SMALL <= magnitude && magnitude < LARGE) {
      return false;
    }
    return is(new BigDecimal(written).abs(), magnitude)
        || (magnitude != 0 && is(new BigDecimal(JsonText.shortest(magnitude)), magnitude));
  }

  private static boolean is(BigDecimal written, double nearest) {
    if (nearest == Double.MIN_VALUE) {
      return written.compareTo(LOST) < 0;
    }
    if (nearest == Double.MIN_NORMAL) {
      return written.compareTo(new BigDecimal(nearest)) < 0;
    }
    BigInteger digits = written.unscaledValue();
    int exponent = -written.scale();
    BigInteger odd = digits.signum() == 0 ? digits : digits.shiftRight(digits.getLowestSetBit());
    // Powers of ten that are rounded to 64 bits and end in zeros.
    if ((exponent == 250 && odd.equals(BigInteger.ONE))
        || (exponent == -25 && odd.equals(BigInteger.valueOf(3)))) {
      return true;
    }
    return 0 < exponent
        && exponent <= EXACT_FIVES
        && (exponent > EXACT_TENS || digits.bitLength() > PRECISION)
        && isRoundedUp(odd, BigInteger.valueOf(5).pow(exponent));
  }

  /**
   * Whether the exact product is halfway above an even double, or below halfway by one step, which
   * is 1/512 or 1/256 by whether the product carries.
   */
  private static boolean isRoundedUp(BigInteger odd, BigInteger fives) {
    BigInteger product = odd.multiply(fives);
    int rest = product.bitLength() - PRECISION;
    if (rest <= 0 || product.bitLength() > EXACT_BITS) {
      return false;
    }
    BigInteger half = BigInteger.ONE.shiftLeft(rest - 1);
    BigInteger below = half.subtract(product.mod(BigInteger.ONE.shiftLeft(rest)));
    if (below.signum() == 0) {
      return !product.testBit(rest);
    }
    boolean carries = product.bitLength() == odd.bitLength() + fives.bitLength();
    return below.signum() > 0 && below.equals(half.shiftRight(carries ? 8 : 7));
  }
}
