package requestpath.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import requestpath.result.RankedGroup;

/**
 * What the charts of iterations of one page share, so that a page of many forks stays small.
 *
 * @param spacing how far apart two points of a fork are at least, in units of the chart
 * @param forks so many forks of a row are drawn at most
 * @param axes the axes of time that were drawn, each with its id
 */
record IterationsOnPage(double spacing, int forks, Map<String, String> axes) {
  /** As many points as a page has for all its forks. */
  private static final long MOST_ON_PAGE = 18_000;

  /** As many points as a fork has at most, and at least if some of the forks are left out. */
  private static final long MOST = 120;

  private static final long FEWEST = 24;

  /** So many forks of a row are drawn at least. */
  private static final long FEWEST_FORKS = 2;

  /** For a page with some groups. */
  static IterationsOnPage of(List<RankedGroup> groups) {
    long rows = groups.stream().mapToLong(group -> group.rows().size()).sum();
    long most =
        groups.stream()
            .flatMap(group -> group.rows().stream())
            .mapToLong(row -> row.measurement().forks().size())
            .max()
            .orElse(1);
    long points = MOST_ON_PAGE / Math.max(1, rows);
    long forks = Math.min(most, Math.max(FEWEST_FORKS, points / FEWEST));
    long each = Math.min(MOST, Math.max(FEWEST, points / Math.max(1, forks)));
    return new IterationsOnPage(
        (double) IterationsChart.LENGTH / each, (int) forks, new HashMap<>());
  }

  /** The forks of a row that are drawn, evenly from the fastest to the slowest. */
  List<Integer> drawn(List<double[]> all) {
    List<Integer> sorted =
        IntStream.range(0, all.size())
            .boxed()
            .sorted(
                Comparator.comparingDouble(
                    fork -> Arrays.stream(all.get(fork)).average().orElse(Double.NaN)))
            .toList();
    return sorted.size() <= forks
        ? sorted
        : IntStream.range(0, forks)
            .mapToObj(i -> sorted.get((int) ((long) i * (sorted.size() - 1) / (forks - 1))))
            .toList();
  }

  /** An axis of time as markup, or a reference to the same one if the page has it already. */
  String once(String axis) {
    String known = axes.get(axis);
    if (known != null) {
      return "<use href=\"#" + known + "\"/>";
    }
    String id = "trace-axis-" + axes.size();
    axes.put(axis, id);
    return "<g id=\"" + id + "\">" + axis + "</g>";
  }
}
