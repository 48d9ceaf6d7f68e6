package requestpath.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as people read them: the same on every machine, whatever its language. */
public final class Figures {
  private static final int DIGITS = 4;
  private static final String NONE = "–";

  private Figures() {}

  /** Four digits, plain; whole numbers with commas; a dash for what is not a number. */
  public static String plain(double value) {
    if (Double.isNaN(value)) {
      return NONE;
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "-∞";
    }
    if (Math.abs(value) >= 1000) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    if (value != 0 && Math.abs(value) < 1e-6) {
      return String.format(Locale.ROOT, "%.3e", value);
    }
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** A ratio such as {@code 0.43x}. */
  public static String ratio(double ratio) {
    return Double.isNaN(ratio) ? NONE : bare(ratio) + "x";
  }

  /** Two decimals, none for large ratios, two digits at least for small ones. */
  private static String bare(double ratio) {
    if (ratio > 0 && ratio < 1e-4) {
      return String.format(Locale.ROOT, "%.1e", ratio);
    }
    if (ratio > 0 && ratio < 0.095) {
      return new BigDecimal(ratio)
          .round(new MathContext(2, RoundingMode.HALF_EVEN))
          .stripTrailingZeros()
          .toPlainString();
    }
    return String.format(Locale.ROOT, ratio >= 100 ? "%,.0f" : "%.2f", ratio);
  }

  /** A share in percent such as {@code 12%}, of small ones two digits. */
  public static String percent(double share) {
    if (Double.isNaN(share)) {
      return NONE;
    }
    return new BigDecimal(share * 100)
            .round(new MathContext(share < 0.1 ? 2 : 3, RoundingMode.HALF_EVEN))
            .stripTrailingZeros()
            .toPlainString()
        + "%";
  }

  /** Megabytes such as {@code 2.4 MB}. */
  public static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
