package requestpath.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import requestpath.result.RankedGroup;
import requestpath.result.RankedVariant;
import requestpath.result.Verdict;
import requestpath.text.Figures;
import requestpath.text.TextTable;

/** The table of a group's variants in a file or a pipe. */
final class ConsoleTable {
  /** As wide as 100 columns, without what stands before each line. */
  private static final int WIDTH = 96;

  /** Metrics that have columns of their own, or that nobody reads beside a time. */
  private static final Set<String> KNOWN = Set.of("bytes", "bytes.gzip");

  private static final String COLLECTOR = "gc.";

  private ConsoleTable() {}

  /** A column's heading, and its cell in the row of a variant. */
  private record Column(String heading, Function<RankedVariant, String> cell) {}

  /** In lines, the headings first. */
  static List<String> of(Report report, RankedGroup group) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("", row -> report.markedName(group, row)));
    if (group.hasVerdicts()) {
      columns.add(
          new Column(
              GroupTexts.ratioHeading(group) + " [95%]",
              row -> group.isBaseline(row) ? "1" : Words.ratioWithInterval(row)));
      columns.add(new Column("by mean", row -> byMean(group, row)));
      if (!Double.isNaN(group.referenceRatio())) {
        columns.add(new Column("x hand", row -> Figures.ratio(row.toReference())));
      }
    }
    columns.add(new Column(group.unit(), row -> Figures.plain(row.value())));
    if (group.rows().stream().anyMatch(row -> hasError(group, row))) {
      columns.add(
          new Column(
              "error", row -> hasError(group, row) ? "± " + Figures.plain(row.error()) : ""));
    }
    columns.add(
        new Column("B/op", row -> Figures.plain(Math.rint(row.measurement().allocation()))));
    Column bytes = new Column("bytes", row -> metric(row, "bytes"));
    Column forks = new Column("forks", row -> String.valueOf(row.count()));
    List<Column> dispensable = new ArrayList<>(List.of(forks, bytes));
    for (String metric : metrics(group)) {
      dispensable.add(new Column(metric, row -> metric(row, metric)));
    }
    columns.add(bytes);
    columns.add(forks);
    columns.addAll(dispensable.subList(2, dispensable.size()));
    TextTable table = table(columns, group);
    for (int last = dispensable.size() - 1; table.width() > WIDTH && last >= 0; last--) {
      columns.remove(dispensable.get(last));
      table = table(columns, group);
    }
    return table.lines();
  }

  private static TextTable table(List<Column> columns, RankedGroup group) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(columns.stream().map(Column::heading).toList());
    for (RankedVariant row : group.rows()) {
      rows.add(columns.stream().map(column -> column.cell().apply(row)).toList());
    }
    return new TextTable(rows);
  }

  /** Whether JMH's own error stands beside the figure: only if there is nothing better. */
  private static boolean hasError(RankedGroup group, RankedVariant row) {
    return group.isOfSingleForks() && row.error() >= 0;
  }

  private static String byMean(RankedGroup group, RankedVariant row) {
    Verdict byMean = row.byMean();
    return byMean == null ? group.isBaseline(row) ? "1" : "" : Words.ratio(byMean);
  }

  private static String metric(RankedVariant row, String name) {
    return Figures.plain(row.measurement().metric(name));
  }

  /** What a benchmark measures beside the time, such as the classes that a cold start loads. */
  private static Set<String> metrics(RankedGroup group) {
    Set<String> names = new TreeSet<>();
    group.rows().forEach(row -> names.addAll(row.measurement().metrics().keySet()));
    names.removeIf(name -> KNOWN.contains(name) || name.replace("·", "").startsWith(COLLECTOR));
    return names;
  }
}
