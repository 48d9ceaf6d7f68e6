package requestpath.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import requestpath.result.JudgedSides;
import requestpath.result.RankedGroup;
import requestpath.result.RankedVariant;
import requestpath.result.Verdict;
import requestpath.text.Figures;

/** The same work on several platforms: a column for each, and a line for each variant. */
final class SlopeChart {
  private static final int LONGEST_NAME = 22;

  /** More columns than these have no space for their titles. */
  private static final int MOST_COLUMNS = 6;

  private SlopeChart() {}

  /** The two sides of a run: times under the base and the candidate, measured together. */
  static String of(JudgedSides sides) {
    List<LineChart.Line> lines = new ArrayList<>();
    for (JudgedSides.Line line : sides.lines()) {
      if (line.base().value() > 0 && line.candidate().value() > 0) {
        lines.add(
            line(
                line.candidate().name(),
                style(line.verdict()),
                List.of(line.base().value(), line.candidate().value()),
                Figures.plain(line.base().value()),
                Figures.plain(line.candidate().value())));
      }
    }
    String unit = sides.candidate().unit();
    return chart(
        sides.candidate().title()
            + " in "
            + unit
            + ", of "
            + lines.size()
            + " variants on "
            + sides.base().platform()
            + " and "
            + sides.candidate().platform(),
        unit,
        List.of(sides.base().platform(), sides.candidate().platform()),
        lines);
  }

  /** How the candidate compares with the base; the verdict is on the base. */
  private static String style(@Nullable Verdict verdict) {
    return verdict == null || !verdict.isDifferent()
        ? "same"
        : verdict.isFaster() ? "slow" : "fast";
  }

  /** The same work in several runs or on several platforms: ratios to their own baselines. */
  static String of(List<RankedGroup> groups, List<String> titles) {
    Set<String> names = new LinkedHashSet<>();
    groups.forEach(group -> group.rows().forEach(row -> names.add(row.name())));
    List<LineChart.Line> lines = new ArrayList<>();
    for (String name : names) {
      List<Double> ratios = groups.stream().map(group -> ratio(group, name)).toList();
      if (ratios.stream().allMatch(ratio -> ratio > 0)) {
        lines.add(
            line(
                name,
                groups.stream().allMatch(group -> group.baseline().equals(name))
                    ? "base"
                    : LineChart.style(lines.size()),
                ratios,
                Figures.ratio(ratios.get(0)),
                Figures.ratio(ratios.get(ratios.size() - 1))));
      }
    }
    return groups.size() > MOST_COLUMNS || groups.stream().anyMatch(RankedGroup::isOfSingleForks)
        ? ""
        : chart(
            groups.get(0).title()
                + ": time relative to the baseline, of "
                + lines.size()
                + " variants on "
                + Words.listed(titles),
            "time relative to " + baselines(groups) + ", less is faster",
            titles,
            lines);
  }

  private static String baselines(List<RankedGroup> groups) {
    return Words.listed(groups.stream().map(RankedGroup::baseline).distinct().toList());
  }

  private static double ratio(RankedGroup group, String name) {
    return group.rows().stream()
        .filter(row -> row.name().equals(name))
        .mapToDouble(RankedVariant::ratio)
        .findFirst()
        .orElse(Double.NaN);
  }

  private static LineChart.Line line(
      String name, String style, List<Double> values, String before, String after) {
    List<LineChart.Point> points = new ArrayList<>();
    for (double value : values) {
      points.add(new LineChart.Point(LineChart.column(points.size()), value));
    }
    return new LineChart.Line(
        name,
        style,
        Words.shortened(name, LONGEST_NAME) + " " + before,
        after + " " + name,
        points,
        points);
  }

  private static String chart(
      String label, String x, List<String> titles, List<LineChart.Line> lines) {
    return lines.isEmpty()
        ? ""
        : LineChart.ofColumns(label + ". The table below has the figures.", x, titles, lines)
            .markup();
  }
}
