package requestpath.report;

import java.util.List;
import java.util.Locale;
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
            double error = group.isOfSingleForks() ? row.measurement().error() : Double.NaN;
            return number(error, "± " + Figures.plain(error));
          });

  static final TableColumn RATIO =
      new TableColumn(
          "ratio",
          true,
          (report, group, row) ->
              group.rows().size() < 2 || group.isOfSingleForks()
                  ? Cell.EMPTY
                  : number(row.ratio(), Words.ratio(row)));

  static final TableColumn INTERVAL =
      new TableColumn(
          "95% interval",
          true,
          (report, group, row) -> {
            Verdict verdict = row.verdict();
            return verdict == null || verdict.isInconclusive()
                ? Cell.EMPTY
                : number(verdict.interval().low(), Words.interval(verdict));
          });

  static final TableColumn RATIO_BY_MEAN =
      new TableColumn(
          "ratio by mean",
          true,
          (report, group, row) -> {
            Verdict byMean = row.byMean();
            return byMean == null || !row.hasMean()
                ? Cell.EMPTY
                : number(byMean.ratio(), Words.ratioWithInterval(byMean));
          });

  static final TableColumn TO_REFERENCE =
      new TableColumn(
          "x HANDWRITTEN",
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

  static final TableColumn RATE =
      new TableColumn(
          "GB/s",
          true,
          (report, group, row) ->
              Report.isAboutBytes(group) ? number(row.bytesPerSecond() / 1e9) : Cell.EMPTY);

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
            String cold = report.coldStart(group, row);
            return cold == null ? Cell.EMPTY : new Cell(cold, cold.replaceAll("[^0-9.]", ""));
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
                report.facts(group, row).stream().filter(PageData::isAboutDoubles).toList();
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

  static final TableColumn STACKS =
      new TableColumn(
          "stacks",
          false,
          (report, group, row) ->
              report
                  .library(row)
                  .map(library -> text(String.join(", ", library.stacks())))
                  .orElse(Cell.EMPTY));

  /** All of them, in their order. */
  static final List<TableColumn> ALL =
      List.of(
          ERROR,
          RATIO,
          INTERVAL,
          RATIO_BY_MEAN,
          TO_REFERENCE,
          MEAN,
          RATE,
          ALLOCATION,
          BYTES,
          GZIP,
          COLD_START,
          SIZE,
          LICENCE,
          CONFORMANCE,
          STACKS);

  /** The cell of a row. */
  interface Content {
    Cell of(Report report, RankedGroup group, RankedVariant row);
  }

  Cell cell(Report report, RankedGroup group, RankedVariant row) {
    return content.of(report, group, row);
  }

  /** As the page's template needs it. */
  Page.Column heading(RankedGroup group) {
    return new Page.Column(equals(RATIO) ? GroupTexts.ratioHeading(group) : title, isNumber);
  }

  static Cell number(double value) {
    return number(value, Figures.plain(value));
  }

  static Cell number(double value, String text) {
    return Double.isNaN(value)
        ? Cell.EMPTY
        : new Cell(text, String.format(Locale.ROOT, "%.6g", value));
  }

  static Cell text(String text) {
    return text.isEmpty() ? Cell.EMPTY : new Cell(text, text);
  }
}
