package requestpath.cli;

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

  /** From a text such as {@code 2%}. */
  static Percentage of(String text) {
    Matcher percent = TEXT.matcher(text);
    if (!percent.matches()) {
      throw new TypeConversionException("'" + text + "' is not a percentage; use e.g. 2%");
    }
    return new Percentage(Double.parseDouble(percent.group(1)) / 100);
  }
}
