package requestpath.report;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import requestpath.codec.Marks;
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
    StringBuilder svg = new StringBuilder();
    add(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"%s\" viewBox=\"0 0 %d %d\" role=\"img\""
            + " aria-labelledby=\"%s-t %s-d\">",
        styleClass,
        width,
        bottom + AXIS,
        id,
        id);
    add(svg, "<title id=\"%s-t\">%s</title>", id, Xml.escape(group.title()));
    add(svg, "<desc id=\"%s-d\">%s</desc>", id, Xml.escape(description));
    if (!style.isEmpty()) {
      add(svg, "<style>%s</style>", style);
      add(svg, "<rect class=\"paper\" width=\"%d\" height=\"%d\"/>", width, bottom + AXIS);
      add(
          svg,
          "<text class=\"head\" x=\"14\" y=\"22\">%s</text>",
          Xml.escape(shortened(group.title(), 92)));
      add(
          svg,
          "<text class=\"sub\" x=\"14\" y=\"40\">%s</text>",
          Xml.escape(group.platform() + " · time relative to " + group.baseline()));
    }
    for (double tick : axis.ticks(40)) {
      String x = Svg.number(axis.place(tick));
      String kind = Math.abs(tick - 1) < 1e-9 ? "one" : "tick";
      add(svg, "<path class=\"%s\" d=\"M%s %dV%d\"/>", kind, x, header + TOP - 4, bottom + 2);
      add(
          svg,
          "<text class=\"axis\" x=\"%s\" y=\"%d\">%s×</text>",
          x,
          bottom + 16,
          Figures.plain(tick));
    }
    add(
        svg,
        "<text class=\"axis\" x=\"%d\" y=\"%d\">← faster · time relative to %s · slower →</text>",
        (left() + right()) / 2,
        bottom + 30,
        Xml.escape(shortened(group.baseline(), 24)));
    double reference = group.referenceRatio();
    if (reference > 0) {
      add(
          svg,
          "<path class=\"reference\" d=\"M%s %dV%d\">",
          Svg.number(axis.place(reference)),
          header + TOP - 4,
          bottom + 2);
      add(svg, "<title>hand-written reference: %s</title></path>", Figures.ratio(reference));
    }
    for (int i = 0; i < rows.size(); i++) {
      row(svg, rows.get(i), header + TOP + i * lineHeight());
    }
    return svg.append("</svg>").toString();
  }

  private void row(StringBuilder svg, RankedVariant row, int top) {
    boolean isBaseline = group.isBaseline(row);
    String kind = GroupTexts.kind(group, row);
    double y = isNarrow ? top + 29 : top + lineHeight() / 2.0;
    double labelY = isNarrow ? top + 15 : y + 4;
    String name =
        RankedGroup.isReference(row) ? row.name() + " (reference)" : report.markedName(group, row);
    add(svg, "<g class=\"%s\" data-row=\"%d\">", kind, group.rows().indexOf(row));
    String marks = Marks.legend(List.of(report.marks(group, row)));
    if (!marks.isEmpty()) {
      add(svg, "<title>%s</title>", Xml.escape(row.name() + " " + marks));
    }
    add(
        svg,
        "<text class=\"name\" x=\"%d\" y=\"%s\">%s</text>",
        isNarrow ? 14 : 8,
        Svg.number(labelY),
        Xml.escape(shortened(name, 27)));
    forks(svg, row, y + RUG);
    Interval interval = interval(row);
    if (interval.low() < interval.high()) {
      String from = Svg.number(axis.clamped(interval.low()));
      String to = Svg.number(axis.clamped(interval.high()));
      add(svg, "<path class=\"bar\" d=\"M%s %sH%s\"/>", from, Svg.number(y), to);
      if (interval.low() < axis.low()) {
        add(svg, "<path class=\"tip\" d=\"M%sl6 -4v8z\"/>", Svg.at(left() - 4, y));
      }
      if (interval.high() > axis.high()) {
        add(svg, "<path class=\"tip\" d=\"M%sl-6 -4v8z\"/>", Svg.at(right() + 4, y));
      }
    }
    double x = axis.place(row.ratio());
    if (isBaseline) {
      add(svg, "<path class=\"dot\" d=\"M%sl5 5l-5 5l-5 -5z\"/>", Svg.at(x, y - 5));
    } else {
      add(
          svg,
          "<circle class=\"dot\" cx=\"%s\" cy=\"%s\" r=\"4.5\"/>",
          Svg.number(x),
          Svg.number(y));
    }
    String text = isBaseline ? "baseline" : Words.ratioWithInterval(row);
    add(
        svg,
        "<text class=\"figure\" x=\"%d\" y=\"%s\">%s</text></g>",
        isNarrow ? 346 : 752,
        Svg.number(labelY),
        text);
  }

  /** The ratio of each fork as a faint dot below; those beyond the axis are left out. */
  private void forks(StringBuilder svg, RankedVariant row, double y) {
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
    if (!dots.isEmpty()) {
      add(svg, "<path class=\"rug\" d=\"%s\"/>", dots);
    }
  }

  private static Interval interval(RankedVariant row) {
    Verdict verdict = row.verdict();
    return verdict == null ? new Interval(row.ratio(), row.ratio()) : verdict.interval();
  }

  static String shortened(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }

  private static void add(StringBuilder svg, String format, Object... values) {
    svg.append(String.format(Locale.ROOT, Objects.requireNonNull(format), values));
  }
}
