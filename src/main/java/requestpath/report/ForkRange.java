package requestpath.report;

import java.util.Arrays;
import requestpath.result.RankedVariant;
import requestpath.text.Figures;

/** How many forks a row has, and from where to where their values reach. */
final class ForkRange {
  private ForkRange() {}

  /** In a sentence. */
  static String of(RankedVariant row, String unit) {
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
            + ".";
  }
}
