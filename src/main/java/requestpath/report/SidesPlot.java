package requestpath.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import requestpath.result.Interval;
import requestpath.result.JudgedSides;
import requestpath.result.Verdict;
import requestpath.text.Figures;

/**
 * Each variant under the candidate relative to itself under the base, as points with intervals on a
 * logarithmic axis in SVG, which need no script. A filled point is a difference that is shown.
 */
final class SidesPlot {
  /** So many variants are shown: those that differ most. */
  private static final int MOST = 12;

  private static final int TOP = 8;
  private static final int AXIS = 34;

  /** The narrowest axis, either side of 1. */
  private static final double NARROWEST = 1.12;

  /** An interval that exceeds the outermost ratio by this factor is cut off, with an arrow. */
  private static final double OVERHANG = 1.5;

  /** The distance that two figures of the axis need at least. */
  private static final int BETWEEN_TICKS = 36;

  private final SideNames names;
  private final JudgedSides sides;
  private final boolean isNarrow;
  private final List<Verdict> rows;
  private final Axis axis;

  private SidesPlot(SideNames names, JudgedSides sides, boolean isNarrow) {
    this.names = names;
    this.sides = sides;
    this.isNarrow = isNarrow;
    rows = rows(sides);
    double lowest = 1 / NARROWEST;
    double highest = NARROWEST;
    for (Verdict row : rows) {
      double ratio = SideNames.ratio(row);
      Interval interval = SideNames.interval(row);
      lowest = Math.min(lowest, Math.max(interval.low(), ratio / OVERHANG));
      highest = Math.max(highest, Math.min(interval.high(), ratio * OVERHANG));
    }
    axis = new Axis(lowest / 1.03, highest * 1.03, left(), right());
  }

  /** Those that differ most, the fastest under the candidate first. */
  private static List<Verdict> rows(JudgedSides sides) {
    List<Verdict> rows = new ArrayList<>();
    for (JudgedSides.Line line : sides.lines()) {
      Verdict verdict = line.verdict();
      if (verdict != null && verdict.ratio() > 0) {
        rows.add(verdict.of(line.candidate().name()));
      }
    }
    return rows.stream()
        .sorted(Comparator.comparingDouble(Verdict::factor).reversed())
        .limit(MOST)
        .sorted(Comparator.comparingDouble(SideNames::ratio))
        .toList();
  }

  /** For a wide page that has the styles; empty if nothing is judged. */
  static String wide(SideNames names, JudgedSides sides) {
    return new SidesPlot(names, sides, false).svg();
  }

  /** For a phone. */
  static String narrow(SideNames names, JudgedSides sides) {
    return new SidesPlot(names, sides, true).svg();
  }

  private int width() {
    return isNarrow ? 340 : 600;
  }

  private int left() {
    return isNarrow ? 10 : 204;
  }

  private int right() {
    return isNarrow ? 330 : 446;
  }

  private String svg() {
    if (rows.isEmpty()) {
      return "";
    }
    int line = isNarrow ? 34 : 22;
    int bottom = TOP + rows.size() * line;
    String kind = isNarrow ? "narrow" : "wide";
    Svg svg =
        new Svg(
            "forest answer-bars " + kind,
            sides.candidate().id() + "-sides-" + kind,
            width(),
            bottom + AXIS,
            names.title() + ": " + sides.candidate().title(),
            description());
    for (double tick : axis.ticks(BETWEEN_TICKS)) {
      double x = axis.place(tick);
      svg.path(Axis.isOne(tick) ? "one" : "tick", "M" + Svg.at(x, TOP - 4) + "V" + (bottom + 2));
      svg.text("axis", x, bottom + 14, Figures.plain(tick) + "×");
    }
    svg.text(
        "axis",
        (left() + right()) / 2.0,
        bottom + 28,
        "← faster · time relative to " + Words.shortened(names.base(), 18) + " · slower →");
    for (int i = 0; i < rows.size(); i++) {
      row(svg, rows.get(i), TOP + i * line, line);
    }
    return svg.end();
  }

  private void row(Svg svg, Verdict row, int top, int line) {
    double labelY = isNarrow ? top + 12 : top + line / 2.0 + 4;
    double y = isNarrow ? top + 22 : top + line / 2.0;
    svg.open(kind(row), line(row));
    String name =
        isNarrow
            ? Svg.fitting(row.row(), width() - 16, figure(row))
            : Svg.fitting(row.row(), left() - 8, "");
    svg.text("name", isNarrow ? 4 : 0, labelY, name);
    Interval interval = SideNames.interval(row);
    svg.interval(axis.place(interval.low()), axis.place(interval.high()), left(), right(), y);
    svg.dot(axis.clamped(SideNames.ratio(row)), y);
    svg.text("figure", width() - 4, labelY, figure(row));
    svg.close();
  }

  private static String figure(Verdict row) {
    return SideNames.ratioInWords(row)
        + (row.isInconclusive() ? "" : " " + SideNames.intervalInWords(row));
  }

  /** Whether the candidate is shown to be faster or slower. */
  private static String kind(Verdict row) {
    return !row.isDifferent() ? "same" : row.isFaster() ? "slow" : "fast";
  }

  private static String line(Verdict row) {
    return row.row() + " " + figure(row);
  }

  private String description() {
    return rows.stream()
        .map(SidesPlot::line)
        .collect(
            Collectors.joining(
                "; ",
                "Time with " + names.candidate() + " relative to " + names.base() + ": ",
                ""));
  }
}
