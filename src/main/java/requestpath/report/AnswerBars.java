package requestpath.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import requestpath.codec.Mark;
import requestpath.codec.Marks;
import requestpath.result.Interval;
import requestpath.result.RankedGroup;
import requestpath.result.RankedVariant;
import requestpath.result.Verdict;
import requestpath.text.Figures;

/**
 * The fastest libraries of a group and its baseline as bars in SVG, which need no script. The axis
 * begins at zero. A whisker is the interval of the ratio, or JMH's own error where there is one
 * fork alone. A dotted line marks the hand-written reference.
 */
final class AnswerBars {
  /** So many libraries are shown, and the baseline. */
  private static final int MOST = 5;

  /** The width of a character of a figure. */
  private static final double FIGURE = 6.8;

  private static final int HEADER = 20;
  private static final int FOOTER = 20;

  /** A whisker that exceeds its bar by this factor is cut off. */
  private static final double OVERHANG = 1.3;

  /** The axis is longer than the longest bar by this factor. */
  private static final double ROOM = 1.06;

  /**
   * Where things are.
   *
   * @param name of the layout in ids and classes
   * @param line the height of a row
   * @param left where bars begin
   * @param right where the axis ends
   * @param valueEnd where figures end
   */
  private record Layout(String name, int width, int line, int left, int right, int valueEnd) {
    static final Layout WIDE = new Layout("wide", 600, 24, 204, 366, 432);
    static final Layout WITHOUT_RATIOS = new Layout("wide", 600, 24, 300, 520, 596);
    static final Layout NARROW = new Layout("narrow", 340, 36, 4, 332, 200);

    /** The same with an axis that ends before figures of so many characters. */
    Layout before(int figures) {
      double end = valueEnd - FIGURE * figures - 8;
      return isNarrow()
          ? this
          : new Layout(name, width, line, left, (int) Math.min(right, end), valueEnd);
    }

    /** The room of a name, and of the figures on its line. */
    int nameRoom() {
      return isNarrow() ? width - left - 14 : left - 10;
    }

    boolean isNarrow() {
      return name.equals("narrow");
    }
  }

  private final Report report;
  private final RankedGroup group;
  private final Layout layout;
  private final List<RankedVariant> rows;
  private final double scale;

  private AnswerBars(Report report, RankedGroup group, Layout layout) {
    this.report = report;
    this.group = group;
    rows = rows(group);
    this.layout =
        layout.before(
            rows.stream().mapToInt(row -> Figures.plain(row.value()).length()).max().orElse(0));
    double highest = reference(group);
    for (RankedVariant row : rows) {
      Interval interval = interval(row);
      double end =
          interval == null
              ? row.value()
              : Math.max(row.value(), Math.min(interval.high(), row.value() * OVERHANG));
      highest = Double.isNaN(highest) ? end : Math.max(highest, end);
    }
    scale = (this.layout.right - this.layout.left) / (highest * ROOM);
  }

  /**
   * The rows that are shown: the fastest libraries, and the baseline last if it is none of them.
   */
  static List<RankedVariant> rows(RankedGroup group) {
    List<RankedVariant> all = group.libraries();
    if (all.isEmpty()) {
      // A file may hold scores alone, without any fork.
      all = group.rows();
    }
    List<RankedVariant> rows =
        new ArrayList<>(all.stream().filter(AnswerBars::hasFigure).limit(MOST).toList());
    if (!group.isOfSingleForks()) {
      group.baselineRow().filter(row -> hasFigure(row) && !rows.contains(row)).ifPresent(rows::add);
    }
    return List.copyOf(rows);
  }

  private static boolean hasFigure(RankedVariant row) {
    return row.value() > 0 && Double.isFinite(row.value());
  }

  /** For a wide page that has the styles; empty if no row has a figure. */
  static String wide(Report report, RankedGroup group) {
    Layout layout = group.hasVerdicts() ? Layout.WIDE : Layout.WITHOUT_RATIOS;
    return new AnswerBars(report, group, layout).svg();
  }

  /** For a phone. */
  static String narrow(Report report, RankedGroup group) {
    return new AnswerBars(report, group, Layout.NARROW).svg();
  }

  /** The value of the hand-written reference; NaN where it has none. */
  private static double reference(RankedGroup group) {
    return group.rows().stream()
        .filter(row -> RankedGroup.isReference(row) && hasFigure(row))
        .mapToDouble(RankedVariant::value)
        .findFirst()
        .orElse(Double.NaN);
  }

  private String svg() {
    if (rows.isEmpty()) {
      return "";
    }
    double reference = reference(group);
    boolean hasReference = reference > 0;
    int bottom = HEADER + rows.size() * layout.line;
    Svg svg =
        new Svg(
            "forest answer-bars " + layout.name,
            group.id() + "-" + layout.name,
            layout.width,
            bottom + (hasReference ? FOOTER : 4),
            group.title(),
            description());
    header(svg);
    if (hasReference) {
      // Below the names, whose outlines keep them legible.
      reference(svg, x(reference), reference, bottom);
    }
    for (int i = 0; i < rows.size(); i++) {
      row(svg, rows.get(i), HEADER + i * layout.line);
    }
    return svg.end();
  }

  private void header(Svg svg) {
    String direction = group.isThroughput() ? "more is better" : "less is better";
    String relative =
        !group.hasVerdicts()
            ? ""
            : group.isThroughput()
                ? "time ratio"
                : "relative to " + Words.shortened(group.baseline(), 15);
    if (layout.isNarrow()) {
      String unit = Words.shortened(group.unit(), 14);
      svg.text("sub", layout.left, 11, unit + ", " + direction);
      svg.text("sub end", layout.width - 4, 11, relative);
    } else {
      svg.text("sub", layout.left, 11, direction);
      svg.text("sub end", layout.valueEnd, 11, Words.shortened(group.unit(), 14));
      svg.text("sub end", layout.width - 4, 11, relative);
    }
  }

  private void row(Svg svg, RankedVariant row, int top) {
    double labelY = layout.isNarrow() ? top + 12 : top + layout.line / 2.0 + 4;
    double barY = layout.isNarrow() ? top + 23 : top + layout.line / 2.0;
    svg.open(GroupTexts.kind(group, row), line(row));
    String ratio = ratio(row);
    String figure = Figures.plain(row.value());
    String both = ratio.isEmpty() ? figure : figure + " · " + ratio;
    name(svg, row, labelY, layout.isNarrow() ? both : "");
    svg.add(
        "<rect class=\"fill\" x=\"%d\" y=\"%s\" width=\"%s\" height=\"12\" rx=\"1\"/>",
        layout.left, Svg.number(barY - 6), Svg.number(row.value() * scale));
    Interval interval = interval(row);
    if (interval != null) {
      svg.interval(x(interval.low()), x(interval.high()), layout.left, layout.right, barY);
    }
    if (layout.isNarrow()) {
      svg.text("figure", layout.width - 4, labelY, both);
    } else {
      svg.text("figure", layout.valueEnd, labelY, figure);
      svg.text("figure", layout.width - 4, labelY, ratio);
    }
    svg.close();
  }

  private void name(Svg svg, RankedVariant row, double y, String figures) {
    Set<Mark> marks = report.marks(group, row);
    String suffix = Marks.suffix(marks);
    svg.add(
        "<text class=\"name\" x=\"%d\" y=\"%s\">%s",
        layout.isNarrow() ? layout.left : 0,
        Svg.number(y),
        Xml.escape(Svg.fitting(row.name(), layout.nameRoom(), suffix + figures)));
    if (!suffix.isEmpty()) {
      svg.add(
          "<tspan class=\"letters\"><title>%s</title>%s</tspan>",
          Xml.escape(meanings(marks)), Xml.escape(suffix));
    }
    svg.add("</text>");
  }

  private void reference(Svg svg, double x, double value, int bottom) {
    svg.add(
        "<path class=\"reference\" d=\"M%s %dV%d\"><title>%s</title></path>",
        Svg.number(x), HEADER - 4, bottom + 3, "the hand-written reference");
    boolean isLeft = x < (layout.left + layout.right) / 2.0;
    svg.text(
        isLeft ? "sub" : "sub end",
        isLeft ? x - 1 : x + 1,
        bottom + 15,
        "hand-written reference " + Figures.plain(value));
  }

  private double x(double value) {
    return layout.left + value * scale;
  }

  private String ratio(RankedVariant row) {
    return group.baseline().isEmpty() || group.isOfSingleForks() || group.rows().size() == 1
        ? ""
        : group.isBaseline(row) ? "baseline" : Words.ratioWithInterval(row);
  }

  /** The interval of the ratio around the figure; JMH's own of single forks; null for none. */
  private @Nullable Interval interval(RankedVariant row) {
    Verdict verdict = row.verdict();
    if (verdict == null) {
      return group.isOfSingleForks() ? row.ownInterval() : null;
    }
    if (verdict.isInconclusive()) {
      return null;
    }
    Interval around = group.isThroughput() ? verdict.interval().inverse() : verdict.interval();
    double ratio = group.isThroughput() ? 1 / verdict.ratio() : verdict.ratio();
    return new Interval(row.value() * around.low() / ratio, row.value() * around.high() / ratio);
  }

  private String line(RankedVariant row) {
    String ratio = ratio(row);
    Set<Mark> marks = report.marks(group, row);
    return row.name()
        + " "
        + Figures.plain(row.value())
        + " "
        + group.unit()
        + (ratio.isEmpty() ? "" : ", " + ratio)
        + (marks.isEmpty() ? "" : ", " + meanings(marks));
  }

  private static String meanings(Set<Mark> marks) {
    return marks.stream().map(Mark::meaning).collect(Collectors.joining("; "));
  }

  private String description() {
    double reference = reference(group);
    return rows.stream().map(this::line).collect(Collectors.joining("; "))
        + (Double.isNaN(reference)
            ? ""
            : "; the hand-written reference " + Figures.plain(reference) + " " + group.unit());
  }
}
