package requestpath.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import requestpath.report.LineChart.Point;
import requestpath.report.Page.Table;
import requestpath.result.BreakEven;
import requestpath.result.RankedGroup;
import requestpath.text.Figures;

/** After how many requests a library has paid back its slower start. */
final class BreakEvenChart {
  /** How many libraries are drawn: the fastest ones. */
  private static final int MOST_LINES = 8;

  private static final int POINTS_PER_DECADE = 6;
  private static final int LEAST_DECADES = 4;
  private static final int MOST_DECADES = 9;

  private static final String AT_ONCE = "lower from the first request on";
  private static final String NEVER = "never lower";

  private BreakEvenChart() {}

  /** A chart and a table for each work whose cold start was measured, too. */
  static List<Table> tables(Report report) {
    List<Table> tables = new ArrayList<>();
    for (BreakEven pair :
        report.comparable().stream().flatMap(groups -> BreakEven.of(groups).stream()).toList()) {
      tables.add(table(report, pair, "cold-start-" + tables.size()));
    }
    return tables;
  }

  private static Table table(Report report, BreakEven pair, String id) {
    RankedGroup first = pair.first();
    RankedGroup steady = pair.steady();
    return new Table(
        id,
        first.title() + ", " + report.where(first),
        "A request is one operation of "
            + steady.title()
            + ". The total time is that of the first call plus that of the requests in a warm JVM."
            + " Requests take longer while the JVM warms up, so take the counts as orders of"
            + " magnitude.",
        List.of(
            "variant",
            "first call, " + first.unit(),
            "in a warm JVM, " + steady.unit(),
            "total time against " + steady.baseline()),
        pair.lines().stream().map(line -> cells(report, pair, line)).toList(),
        chart(pair));
  }

  private static List<String> cells(Report report, BreakEven pair, BreakEven.Line line) {
    return List.of(
        report.markedName(pair.steady(), line.steady()),
        Figures.plain(line.first().value()),
        Figures.plain(line.steady().value()),
        outcome(line));
  }

  /** How the total time of a library compares with the baseline's, in words. */
  static String outcome(BreakEven.Line line) {
    boolean isCountKnown = line.operations() > 0;
    return switch (line.outcome()) {
      case BASELINE -> "baseline";
      case LOWER -> AT_ONCE;
      case LOWER_AFTER -> isCountKnown ? "pays back after " + requests(line) : AT_ONCE;
      case HIGHER_AFTER -> isCountKnown ? "lower only for the first " + requests(line) : NEVER;
      case HIGHER -> NEVER;
      case SAME -> "no difference shown";
      case NOT_JUDGED -> "not judged: too few forks";
    };
  }

  private static String requests(BreakEven.Line line) {
    return line.operations() <= 1
        ? "1 request"
        : Figures.plain(rounded(line.operations())) + " requests";
  }

  /** Two digits: more are not known. */
  private static double rounded(double operations) {
    double power = Math.pow(10, Math.max(0, Math.floor(Math.log10(operations)) - 1));
    return Math.ceil(operations / power) * power;
  }

  private static String chart(BreakEven pair) {
    Optional<BreakEven.Line> baseline = pair.baseline();
    if (baseline.isEmpty()) {
      return "";
    }
    int decades = decades(pair);
    List<BreakEven.Line> drawn =
        Stream.concat(
                pair.lines().stream()
                    .filter(line -> !line.equals(baseline.get()))
                    .limit(MOST_LINES),
                baseline.stream())
            .toList();
    List<LineChart.Line> lines = new ArrayList<>();
    for (BreakEven.Line line : drawn) {
      boolean isBaseline = line.outcome() == BreakEven.Outcome.BASELINE;
      double even = line.operations();
      lines.add(
          new LineChart.Line(
              line.name(),
              isBaseline ? "base" : LineChart.style(lines.size()),
              "",
              line.name(),
              points(line, baseline.get(), decades),
              even >= 1 && even <= Math.pow(10, decades)
                  ? List.of(new Point(even, 1))
                  : List.of()));
    }
    return LineChart.ofNumbers(
            "Total time of a start and so many requests relative to "
                + baseline.get().name()
                + ", of "
                + lines.size()
                + " variants. A dot marks where both are equal. The table below has the figures.",
            "requests after the start",
            "total time relative to " + baseline.get().name(),
            lines)
        .markup();
  }

  private static List<Point> points(BreakEven.Line line, BreakEven.Line baseline, int decades) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i <= decades * POINTS_PER_DECADE; i++) {
      double count = Math.pow(10, (double) i / POINTS_PER_DECADE);
      points.add(new Point(count, line.total(count) / baseline.total(count)));
    }
    return points;
  }

  /** So far that the last break-even is seen, in powers of ten. */
  private static int decades(BreakEven pair) {
    double last =
        pair.lines().stream()
            .mapToDouble(BreakEven.Line::operations)
            .filter(Double::isFinite)
            .max()
            .orElse(1);
    return (int) Math.min(MOST_DECADES, Math.max(LEAST_DECADES, Math.ceil(Math.log10(last)) + 1));
  }
}
