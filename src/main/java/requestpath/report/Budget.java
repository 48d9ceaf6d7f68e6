package requestpath.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import requestpath.result.RankedGroup;
import requestpath.result.RankedVariant;
import requestpath.text.Figures;

/**
 * What work costs at a rate of requests, as shares of one core, by the mean: the table that a page
 * shows if scripts are off. The hand-written reference is not in it, because nobody can choose it.
 */
final class Budget {
  private static final double REQUESTS = 1000;

  private final Report report;

  Budget(Report report) {
    this.report = report;
  }

  /**
   * The work, and the fastest, the baseline and the slowest of its libraries: first reading and
   * writing of the same JSON together, then each group but single shots.
   */
  List<List<String>> lines() {
    List<List<String>> lines = new ArrayList<>();
    for (RankedGroup read : report.groups()) {
      writing(read).ifPresent(write -> both(read, write).ifPresent(lines::add));
    }
    for (RankedGroup group : report.groups()) {
      if (group.mode().equals("ss")) {
        continue;
      }
      String title = group.title() + ", " + report.where(group);
      line(title, group.baseline(), shares(group)).ifPresent(lines::add);
    }
    return lines;
  }

  /** The group that writes the JSON that a group reads, in the same run. */
  private Optional<RankedGroup> writing(RankedGroup read) {
    return Work.of(read) != Work.READ || !Work.format(read).equals(Work.JSON)
        ? Optional.empty()
        : report.groups().stream()
            .filter(group -> Work.of(group) == Work.WRITE)
            .filter(group -> Work.format(group).equals(Work.JSON))
            .filter(group -> group.run() == read.run() && group.side().equals(read.side()))
            .filter(group -> group.platform().equals(read.platform()))
            .filter(group -> group.fixed().equals(read.fixed()))
            .min(Comparator.comparing(group -> !group.subject().endsWith("toBytes")));
  }

  private Optional<List<String>> both(RankedGroup read, RankedGroup write) {
    Map<String, Double> written = shares(write);
    Map<String, Double> sums = new TreeMap<>();
    shares(read)
        .forEach(
            (name, share) -> {
              Double other = written.get(name);
              if (other != null) {
                sums.put(name, share + other);
              }
            });
    String title =
        "JSON, read and write " + RankedGroup.inBrackets(read.fixed()) + ", " + report.where(read);
    return line(title, read.baseline(), sums);
  }

  private static Map<String, Double> shares(RankedGroup group) {
    Map<String, Double> shares = new TreeMap<>();
    for (RankedVariant row : group.rows()) {
      double share = row.shareOfCore(REQUESTS);
      if (RankedGroup.isLibrary(row) && !Double.isNaN(share)) {
        shares.put(row.name(), share);
      }
    }
    return shares;
  }

  private static Optional<List<String>> line(
      String title, String baseline, Map<String, Double> shares) {
    List<Map.Entry<String, Double>> sorted = new ArrayList<>(shares.entrySet());
    sorted.sort(Map.Entry.comparingByValue());
    if (sorted.isEmpty()) {
      return Optional.empty();
    }
    Double ofBaseline = shares.get(baseline);
    return Optional.of(
        List.of(
            title,
            text(sorted.get(0).getKey(), sorted.get(0).getValue()),
            ofBaseline == null ? "–" : text(baseline, ofBaseline),
            text(
                sorted.get(sorted.size() - 1).getKey(), sorted.get(sorted.size() - 1).getValue())));
  }

  private static String text(String name, double share) {
    return name + " " + Figures.percent(share);
  }
}
