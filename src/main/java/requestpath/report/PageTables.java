package requestpath.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import requestpath.report.Page.Table;
import requestpath.result.Verdict;

/** The tables of a page that put groups beside each other. */
final class PageTables {
  /** At which the budget is shown where scripts are off. */
  private static final double REQUESTS = 1000;

  private final Report report;

  PageTables(Report report) {
    this.report = report;
  }

  /** One table for each growth. */
  List<Table> growths() {
    List<Table> tables = new ArrayList<>();
    for (Growth growth : Growth.of(report.groups())) {
      List<String> headings = new ArrayList<>(List.of(growth.parameter()));
      growth.groups().keySet().forEach(at -> headings.add(Figures.plain(at)));
      List<List<String>> rows = new ArrayList<>();
      for (String name : growth.names()) {
        List<String> row = new ArrayList<>(List.of(name));
        growth.groups().keySet().forEach(at -> row.add(Figures.plain(growth.value(name, at))));
        rows.add(row);
      }
      tables.add(
          new Table(
              "growth-" + tables.size(),
              growth.title(),
              "In " + growth.unit() + " at each " + growth.parameter() + ".",
              headings,
              rows));
    }
    return tables;
  }

  /** One table for each work that was measured on several platforms or in several runs. */
  List<Table> comparisons() {
    List<Table> tables = new ArrayList<>();
    for (List<ReportGroup> groups : report.sideBySide()) {
      List<String> headings = new ArrayList<>(List.of("row"));
      Set<String> names = new LinkedHashSet<>();
      for (ReportGroup group : groups) {
        String run = report.runs().size() > 1 ? ", " + report.runs().get(group.run()).name() : "";
        headings.add(group.platform() + run + ", " + group.unit());
        if (!group.isQuick()) {
          headings.add("ratio to its " + group.baseline());
        }
        group.rows().forEach(row -> names.add(row.name()));
      }
      List<List<String>> rows = new ArrayList<>();
      for (String name : names) {
        List<String> line = new ArrayList<>(List.of(name));
        for (ReportGroup group : groups) {
          Optional<ReportRow> row =
              group.rows().stream().filter(each -> each.name().equals(name)).findFirst();
          line.add(row.map(each -> Figures.plain(each.value())).orElse("–"));
          if (!group.isQuick()) {
            line.add(row.map(each -> ratio(group, each)).orElse("–"));
          }
        }
        rows.add(line);
      }
      ReportGroup first = groups.get(0);
      tables.add(
          new Table(
              "side-" + tables.size(),
              first.title() + ", " + first.unit(),
              "Each ratio refers to the baseline of its own column. Times of different runs may"
                  + " differ by their machines' mood; compare the ratios.",
              headings,
              rows));
    }
    return tables;
  }

  /** One table for each run with methods that do a part of another. */
  List<Table> parts() {
    return Parts.tables(report);
  }

  /** One table for each group of a run that has two sides: each row against itself. */
  List<Table> sides() {
    return Sides.of(report).stream()
        .map(sides -> sides.table("sides-" + report.groups().indexOf(sides.here())))
        .toList();
  }

  private static String ratio(ReportGroup group, ReportRow row) {
    Verdict verdict = row.verdict();
    return row.name().equals(group.baseline())
        ? "baseline"
        : Figures.ratio(row.ratio())
            + (verdict == null ? "" : " " + Figures.interval(verdict.interval()));
  }

  /** For each group the fastest, the baseline and the slowest by the mean, as shares of a core. */
  List<List<String>> budgets() {
    List<List<String>> lines = new ArrayList<>();
    for (ReportGroup group : report.groups()) {
      double seconds = group.secondsPerUnit();
      List<ReportRow> rows =
          group.rows().stream()
              .filter(row -> row.forks() != null)
              .sorted(Comparator.comparingDouble(ReportRow::meanTime))
              .toList();
      if (!Double.isNaN(seconds) && !rows.isEmpty()) {
        ReportRow slowest = rows.get(rows.size() - 1);
        lines.add(
            List.of(
                group.title() + ", " + report.place(group),
                share(rows.get(0), seconds),
                share(group.baselineRow().orElse(null), seconds),
                share(slowest, seconds)));
      }
    }
    return lines;
  }

  private static String share(@Nullable ReportRow row, double seconds) {
    return row == null
        ? "–"
        : row.name() + " " + Figures.percent(row.meanTime() * seconds * REQUESTS);
  }
}
