package requestpath.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import requestpath.codec.Marks;
import requestpath.report.LibraryCatalogue.Library;
import requestpath.result.RankChanges;
import requestpath.result.Row;

/**
 * All that a report shows.
 *
 * @param runs that it is made from
 * @param groups of all runs, in their order
 * @param catalogue what is known about libraries
 * @param facts what libraries were seen to do to data, by row
 */
record Report(
    List<Run> runs,
    List<ReportGroup> groups,
    LibraryCatalogue catalogue,
    Map<String, List<Fact>> facts) {

  /**
   * Makes a report.
   *
   * @param baseline the row that ratios refer to where a group has it; empty for the usual one
   */
  static Report of(List<Run> runs, String baseline, Map<String, List<Fact>> facts) {
    List<ReportGroup> groups = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < runs.size(); i++) {
      for (ReportGroup group : Groups.of(runs.get(i), i, baseline)) {
        String id = group.id();
        for (int again = 2; !ids.add(id); again++) {
          id = group.id() + "-" + again;
        }
        groups.add(group.withId(id));
      }
    }
    return new Report(
        runs,
        groups.stream().map(group -> group.withRemarks(byBinding(group, groups))).toList(),
        LibraryCatalogue.load(),
        facts);
  }

  /** How the ranks of a group differ from the ranks of the same work with other bindings. */
  private static List<String> byBinding(ReportGroup group, List<ReportGroup> groups) {
    if (group.binding().isEmpty()) {
      return List.of();
    }
    Map<String, List<Row>> rankings = new LinkedHashMap<>();
    for (ReportGroup other : groups) {
      if (other.run() == group.run()
          && other.side().equals(group.side())
          && other.platform().equals(group.platform())
          && !other.isQuick()
          && !other.binding().isEmpty()
          && other.workWithoutBinding().equals(group.workWithoutBinding())) {
        rankings.put(
            other.binding(),
            other.rows().stream()
                .flatMap(row -> Optional.ofNullable(row.forks()).stream())
                .toList());
      }
    }
    return RankChanges.byBinding(group.binding(), rankings).stream()
        .map(sentence -> sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1))
        .toList();
  }

  /** The library that a row of ours stands for; none for rows of other projects. */
  Optional<Library> library(ReportRow row) {
    String name = row.measurement().parameters().getOrDefault("library", row.name());
    return !row.measurement().isOurs()
        ? Optional.empty()
        : catalogue.libraries().stream()
            .filter(library -> library.rows().containsKey(name))
            .findFirst();
  }

  /** What the library of a row was seen to do to data; nothing for rows of other versions. */
  List<Fact> facts(ReportRow row) {
    if (!row.measurement().isOurs() || !row.isObserved()) {
      return List.of();
    }
    Measurement measurement = row.measurement();
    String binding = Marks.binding(measurement.benchmark(), measurement.parameters()).name();
    return facts.getOrDefault(row.name(), List.of()).stream()
        .filter(fact -> fact.bindings().contains(binding))
        .toList();
  }

  /**
   * How long the library of a row takes to its first record on the same platform: from the same
   * run, else from another one of this report.
   */
  @Nullable String coldStart(ReportGroup group, ReportRow row) {
    String binding = group.fixed().getOrDefault("binding", "");
    return groups.stream()
        .filter(other -> other.subject().contains("ColdStart"))
        .filter(other -> other.platform().equals(group.platform()))
        .filter(other -> other.fixed().getOrDefault("binding", "").equals(binding))
        .sorted(Comparator.comparing(other -> other.run() != group.run()))
        .flatMap(
            other ->
                other.rows().stream()
                    .filter(each -> each.name().equals(row.name()) && each.forks() != null)
                    .map(
                        each ->
                            Figures.plain(each.value()) + " " + other.unit().replace("/op", "")))
        .findFirst()
        .orElse(null);
  }

  /** Where a group was measured: the JVM, and the run where another one has the same there. */
  String place(ReportGroup group) {
    boolean isShared =
        groups.stream()
            .anyMatch(
                other ->
                    other.run() != group.run()
                        && other.platform().equals(group.platform())
                        && other.work().equals(group.work()));
    return isShared ? group.platform() + ", " + runs.get(group.run()).name() : group.platform();
  }

  /** Groups of the same work on more than one platform or in more than one run. */
  List<List<ReportGroup>> sideBySide() {
    Map<List<String>, List<ReportGroup>> byWork = new LinkedHashMap<>();
    for (ReportGroup group : groups) {
      byWork.computeIfAbsent(group.work(), none -> new ArrayList<>()).add(group);
    }
    return byWork.values().stream().filter(same -> same.size() > 1).toList();
  }
}
