package requestpath.report;

import java.util.List;
import java.util.Locale;
import requestpath.codec.Mark;
import requestpath.report.Page.Cell;
import requestpath.result.RankedGroup;
import requestpath.result.RankedVariant;
import requestpath.result.Verdict;
import requestpath.text.Figures;

/** The columns of a group's table after the row's name and its time, in their order. */
enum TableColumn {
  ERROR("error", true) {
    @Override
    Cell cell(Report report, RankedGroup group, RankedVariant row) {
      double error = group.isOfSingleForks() ? row.measurement().error() : Double.NaN;
      return number(error, "± " + Figures.plain(error));
    }
  },
  RATIO("ratio", true) {
    @Override
    Page.Column heading(RankedGroup group) {
      return new Page.Column(GroupTexts.ratioHeading(group), true);
    }

    @Override
    Cell cell(Report report, RankedGroup group, RankedVariant row) {
      return group.rows().size() < 2 || group.isQuick() || group.isOfSingleForks()
          ? EMPTY
          : number(row.ratio(), Words.ratio(row));
    }
  },
  INTERVAL("95% interval", true) {
    @Override
    Cell cell(Report report, RankedGroup group, RankedVariant row) {
      Verdict verdict = row.verdict();
      return verdict == null || group.isQuick() || verdict.isInconclusive()
          ? EMPTY
          : number(verdict.interval().low(), Words.interval(verdict));
    }
  },
  RATIO_BY_MEAN("ratio by mean", true) {
    @Override
    Cell cell(Report report, RankedGroup group, RankedVariant row) {
      Verdict byMean = row.byMean();
      return byMean == null || group.isQuick() || !row.hasMean()
          ? EMPTY
          : number(byMean.ratio(), Words.ratioWithInterval(byMean));
    }
  },
  TO_REFERENCE("x HANDWRITTEN", true) {
    @Override
    Cell cell(Report report, RankedGroup group, RankedVariant row) {
      double multiple = group.isQuick() ? Double.NaN : row.toReference();
      return number(multiple, Figures.ratio(multiple));
    }
  },
  MEAN("mean", true) {
    @Override
    Cell cell(Report report, RankedGroup group, RankedVariant row) {
      boolean isShown = row.hasMean() && !row.measurement().isThroughput();
      return number(isShown ? row.meanTime() : Double.NaN);
    }
  },
  RATE("GB/s", true) {
    @Override
    Cell cell(Report report, RankedGroup group, RankedVariant row) {
      return Report.isAboutBytes(group) ? number(row.bytesPerSecond() / 1e9) : EMPTY;
    }
  },
  ALLOCATION("B/op", true) {
    @Override
    Cell cell(Report report, RankedGroup group, RankedVariant row) {
      return number(row.measurement().allocation());
    }
  },
  BYTES("bytes", true) {
    @Override
    Cell cell(Report report, RankedGroup group, RankedVariant row) {
      return number(row.measurement().metric("bytes"));
    }
  },
  GZIP("gzip", true) {
    @Override
    Cell cell(Report report, RankedGroup group, RankedVariant row) {
      return number(row.measurement().metric("bytes.gzip"));
    }
  },
  COLD_START("cold start", true) {
    @Override
    Cell cell(Report report, RankedGroup group, RankedVariant row) {
      String cold = report.coldStart(group, row);
      return cold == null ? EMPTY : new Cell(cold, cold.replaceAll("[^0-9.]", ""));
    }
  },
  SIZE("library size", true) {
    @Override
    Cell cell(Report report, RankedGroup group, RankedVariant row) {
      return report
          .library(row)
          .map(
              library ->
                  number(
                      (double) library.bytesWithDependencies(),
                      Figures.megabytes(library.bytesWithDependencies())))
          .orElse(EMPTY);
    }
  },
  LICENCE("licence", false) {
    @Override
    Cell cell(Report report, RankedGroup group, RankedVariant row) {
      return report.library(row).map(library -> text(library.licence())).orElse(EMPTY);
    }
  },
  CONFORMANCE("conformance", false) {
    @Override
    Cell cell(Report report, RankedGroup group, RankedVariant row) {
      List<Behaviour> doubles =
          report.facts(group, row).stream().filter(PageData::isAboutDoubles).toList();
      if (doubles.isEmpty()) {
        return EMPTY;
      }
      return text(
          !doubles.stream().allMatch(Behaviour::isEqual)
              ? "doubles inexact"
              : report.marks(group, row).contains(Mark.INEXACT)
                  ? "round trip exact"
                  : "doubles exact");
    }
  },
  STACKS("stacks", false) {
    @Override
    Cell cell(Report report, RankedGroup group, RankedVariant row) {
      return report
          .library(row)
          .map(library -> text(String.join(", ", library.stacks())))
          .orElse(EMPTY);
    }
  };

  /** A cell with nothing in it. */
  static final Cell EMPTY = new Cell("–", "");

  private final String title;
  private final boolean isNumber;

  TableColumn(String title, boolean isNumber) {
    this.title = title;
    this.isNumber = isNumber;
  }

  abstract Cell cell(Report report, RankedGroup group, RankedVariant row);

  /** As the page's template wants it. */
  Page.Column heading(RankedGroup group) {
    return new Page.Column(title, isNumber);
  }

  static Cell number(double value) {
    return number(value, Figures.plain(value));
  }

  static Cell number(double value, String text) {
    return Double.isNaN(value) ? EMPTY : new Cell(text, String.format(Locale.ROOT, "%.6g", value));
  }

  static Cell text(String text) {
    return text.isEmpty() ? EMPTY : new Cell(text, text);
  }
}
