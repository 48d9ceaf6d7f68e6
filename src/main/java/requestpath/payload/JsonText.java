package requestpath.payload;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a {@link Tree} as compact JSON: only what RFC 8259 requires is escaped, and doubles have
 * the fewest digits that read back as the same double.
 *
 * <p>It is written by hand, because the bytes that libraries decode must come from none of them,
 * and no library's code may run in a fork before the measurement. It is written for clarity, not
 * for speed.
 */
public final class JsonText {
  /** Doubles from here on, and below {@link #PLAIN_BELOW}, are written without an exponent. */
  private static final double PLAIN_FROM = 1e-3;

  private static final double PLAIN_BELOW = 1e21;

  private final StringBuilder text = new StringBuilder();

  private JsonText() {}

  /**
   * The tree as JSON text.
   *
   * @throws IllegalArgumentException for what JSON cannot hold: NaN and infinities
   */
  static String of(@Nullable Object tree) {
    JsonText writer = new JsonText();
    writer.value(tree);
    return writer.text.toString();
  }

  private void value(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      object(map);
    } else if (value instanceof List<?> list) {
      array(list);
    } else if (value instanceof String string) {
      string(string);
    } else if (value instanceof Double number) {
      text.append(shortest(number));
    } else {
      text.append(value);
    }
  }

  private void object(Map<?, ?> map) {
    text.append('{');
    Iterator<? extends Map.Entry<?, ?>> members = map.entrySet().iterator();
    while (members.hasNext()) {
      Map.Entry<?, ?> member = members.next();
      string(String.valueOf(member.getKey()));
      text.append(':');
      value(member.getValue());
      text.append(members.hasNext() ? "," : "");
    }
    text.append('}');
  }

  private void array(List<?> list) {
    text.append('[');
    for (int i = 0; i < list.size(); i++) {
      text.append(i == 0 ? "" : ",");
      value(list.get(i));
    }
    text.append(']');
  }

  private void string(String string) {
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ') {
        text.append("\\u00")
            .append(Character.forDigit(c >> 4, 16))
            .append(Character.forDigit(c & 0xf, 16));
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }

  /**
   * The decimal with the fewest digits that reads back as the same double, and among those the
   * nearest to it. {@link Double#toString(double)} gives that only from JDK 19 on, hence the
   * search.
   */
  public static String shortest(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("JSON has no " + number);
    }
    if (number == 0) {
      return 1 / number < 0 ? "-0.0" : "0.0";
    }
    BigDecimal exact = new BigDecimal(number);
    // A normal double that has a form of fewer digits shows it, with zeros behind, when rounded to
    // 15.
    int fewest = Math.abs(number) >= Double.MIN_NORMAL ? 15 : 1;
    for (int digits = fewest; ; digits++) {
      for (RoundingMode rounding :
          new RoundingMode[] {RoundingMode.HALF_EVEN, RoundingMode.DOWN, RoundingMode.UP}) {
        BigDecimal candidate = exact.round(new MathContext(digits, rounding));
        if (candidate.doubleValue() == number) {
          return plainOrScientific(candidate.stripTrailingZeros());
        }
      }
    }
  }

  private static String plainOrScientific(BigDecimal decimal) {
    double magnitude = Math.abs(decimal.doubleValue());
    if (PLAIN_FROM <= magnitude && magnitude < PLAIN_BELOW) {
      return (decimal.scale() < 1 ? decimal.setScale(1, RoundingMode.UNNECESSARY) : decimal)
          .toPlainString();
    }
    int exponent = decimal.precision() - decimal.scale() - 1;
    BigDecimal mantissa = decimal.movePointLeft(exponent).stripTrailingZeros();
    return (mantissa.scale() < 1 ? mantissa.setScale(1, RoundingMode.UNNECESSARY) : mantissa)
            .toPlainString()
        + "E"
        + exponent;
  }
}
