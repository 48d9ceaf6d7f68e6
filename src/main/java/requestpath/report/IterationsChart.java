package requestpath.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import requestpath.result.RankedVariant;
import requestpath.text.Figures;

/**
 * The iterations of a row as SVG: a thin line for each fork, first its warm-up on a logarithmic
 * axis of time, then what it measured. A vertical line is where measuring begins. So that a page of
 * many forks stays small, neighbours that would be too close are drawn as their mean, and of many
 * forks some are drawn, from the fastest to the slowest.
 */
final class IterationsChart {
  private static final int WIDTH = 620;
  private static final int HEIGHT = 128;
  private static final int LEFT = 46;
  private static final int RIGHT = 612;

  /** How long the axis of time is. */
  static final int LENGTH = RIGHT - LEFT;

  private static final int TOP = 6;
  private static final int BOTTOM = 106;

  /** The share of the width that is for the warm-up. */
  private static final double WARM_UP = 0.42;

  /** What takes longer than the usual iteration by more than this factor is at the edge. */
  private static final double CAP = 4;

  private static final Pattern DURATION = Pattern.compile("(\\d{1,9}) (ms|s)");

  private final RankedVariant row;
  private final IterationsOnPage shared;
  private final List<Integer> drawn;
  private final double seconds;
  private final int warmUps;
  private final int measured;
  private final double split;
  private final Axis warmUp;

  private IterationsChart(RankedVariant row, IterationsOnPage shared) {
    this.row = row;
    this.shared = shared;
    List<double[]> forks = row.measurement().forks();
    drawn = shared.drawn(forks);
    warmUps =
        row.warmUps().size() == forks.size()
            ? row.warmUps().stream().mapToInt(fork -> fork.length).max().orElse(0)
            : 0;
    measured = forks.stream().mapToInt(fork -> fork.length).max().orElse(0);
    split = warmUps == 0 ? LEFT : LEFT + WARM_UP * (RIGHT - LEFT);
    seconds = seconds(row.measurement().settings().options().getOrDefault("-w", ""));
    double one = isTimeKnown() ? seconds : 1;
    warmUp = new Axis(one, one * Math.max(1, warmUps), LEFT, split - 4);
  }

  /**
   * For a page that has the styles; empty if no fork has two iterations.
   *
   * @param shared with all charts of the page
   */
  static String of(RankedVariant row, String unit, IterationsOnPage shared) {
    IterationsChart chart = new IterationsChart(row, shared);
    return chart.warmUps + chart.measured < 2 ? "" : chart.svg(unit);
  }

  /** The time of an iteration of the warm-up in seconds; NaN where it is not known. */
  private static double seconds(String option) {
    Matcher duration = DURATION.matcher(option);
    return duration.matches()
        ? Long.parseLong(duration.group(1)) * (duration.group(2).equals("s") ? 1 : 1e-3)
        : Double.NaN;
  }

  private String svg(String unit) {
    List<List<double[]>> forks = new ArrayList<>();
    drawn.forEach(fork -> forks.add(points(fork)));
    double[] values =
        forks.stream().flatMap(List::stream).mapToDouble(point -> point[1]).sorted().toArray();
    double usual = usual();
    if (values.length < 2 || Double.isNaN(usual)) {
      return "";
    }
    Axis up =
        Axis.fitted(
            BOTTOM,
            TOP,
            Math.max(values[0], usual / CAP),
            Math.min(values[values.length - 1], usual * CAP));
    Svg svg =
        new Svg(
            "trace",
            WIDTH,
            HEIGHT,
            "Iterations of "
                + ofForks()
                + ", "
                + warmUps
                + " of each warming up, of "
                + row.name()
                + ", in "
                + unit);
    axes(svg, up);
    StringBuilder path = new StringBuilder();
    forks.forEach(fork -> line(path, fork, up));
    svg.path("fork", path);
    return svg.end();
  }

  private boolean isTimeKnown() {
    return !Double.isNaN(seconds);
  }

  /** The median of what was measured. */
  private double usual() {
    double[] sorted =
        row.measurement().forks().stream()
            .flatMapToDouble(Arrays::stream)
            .filter(IterationsChart::isDrawn)
            .sorted()
            .toArray();
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
  }

  private static boolean isDrawn(double value) {
    return value > 0 && Double.isFinite(value);
  }

  private void axes(Svg svg, Axis up) {
    StringBuilder grid = new StringBuilder();
    for (double tick : up.ticks(28)) {
      grid.append('M').append(LEFT).append(' ').append(Math.round(up.place(tick)));
      grid.append('H').append(RIGHT);
      svg.text("end", LEFT - 4, Math.rint(up.place(tick)) + 4, Figures.plain(tick));
    }
    svg.path("tick", grid);
    svg.add("%s", shared.once(time()));
  }

  /** The axis of time, which most rows of a page have in common. */
  private String time() {
    Svg svg = new Svg();
    String count =
        measured
            + " measured iterations"
            + (drawn.size() < row.measurement().forks().size() ? " of " + ofForks() : "");
    if (warmUps > 0) {
      for (double tick : warmUp.ticks(40)) {
        double at = Math.rint(warmUp.place(tick));
        if (at < split - 24) {
          svg.text("axis", at, BOTTOM + 16, Figures.plain(tick) + (isTimeKnown() ? " s" : ""));
        }
      }
      svg.path("one", "M" + Math.round(split) + " " + TOP + "V" + (BOTTOM + 20));
      svg.text("dim", Math.rint(split) + 6, BOTTOM + 16, "measured from here: " + count);
    } else {
      svg.text("dim", LEFT, BOTTOM + 16, count);
    }
    return svg.part();
  }

  /** Such as {@code 7 forks}, or {@code 4 of 15 forks}. */
  private String ofForks() {
    int all = row.measurement().forks().size();
    return (drawn.size() < all ? drawn.size() + " of " : "") + all + " forks";
  }

  /** The points of a fork, from left to right: where they are, and their values. */
  private List<double[]> points(int fork) {
    List<double[]> points = new ArrayList<>();
    if (warmUps > 0) {
      double[] values = row.warmUps().get(fork);
      double one = isTimeKnown() ? seconds : 1;
      double[] places = new double[values.length];
      for (int i = 0; i < values.length; i++) {
        places[i] = warmUp.place((i + 1) * one);
      }
      thinned(points, places, values);
    }
    double[] values = row.measurement().forks().get(fork);
    double[] places = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      places[i] = split + (i + 0.5) / measured * (RIGHT - split);
    }
    thinned(points, places, values);
    return points;
  }

  /** Adds points; those that are too close to the one before them are in its mean. */
  private void thinned(List<double[]> points, double[] places, double... values) {
    DoubleStream.Builder near = DoubleStream.builder();
    double first = Double.NaN;
    double last = Double.NaN;
    for (int i = 0; i < values.length; i++) {
      if (isDrawn(values[i])) {
        if (places[i] - first >= shared.spacing()) {
          points.add(new double[] {(first + last) / 2, mean(near)});
          near = DoubleStream.builder();
          first = Double.NaN;
        }
        first = Double.isNaN(first) ? places[i] : first;
        last = places[i];
        near.add(values[i]);
      }
    }
    if (!Double.isNaN(first)) {
      points.add(new double[] {(first + last) / 2, mean(near)});
    }
  }

  private static double mean(DoubleStream.Builder values) {
    return values.build().average().orElse(Double.NaN);
  }

  /** Whole numbers, each relative to the one before; level pieces are one. */
  private static void line(StringBuilder path, List<double[]> fork, Axis up) {
    if (fork.size() < 2) {
      return;
    }
    long x = Math.round(fork.get(0)[0]);
    long y = Math.round(up.clamped(fork.get(0)[1]));
    path.append('M').append(x).append(' ').append(y).append('l');
    boolean isFirst = true;
    long level = 0;
    for (double[] point : fork.subList(1, fork.size())) {
      long right = Math.round(point[0]) - x;
      long down = Math.round(up.clamped(point[1])) - y;
      x += right;
      y += down;
      if (down == 0) {
        level += right;
        continue;
      }
      if (level > 0) {
        step(path, isFirst, level, 0);
        isFirst = false;
      }
      step(path, isFirst, right, down);
      isFirst = false;
      level = 0;
    }
    if (level > 0 || isFirst) {
      step(path, isFirst, level, 0);
    }
  }

  private static void step(StringBuilder path, boolean isFirst, long right, long down) {
    path.append(isFirst ? "" : " ").append(right).append(down < 0 ? "" : " ").append(down);
  }
}
