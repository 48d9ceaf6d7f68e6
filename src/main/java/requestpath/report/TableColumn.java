package requestpath.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import requestpath.codec.Mark;
import requestpath.report.Page.Cell;
import requestpath.result.RankedGroup;
import requestpath.result.RankedVariant;
import requestpath.result.Verdict;
import requestpath.text.Figures;

/**
 * A column of a group's table, after the row's name and its time.
 *
 * @param title its heading
 * @param isNumber whether it holds numbers
 * @param content its cells
 */
record TableColumn(String title, boolean isNumber, Content content) {
  static final TableColumn ERROR =
      new TableColumn(
          "error",
          true,
          (report, group, row) -> {
            double error = group.isOfSingleForks() ? row.error() : Double.NaN;
            return number(error, "± " + Figures.plain(error));
          });

  /** With its interval, and a bar that grows with it. */
  static final TableColumn RATIO =
      new TableColumn(
          "ratio",
          true,
          (report, group, row) ->
              group.rows().size() < 2 || group.isOfSingleForks() || Double.isNaN(row.ratio())
                  ? Cell.EMPTY
                  : ratio(group, row));

  static final TableColumn RATIO_BY_MEAN =
      new TableColumn(
          "ratio by mean",
          true,
          (report, group, row) -> {
            Verdict byMean = row.byMean();
            return byMean == null || !row.hasMean()
                ? Cell.EMPTY
                : new Cell(
                    Words.ratio(byMean),
                    byMean.isInconclusive() ? "" : Words.interval(byMean),
                    sorted(byMean.ratio()),
                    0);
          });

  static final TableColumn TO_REFERENCE =
      new TableColumn(
          "x reference",
          true,
          (report, group, row) -> number(row.toReference(), Figures.ratio(row.toReference())));

  static final TableColumn MEAN =
      new TableColumn(
          "mean",
          true,
          (report, group, row) -> {
            boolean isShown = row.hasMean() && !row.measurement().isThroughput();
            return number(isShown ? row.meanTime() : Double.NaN);
          });

  /** Of modes that sample single operations. */
  static final List<TableColumn> PERCENTILES =
      Stream.of("p50", "p99", "p99.9", "max")
          .map(
              name ->
                  new TableColumn(
                      name,
                      true,
                      (report, group, row) -> number(row.measurement().percentile(name))))
          .toList();

  static final TableColumn RATE =
      new TableColumn(
          "GB/s",
          true,
          (report, group, row) ->
              Work.isAboutBytes(group) ? number(row.bytesPerSecond() / 1e9) : Cell.EMPTY);

  static final TableColumn ALLOCATION =
      new TableColumn("B/op", true, (report, group, row) -> number(row.measurement().allocation()));

  static final TableColumn BYTES =
      new TableColumn(
          "bytes", true, (report, group, row) -> number(row.measurement().metric("bytes")));

  static final TableColumn GZIP =
      new TableColumn(
          "gzip", true, (report, group, row) -> number(row.measurement().metric("bytes.gzip")));

  static final TableColumn COLD_START =
      new TableColumn(
          "cold start",
          true,
          (report, group, row) -> {
            String cold =
                group.subject().contains("ColdStart") ? null : report.coldStart(group, row);
            return cold == null ? Cell.EMPTY : text(cold);
          });

  static final TableColumn SIZE =
      new TableColumn(
          "library size",
          true,
          (report, group, row) ->
              report
                  .library(row)
                  .map(
                      library ->
                          number(
                              (double) library.bytesWithDependencies(),
                              Figures.megabytes(library.bytesWithDependencies())))
                  .orElse(Cell.EMPTY));

  static final TableColumn LICENCE =
      new TableColumn(
          "licence",
          false,
          (report, group, row) ->
              report.library(row).map(library -> text(library.licence())).orElse(Cell.EMPTY));

  static final TableColumn CONFORMANCE =
      new TableColumn(
          "conformance",
          false,
          (report, group, row) -> {
            List<Behaviour> doubles =
                report.facts(group, row).stream().filter(Behaviour::isAboutDoubles).toList();
            if (doubles.isEmpty()) {
              return Cell.EMPTY;
            }
            return text(
                !doubles.stream().allMatch(Behaviour::isEqual)
                    ? "doubles inexact"
                    : report.marks(group, row).contains(Mark.INEXACT)
                        ? "round trip exact"
                        : "doubles exact");
          });

  static final TableColumn FORKS =
      new TableColumn(
          "forks",
          true,
          (report, group, row) ->
              row.count() == 0 ? Cell.EMPTY : number(row.count(), String.valueOf(row.count())));

  /** All of them, in the order in which they are used. */
  static final List<TableColumn> ALL =
      Stream.of(
              List.of(ERROR, RATIO, RATIO_BY_MEAN, MEAN),
              PERCENTILES,
              List.of(ALLOCATION, TO_REFERENCE, RATE, COLD_START, SIZE, LICENCE),
              List.of(CONFORMANCE, BYTES, GZIP, FORKS))
          .flatMap(List::stream)
          .toList();

  /** The cell of a row. */
  interface Content {
    Cell of(Report report, RankedGroup group, RankedVariant row);
  }

  Cell cell(Report report, RankedGroup group, RankedVariant row) {
    return content.of(report, group, row);
  }

  /** Those of a group: each has something in some row. */
  static List<TableColumn> of(Report report, RankedGroup group) {
    return ALL.stream().filter(column -> column.isUsed(report, group)).toList();
  }

  /** Whether it has something in some row of a group. */
  boolean isUsed(Report report, RankedGroup group) {
    return group.rows().stream().anyMatch(row -> !cell(report, group, row).equals(Cell.EMPTY));
  }

  /** Whether all rows of a group, of which there are several, have the same cell. */
  boolean isConstant(Report report, RankedGroup group) {
    return group.rows().size() > 1
        && group.rows().stream().map(row -> cell(report, group, row)).distinct().count() == 1;
  }

  /** The cell that all rows have, in words. */
  String constant(Report report, RankedGroup group) {
    Cell cell = cell(report, group, group.rows().get(0));
    String forks = cell.text().equals("1") ? "1 fork" : cell.text() + " forks";
    return equals(FORKS) ? forks : title + " " + cell.inOneLine();
  }

  /** As the page's template needs it. */
  Page.Column heading(RankedGroup group) {
    return new Page.Column(
        equals(RATIO) ? GroupTexts.ratioHeading(group) : title,
        equals(RATIO) && group.hasVerdicts() ? "95% interval" : "",
        isNumber);
  }

  private static Cell ratio(RankedGroup group, RankedVariant row) {
    double highest =
        group.rows().stream()
            .mapToDouble(RankedVariant::ratio)
            .filter(ratio -> ratio > 0)
            .max()
            .orElse(1);
    Verdict verdict = row.verdict();
    return new Cell(
        Words.ratio(row),
        verdict == null || verdict.isInconclusive() ? "" : Words.interval(verdict),
        sorted(row.ratio()),
        Math.rint(1000 * row.ratio() / highest) / 10);
  }

  static Cell number(double value) {
    String text = Figures.plain(value);
    boolean isSortedByText = Character.isDigit(text.charAt(0));
    return isSortedByText ? text(text) : number(value, text);
  }

  static Cell number(double value, String text) {
    return Double.isNaN(value) ? Cell.EMPTY : new Cell(text, "", sorted(value), 0);
  }

  static Cell text(String text) {
    return text.isEmpty() ? Cell.EMPTY : new Cell(text, "", "", 0);
  }

  private static String sorted(double value) {
    return String.format(Locale.ROOT, "%.6g", value);
  }
}
