package requestpath.report;

import java.util.ArrayList;
import java.util.List;
import requestpath.result.HandwrittenReference;

/** How the time per record grows with the number of records, as lines; flat ones do not. */
final class GrowthChart {
  private GrowthChart() {}

  /** The chart of a growth; empty if none of its rows has a time at two sizes. */
  static String of(Growth growth) {
    List<LineChart.Line> lines = new ArrayList<>();
    for (String name : growth.names()) {
      List<LineChart.Point> points = new ArrayList<>();
      for (double at : growth.groups().keySet()) {
        double time = growth.timePerOne(name, at);
        if (time > 0 && Double.isFinite(time)) {
          points.add(new LineChart.Point(at, time));
        }
      }
      if (!points.isEmpty()) {
        String style =
            name.equals(growth.baseline())
                ? "base"
                : name.equals(HandwrittenReference.NAME)
                    ? "reference"
                    : LineChart.style(lines.size());
        lines.add(new LineChart.Line(name, style, "", name, points, points));
      }
    }
    String unit = growth.unit().replace("ops/", "").replace("/op", "");
    return lines.stream().noneMatch(line -> line.points().size() > 1)
        ? ""
        : LineChart.ofNumbers(
                growth.title()
                    + ": the time of an operation divided by "
                    + growth.parameter()
                    + ", of "
                    + lines.size()
                    + " variants. The table below has the times.",
                growth.parameter(),
                unit + " per " + growth.parameter(),
                lines)
            .markup();
  }
}
