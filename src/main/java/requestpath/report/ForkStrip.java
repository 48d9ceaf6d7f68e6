package requestpath.report;

import java.util.Arrays;
import requestpath.result.RankedVariant;
import requestpath.text.Figures;

/** The forks of a row as points on a strip that all rows of its group share. */
final class ForkStrip {
  private static final int WIDTH = 300;
  private static final int MARGIN = 8;

  private ForkStrip() {}

  /**
   * As SVG; empty without forks.
   *
   * @param values of the row's forks
   * @param all values of the group
   */
  static String of(double[] values, double... all) {
    if (values.length == 0) {
      return "";
    }
    double low = Math.log(Arrays.stream(all).min().orElseThrow());
    double high = Math.log(Arrays.stream(all).max().orElseThrow());
    StringBuilder path = new StringBuilder();
    for (double value : values) {
      double share = high > low ? (Math.log(value) - low) / (high - low) : 0.5;
      path.append('M').append(Math.round(MARGIN + share * (WIDTH - 2 * MARGIN))).append(" 9h0");
    }
    return "<svg class=\"strip\" viewBox=\"0 0 300 18\" aria-hidden=\"true\"><path class=\"rail\""
        + " d=\"M8 9H292\"/><path class=\"points\" d=\""
        + path
        + "\"/></svg>";
  }

  /** The same in words. */
  static String inWords(RankedVariant row, String unit) {
    double[] values = row.forkValues();
    if (values.length == 0) {
      return "No fork with a figure.";
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return values.length == 1
        ? "One fork: " + Figures.plain(values[0]) + " " + unit + "."
        : values.length
            + " forks from "
            + Figures.plain(sorted[0])
            + " to "
            + Figures.plain(sorted[sorted.length - 1])
            + " "
            + unit
            + ", on the scale of the whole group.";
  }
}
