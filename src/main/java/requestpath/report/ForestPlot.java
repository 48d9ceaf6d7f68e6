package requestpath.report;

import java.util.List;
import java.util.stream.Collectors;
import requestpath.result.Interval;
import requestpath.result.RankedGroup;
import requestpath.result.RankedVariant;
import requestpath.result.Verdict;
import requestpath.text.Figures;

/**
 * A forest plot as SVG: one line for each row, with its ratio to the baseline as a point on a
 * logarithmic axis, its interval as a bar and its forks as faint dots. It needs no script. A filled
 * point is a difference that is shown, an empty point is none; the colours repeat that. A vertical
 * line marks the hand-written reference, if there is one.
 */
final class ForestPlot {
  private static final int TOP = 12;
  private static final int AXIS = 34;

  /** An interval that exceeds this multiple of the outermost ratio is cut off, with an arrow. */
  private static final double OVERHANG = 2.5;

  /** How far below the point of a row its forks are. */
  private static final int RUG = 8;

  /** The narrowest axis, either side of 1. */
  private static final double NARROWEST = 1.15;

  private final Report report;
  private final RankedGroup group;
  private final boolean isNarrow;
  private final List<RankedVariant> rows;
  private final Axis axis;

  private ForestPlot(Report report, RankedGroup group, boolean isNarrow) {
    this.report = report;
    this.group = group;
    this.isNarrow = isNarrow;
    rows = group.rows().stream().filter(row -> row.ratio() > 0).toList();
    double smallest = rows.stream().mapToDouble(RankedVariant::ratio).min().orElse(1);
    double largest = rows.stream().mapToDouble(RankedVariant::ratio).max().orElse(1);
    double lowest = 1 / NARROWEST;
    double highest = NARROWEST;
    for (RankedVariant row : rows) {
      Interval interval = interval(row);
      lowest = Math.min(lowest, Math.max(interval.low(), smallest / OVERHANG));
      highest = Math.max(highest, Math.min(interval.high(), largest * OVERHANG));
    }
    axis = new Axis(lowest / 1.06, highest * 1.06, left(), right());
  }

  /** For a page that has the styles; empty when there is nothing to compare. */
  static String inPage(Report report, RankedGroup group, boolean isNarrow) {
    ForestPlot plot = new ForestPlot(report, group, isNarrow);
    return plot.rows.size() < 2 || group.isOfSingleForks()
        ? ""
        : plot.svg(
            isNarrow ? "forest narrow" : "forest wide",
            group.id() + (isNarrow ? "n" : "w"),
            "Time relative to "
                + group.baseline()
                + " of "
                + plot.rows.size()
                + " variants, less is faster; the table below has the figures",
            0,
            "");
  }

  /**
   * A picture outside of the page, light or dark as the reader prefers; empty when there is nothing
   * to compare.
   *
   * @param style of the page's plots
   */
  static String picture(Report report, RankedGroup group, String style) {
    ForestPlot plot = new ForestPlot(report, group, false);
    return plot.rows.size() < 2 || group.isOfSingleForks()
        ? ""
        : plot.svg("forest picture", group.id(), description(group), 44, style);
  }

  /** What the picture shows, in words. */
  static String description(RankedGroup group) {
    StringBuilder text =
        new StringBuilder("Time relative to " + group.baseline() + ", less is faster. ");
    for (RankedVariant row : group.rows()) {
      if (row.ratio() > 0) {
        text.append(row.name())
            .append(RankedGroup.isReference(row) ? " (the hand-written reference) " : " ");
        text.append(
            group.isBaseline(row)
                ? Words.ratio(row) + " (the baseline)"
                : Words.ratioWithInterval(row));
        text.append("; ");
      }
    }
    return text.toString().strip();
  }

  private int lineHeight() {
    return isNarrow ? 40 : 26;
  }

  private int left() {
    return isNarrow ? 14 : 214;
  }

  private int right() {
    return isNarrow ? 346 : 604;
  }

  private String svg(String styleClass, String id, String description, int header, String style) {
    int width = isNarrow ? 360 : 760;
    int bottom = header + TOP + rows.size() * lineHeight();
    Svg svg = new Svg(styleClass, id, width, bottom + AXIS, group.title(), description);
    if (!style.isEmpty()) {
      svg.add("<style>%s</style>", style);
      svg.add("<rect class=\"paper\" width=\"%d\" height=\"%d\"/>", width, bottom + AXIS);
      svg.text("head", 14, 22, Words.shortened(group.title(), 92));
      svg.text("sub", 14, 40, group.platform() + " · time relative to " + group.baseline());
    }
    for (double tick : axis.ticks(40)) {
      double x = axis.place(tick);
      svg.path(
          Axis.isOne(tick) ? "one" : "tick",
          "M" + Svg.at(x, header + TOP - 4.0) + "V" + (bottom + 2));
      svg.text("axis", x, bottom + 16, Figures.plain(tick) + "×");
    }
    svg.text(
        "axis",
        (left() + right()) / 2.0,
        bottom + 30,
        "← faster · time relative to " + Words.shortened(group.baseline(), 24) + " · slower →");
    double reference = group.referenceRatio();
    if (reference > 0) {
      svg.add(
          "<path class=\"reference\" d=\"M%s %dV%d\"><title>hand-written reference: %s</title></path>",
          Svg.number(axis.place(reference)),
          header + TOP - 4,
          bottom + 2,
          Figures.ratio(reference));
    }
    for (int i = 0; i < rows.size(); i++) {
      row(svg, rows.get(i), header + TOP + i * lineHeight());
    }
    return svg.end();
  }

  private void row(Svg svg, RankedVariant row, int top) {
    boolean isBaseline = group.isBaseline(row);
    double y = isNarrow ? top + 29 : top + lineHeight() / 2.0;
    double labelY = isNarrow ? top + 15 : y + 4;
    String name =
        RankedGroup.isReference(row) ? row.name() + " (reference)" : report.markedName(group, row);
    String marks =
        report.marks(group, row).stream()
            .map(mark -> "(" + mark.letter() + ") " + mark.word())
            .collect(Collectors.joining(", "));
    svg.open(
        GroupTexts.kind(group, row),
        marks.isEmpty() ? "" : row.name() + ": " + marks,
        group.rows().indexOf(row));
    svg.text("name", isNarrow ? 14 : 8, labelY, Words.shortened(name, 27));
    forks(svg, row, y + RUG);
    Interval interval = interval(row);
    if (interval.low() < interval.high()) {
      svg.interval(axis.place(interval.low()), axis.place(interval.high()), left(), right(), y);
    }
    double x = axis.place(row.ratio());
    if (isBaseline) {
      svg.path("dot", "M" + Svg.at(x, y - 5) + "l5 5l-5 5l-5 -5z");
    } else {
      svg.dot(x, y);
    }
    svg.text(
        "figure",
        isNarrow ? 346 : 752,
        labelY,
        isBaseline ? "baseline" : Words.ratioWithInterval(row));
    svg.close();
  }

  /** The ratio of each fork as a faint dot below; those beyond the axis are left out. */
  private void forks(Svg svg, RankedVariant row, double y) {
    StringBuilder dots = new StringBuilder();
    long last = -1;
    for (double ratio : row.forkRatios()) {
      long x = Math.round(axis.place(ratio));
      if (axis.holds(ratio) && x != last) {
        dots.append(dots.isEmpty() ? "M" + Svg.at((double) x, y) : "m" + (x - last) + " 0")
            .append("h0");
        last = x;
      }
    }
    svg.path("rug", dots);
  }

  private static Interval interval(RankedVariant row) {
    Verdict verdict = row.verdict();
    return verdict == null ? new Interval(row.ratio(), row.ratio()) : verdict.interval();
  }
}
