package requestpath.report;

import java.util.Locale;
import requestpath.result.ComparedGroup;
import requestpath.result.ComparedVariant;
import requestpath.result.ComparedVariant.Outcome;
import requestpath.result.Interval;
import requestpath.text.Figures;

/** The figures of a compared variant, as both forms of a comparison show them. */
final class ComparisonCells {
  /** What stands for a figure that there is not. */
  static final String NONE = "–";

  /** A name that is longer is cut: it can be a value of a parameter, of any length. */
  private static final int LONGEST_NAME = 80;

  private ComparisonCells() {}

  /** A variant's name within its group. */
  static String name(ComparedVariant variant) {
    return Words.shortened(variant.name(), LONGEST_NAME);
  }

  /** The geometric mean of a group, such as {@code 1.02x}; empty for fewer than two ratios. */
  static String mean(ComparedGroup group) {
    return group.mean().map(mean -> String.format(Locale.ROOT, "%.3fx", mean.ratio())).orElse("");
  }

  /** What the mean is of. */
  static String meanName(ComparedGroup group) {
    return "geometric mean of " + group.mean().map(ComparedGroup.Mean::count).orElse(0L);
  }

  /** The ratio of a variant with the digits that its interval is worth. */
  static String ratio(ComparedVariant variant) {
    Interval interval = variant.interval();
    return variant.outcome() == Outcome.INCONCLUSIVE
        ? NONE
        : interval == null ? Figures.ratio(variant.ratio()) : interval.text(variant.ratio());
  }

  /** The interval of a ratio; a dash where there is none, or one that says nothing. */
  static String interval(ComparedVariant variant) {
    Interval interval = variant.interval();
    return interval == null || variant.outcome() == Outcome.INCONCLUSIVE
        ? NONE
        : interval.toString();
  }

  /** The allocation on both sides; once where it is the same. */
  static String allocation(ComparedVariant variant) {
    double now = variant.now().allocation();
    double old = variant.old().allocation();
    return variant.hasOtherAllocation()
        ? bytes(old) + " -> " + bytes(now)
        : bytes(Double.isNaN(now) ? old : now);
  }

  /** The new allocation relative to the old one where they differ; {@code =} where not. */
  static String changeOfAllocation(ComparedVariant variant) {
    double old = variant.old().allocation();
    double now = variant.now().allocation();
    boolean hasRatio = old >= 1 && now >= 1;
    return variant.hasOtherAllocation() && hasRatio
        ? Figures.ratio(now / old)
        : variant.hasOtherAllocation() || Double.isNaN(now) || Double.isNaN(old)
            ? allocation(variant)
            : "=";
  }

  private static String bytes(double allocation) {
    return Figures.plain(allocation < 1 ? allocation : Math.rint(allocation));
  }
}
