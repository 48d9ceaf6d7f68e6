package requestpath.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import requestpath.report.Labels.Box;
import requestpath.result.Interval;
import requestpath.text.Figures;

/**
 * Variants by two figures on logarithmic axes, less of which is better: points with the crosses of
 * their intervals, and a line through those that no other beats in both.
 *
 * @param label what the chart shows, in words
 * @param x the title of the horizontal axis
 * @param y the title of the vertical axis
 * @param dots the variants
 * @param frontier those that no other beats in both, from left to right
 */
record ScatterChart(String label, String x, String y, List<Dot> dots, List<Dot> frontier) {
  private static final int TOP = 20;
  private static final int BOTTOM = 40;
  private static final int LEFT = 58;

  /** An interval that exceeds this multiple of the outermost figure is cut off. */
  private static final double OVERHANG = 1.6;

  /**
   * A variant.
   *
   * @param row its index in the table of its group
   * @param name as it is drawn
   * @param style such as {@code base}
   * @param x its first figure
   * @param y its second figure
   * @param title all about it
   */
  record Dot(int row, String name, String style, Figure x, Figure y, String title) {}

  /**
   * A figure.
   *
   * @param value above 0
   * @param interval around it; its ends are the value where there is none
   */
  record Figure(double value, Interval interval) {
    static Figure of(double value) {
      return new Figure(value, new Interval(value, value));
    }
  }

  /** The chart for a wide page and the same for a phone; the page shows one of them. */
  String markup() {
    return new Drawing("plot wide", 760, 420).svg() + new Drawing("plot narrow", 360, 360).svg();
  }

  /** The chart in one size, which scrolls on a phone. */
  String scrolled() {
    return new Drawing("plot scrolled", 760, 420).svg();
  }

  /** The chart in one size. */
  private final class Drawing {
    private final String style;
    private final int width;
    private final int height;
    private final int right;
    private final int bottom;
    private final Axis across;
    private final Axis up;

    Drawing(String style, int width, int height) {
      this.style = style;
      this.width = width;
      this.height = height;
      right = width - 12;
      bottom = height - BOTTOM;
      across = axis(Dot::x, LEFT, right);
      up = axis(Dot::y, bottom, TOP);
    }

    private Axis axis(Function<Dot, Figure> of, double from, double to) {
      List<Figure> figures = dots.stream().map(of).toList();
      double low = figures.stream().mapToDouble(Figure::value).min().orElse(1) / OVERHANG;
      double high = figures.stream().mapToDouble(Figure::value).max().orElse(1) * OVERHANG;
      return Axis.fitted(
          from,
          to,
          figures.stream()
              .flatMapToDouble(
                  figure ->
                      DoubleStream.of(
                          figure.value,
                          Math.max(low, figure.interval.low()),
                          Math.min(high, figure.interval.high())))
              .toArray());
    }

    String svg() {
      Svg svg = new Svg(style, width, height, label);
      for (double tick : across.ticks(44)) {
        svg.path(kind(tick), "M" + Svg.at(across.place(tick), TOP) + "V" + bottom);
        svg.text("axis", across.place(tick), bottom + 14, Figures.plain(tick));
      }
      for (double tick : up.ticks(22)) {
        svg.path(kind(tick), "M" + Svg.at(LEFT, up.place(tick)) + "H" + right);
        svg.text("end dim", LEFT - 6, up.place(tick) + 4, Figures.plain(tick));
      }
      svg.text("axis", (LEFT + right) / 2.0, bottom + 32, x + " →");
      svg.text("dim", 4, 12, "↑ " + y);
      svg.path("front", frontier());
      Labels labels = new Labels(new Box(LEFT, TOP, right - LEFT, (double) bottom - TOP));
      dots.forEach(dot -> labels.point(across.place(dot.x.value), up.place(dot.y.value)));
      for (Dot dot : bestFirst()) {
        dot(svg, dot, labels);
      }
      return svg.end();
    }

    private String kind(double tick) {
      return Math.abs(tick - 1) < 1e-9 ? "one" : "tick";
    }

    /** Names that matter more find their places first. */
    private List<Dot> bestFirst() {
      List<Dot> others = new ArrayList<>(dots);
      others.removeAll(frontier);
      others.sort(Comparator.comparing((Dot dot) -> !dot.style.equals("base")));
      List<Dot> all = new ArrayList<>(frontier);
      all.addAll(others);
      return all;
    }

    /** From each point of the frontier to the next: what is above and right of it is beaten. */
    private String frontier() {
      StringBuilder path = new StringBuilder();
      for (Dot dot : frontier) {
        double x = across.place(dot.x.value);
        double y = up.place(dot.y.value);
        path.append(
            path.isEmpty()
                ? "M" + Svg.at(x, TOP) + "V" + Svg.number(y)
                : "H" + Svg.number(x) + "V" + Svg.number(y));
      }
      return path.isEmpty() ? "" : path.append('H').append(right).toString();
    }

    private void dot(Svg svg, Dot dot, Labels labels) {
      double x = across.place(dot.x.value);
      double y = up.place(dot.y.value);
      svg.open(dot.style, dot.title, dot.row);
      svg.path("cross", cross(dot, x, y));
      if (dot.style.equals("base")) {
        svg.path("dot", "M" + Svg.at(x, y - 5) + "l5 5l-5 5l-5-5z");
      } else {
        svg.path("dot", "M" + Svg.at(x - 4, y) + "a4 4 0 1 1 8 0a4 4 0 1 1-8 0z");
      }
      Optional<Box> box = labels.place(dot.name, x, y);
      box.ifPresent(place -> svg.text("", place.x(), place.y() + 9, dot.name));
      svg.close();
    }

    private String cross(Dot dot, double x, double y) {
      Interval wide = dot.x.interval;
      Interval tall = dot.y.interval;
      StringBuilder path = new StringBuilder();
      if (wide.low() < wide.high()) {
        path.append('M')
            .append(Svg.at(across.clamped(wide.low()), y))
            .append('H')
            .append(Svg.number(across.clamped(wide.high())));
      }
      if (tall.low() < tall.high()) {
        path.append('M')
            .append(Svg.at(x, up.clamped(tall.low())))
            .append('V')
            .append(Svg.number(up.clamped(tall.high())));
      }
      return path.toString();
    }
  }
}
