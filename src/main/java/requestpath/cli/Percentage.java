package requestpath.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/**
 * A percentage on the command line.
 *
 * @param share as a fraction
 */
record Percentage(double share) {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,4}(?:\\.\\d+)?)%");

  /** As it is written, such as {@code 2%}. */
  String text() {
    return new BigDecimal(share * 100)
            .round(new MathContext(6))
            .stripTrailingZeros()
            .toPlainString()
        + "%";
  }

  /** From a text such as {@code 2%}. */
  static Percentage of(String text) {
    Matcher percent = TEXT.matcher(text);
    if (!percent.matches()) {
      throw new TypeConversionException("'" + text + "' is not a percentage; use e.g. 2%");
    }
    return new Percentage(Double.parseDouble(percent.group(1)) / 100);
  }
}
