package requestpath.report;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import requestpath.text.Figures;

/**
 * Lines on logarithmic axes, each with its name at its right end.
 *
 * @param label what the chart shows, in words
 * @param x the title of the horizontal axis
 * @param y the title of the vertical axis; not drawn if the lines name their first values
 * @param columns the only places on the horizontal axis, with their titles; empty for an axis of
 *     numbers
 * @param lines at least one, each with at least one point
 */
record LineChart(
    String label, String x, String y, SortedMap<Double, String> columns, List<Line> lines) {
  /** How many styles tell lines apart. */
  static final int STYLES = 7;

  private static final int WIDE = 760;
  private static final int NARROW = 360;
  private static final int TOP = 24;
  private static final int BOTTOM = 40;
  private static final int LEAST_HEIGHT = 240;

  /** The height of a text with its space. */
  private static final int LINE = 13;

  private static final int LONGEST = 29;

  /**
   * A line.
   *
   * @param name of the variant
   * @param style of the line, such as {@code base}
   * @param before text at its left end; may be empty
   * @param after text at its right end
   * @param points from left to right
   * @param dots the points that are marked
   */
  record Line(
      String name,
      String style,
      String before,
      String after,
      List<Point> points,
      List<Point> dots) {}

  /** A point, in numbers of the axes. */
  record Point(double x, double y) {}

  /** The style of a line by its place in a list. */
  static String style(int index) {
    return "k" + index % STYLES;
  }

  /** The chart for a wide page and the same for a phone; the page shows one of them. */
  String markup() {
    return new Drawing(false).svg() + new Drawing(true).svg();
  }

  private boolean isNamedOnBothSides() {
    return lines.stream().anyMatch(line -> !line.before.isEmpty());
  }

  /** The chart in one size. */
  private final class Drawing {
    private final boolean isNarrow;
    private final int width;
    private final int height;
    private final double left;
    private final double right;
    private final Axis across;
    private final Axis up;

    Drawing(boolean isNarrow) {
      this.isNarrow = isNarrow;
      width = isNarrow ? NARROW : WIDE;
      height = Math.max(LEAST_HEIGHT, lines.size() * LINE + TOP + BOTTOM + LINE);
      left = isNamedOnBothSides() ? widest(this::before) + 14 : 58;
      right = width - widest(line -> shortened(line.after)) - 22;
      double[] xs =
          columns.isEmpty()
              ? points(Point::x)
              : columns.keySet().stream().mapToDouble(each -> each).toArray();
      double lowest = xs[0];
      double highest = xs[0];
      for (double each : xs) {
        lowest = Math.min(lowest, each);
        highest = Math.max(highest, each);
      }
      across = new Axis(lowest, highest, left + 8, right - 8);
      up = Axis.fitted(height - BOTTOM, TOP, points(Point::y));
    }

    private double[] points(ToDoubleFunction<Point> number) {
      return lines.stream().flatMap(line -> line.points.stream()).mapToDouble(number).toArray();
    }

    private double widest(Function<Line, String> text) {
      return lines.stream().map(text).mapToDouble(Labels::width).max().orElse(0);
    }

    private String shortened(String text) {
      return Words.shortened(text, isNarrow ? LONGEST - 9 : LONGEST);
    }

    /** On a phone there is space for the last word only, which is the figure. */
    private String before(Line line) {
      String text = line.before;
      return isNarrow ? text.substring(text.lastIndexOf(' ') + 1) : shortened(text);
    }

    String svg() {
      Svg svg = new Svg(isNarrow ? "plot narrow" : "plot wide", width, height, label);
      axes(svg);
      double[] ends = texts(line -> line.points.get(line.points.size() - 1));
      double[] starts = texts(line -> line.points.get(0));
      for (int i = 0; i < lines.size(); i++) {
        line(svg, lines.get(i), starts[i], ends[i]);
      }
      return svg.end();
    }

    private void axes(Svg svg) {
      int bottom = height - BOTTOM;
      if (!isNamedOnBothSides()) {
        for (double tick : up.ticks(22)) {
          double at = up.place(tick);
          svg.path("tick", "M" + Svg.at(left, at) + "H" + Svg.number(right));
          svg.text("end dim", left - 6, at + 4, Figures.plain(tick));
        }
        svg.text("dim", 4, 12, y);
      }
      if (columns.isEmpty()) {
        for (double tick : across.ticks(48)) {
          double at = across.place(tick);
          svg.path("tick", "M" + Svg.at(at, TOP) + "V" + bottom);
          svg.text("axis", at, bottom + 14, Figures.plain(tick));
        }
      } else {
        int longest = (int) Math.min(isNarrow ? 18 : 28, across.length() / columns.size() / 6);
        columns.forEach(
            (number, title) -> {
              double at = across.place(number);
              svg.path("tick", "M" + Svg.at(at, TOP) + "V" + bottom);
              svg.text("axis", at, 14, Words.shortenedInside(title, Math.max(1, longest)));
            });
      }
      svg.text("axis", (left + right) / 2, bottom + 32, x);
    }

    /** Where the texts of all lines are at one of their ends. */
    private double[] texts(Function<Line, Point> end) {
      double[] wanted = lines.stream().mapToDouble(line -> up.place(end.apply(line).y)).toArray();
      return Labels.spread(wanted, LINE, TOP, height - BOTTOM);
    }

    private void line(Svg svg, Line line, double start, double end) {
      // A name that is written in full needs no other.
      svg.open(line.style, shortened(line.after).endsWith(line.name) ? "" : line.name);
      StringBuilder path = new StringBuilder();
      for (Point point : line.points) {
        path.append(path.isEmpty() ? 'M' : 'L').append(at(point));
      }
      svg.path("line", path);
      StringBuilder dots = new StringBuilder();
      line.dots.forEach(point -> dots.append('M').append(at(point)).append("h0"));
      svg.path("dots", dots);
      Point last = line.points.get(line.points.size() - 1);
      String lead = "M" + at(last) + "L" + Svg.at(right + 10, end);
      if (!line.before.isEmpty()) {
        lead += "M" + at(line.points.get(0)) + "L" + Svg.at(left - 2, start);
        svg.text("end", left - 6, start + 4, before(line));
      }
      svg.path("lead", lead);
      svg.text("", right + 14, end + 4, shortened(line.after));
      svg.close();
    }

    private String at(Point point) {
      return Svg.at(across.place(point.x), up.clamped(point.y));
    }
  }

  /** Lines without columns. */
  static LineChart ofNumbers(String label, String x, String y, List<Line> lines) {
    return new LineChart(label, x, y, new TreeMap<>(), List.copyOf(lines));
  }

  /** Lines between columns, from left to right; a line that lacks some passes them by. */
  static LineChart ofColumns(String label, String x, List<String> titles, List<Line> lines) {
    SortedMap<Double, String> columns = new TreeMap<>();
    for (String title : titles) {
      columns.put(column(columns.size()), title);
    }
    return new LineChart(label, x, "", columns, List.copyOf(lines));
  }

  /** The place of a column, from 0 on: equal distances on a logarithmic axis. */
  static double column(int index) {
    return Math.exp(index);
  }
}
