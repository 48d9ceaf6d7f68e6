package requestpath.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import requestpath.result.RankedGroup;
import requestpath.result.RankedVariant;
import requestpath.result.RecordedRun;
import requestpath.text.Figures;

/** A report as Markdown: the sides, a headline and a table for each group, the environment. */
final class MarkdownReport {
  private MarkdownReport() {}

  /** The whole of it. */
  static String of(Report report) {
    PageSections sections = new PageSections(report, Path.of(""));
    PageTables tables = new PageTables(report);
    StringBuilder text = new StringBuilder();
    text.append("# ").append(Markdown.escape(sections.title())).append("\n\n");
    for (String notice : sections.notices()) {
      text.append("> **Note:** ").append(Markdown.escape(notice)).append("\n\n");
    }
    tables.sides().forEach(table -> table(text, "The two sides: ", table));
    for (RankedGroup group : report.groups()) {
      group(text, report, group);
    }
    tables.parts().forEach(table -> table(text, "Parts and the whole: ", table));
    tables.comparisons().forEach(table -> table(text, "Side by side: ", table));
    report
        .judgement()
        .controls()
        .ifPresent(
            controls -> text.append(Markdown.escape(Words.controls(controls))).append(".\n\n"));
    for (RecordedRun run : report.runs()) {
      if (!run.environment().skipped().isEmpty()) {
        text.append("## Skipped in ").append(Markdown.escape(report.name(run))).append("\n\n");
        run.environment()
            .skipped()
            .forEach(reason -> text.append("- ").append(Markdown.escape(reason)).append('\n'));
        text.append('\n');
      }
    }
    text.append("## Environment\n\n");
    for (Page.Environment environment : sections.environments()) {
      text.append("### ").append(Markdown.escape(environment.title())).append("\n\n");
      if (!environment.commands().isEmpty()) {
        text.append(Markdown.code(String.join("\n", environment.commands()))).append('\n');
      }
      for (Page.Detail fact : environment.facts()) {
        text.append("- ").append(Markdown.escape(fact.name())).append(": ");
        text.append(Markdown.escape(fact.text())).append('\n');
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static void group(StringBuilder text, Report report, RankedGroup group) {
    text.append("## ").append(Markdown.escape(group.title())).append("\n\n");
    text.append(Markdown.escape((report.where(group) + ". " + GroupTexts.headline(group)).strip()));
    text.append("\n\n");
    text.append(Markdown.escape(GroupTexts.statistic(group))).append("\n\n");
    List<String> sentences = new ArrayList<>(report.sentences(group));
    GroupTexts.control(group).ifPresent(sentences::add);
    sentences.forEach(
        sentence -> text.append("- ").append(Markdown.escape(sentence)).append(".\n"));
    text.append(sentences.isEmpty() ? "" : "\n");
    boolean isSingle = group.isOfSingleForks();
    List<String> headings = new ArrayList<>(List.of("variant", Markdown.escape(group.unit())));
    if (isSingle) {
      headings.add("error");
    } else {
      headings.addAll(List.of(GroupTexts.ratioHeading(group), "95% interval", "ratio by mean"));
    }
    List<TableColumn> percentiles =
        TableColumn.PERCENTILES.stream().filter(column -> column.isUsed(report, group)).toList();
    headings.add("mean");
    percentiles.forEach(column -> headings.add(column.title()));
    headings.addAll(List.of("B/op", ""));
    text.append(Markdown.line(headings));
    text.append("| --- ").append("| ---: ".repeat(headings.size() - 2)).append("| --- |\n");
    for (RankedVariant row : group.rows()) {
      boolean isBaseline = group.isBaseline(row);
      List<String> cells = new ArrayList<>();
      cells.add(Markdown.escape(report.markedName(group, row)));
      cells.add(Figures.plain(row.value()));
      if (isSingle) {
        cells.add(TableColumn.ERROR.cell(report, group, row).text());
      } else {
        cells.add(isBaseline ? "baseline" : Words.ratio(row));
        cells.add(Words.interval(row.verdict()));
        cells.add(TableColumn.RATIO_BY_MEAN.cell(report, group, row).inOneLine());
      }
      cells.add(Figures.plain(row.measurement().isThroughput() ? Double.NaN : row.meanTime()));
      percentiles.forEach(column -> cells.add(column.cell(report, group, row).text()));
      cells.add(Figures.plain(row.measurement().allocation()));
      cells.add(isSingle ? "" : notes(group, row));
      text.append(Markdown.line(cells));
    }
    text.append('\n');
    String legend = report.legend(group);
    if (!legend.isEmpty()) {
      text.append(Markdown.escape(legend)).append("\n\n");
    }
  }

  private static String notes(RankedGroup group, RankedVariant row) {
    List<String> notes = new ArrayList<>(GroupTexts.rank(group, row));
    notes.addAll(Words.warnings(row));
    if (row.verdict() != null) {
      notes.addAll(0, Words.verdict(row.verdict(), "", ""));
    }
    return String.join(", ", notes);
  }

  private static void table(StringBuilder text, String before, Page.Table table) {
    text.append("## ").append(before).append(Markdown.escape(table.title())).append("\n\n");
    text.append(Markdown.escape(table.text())).append("\n\n");
    text.append(Markdown.line(escaped(table.headings())));
    text.append(Markdown.line(table.headings().stream().map(heading -> "---").toList()));
    table.rows().forEach(row -> text.append(Markdown.line(escaped(row))));
    text.append('\n');
  }

  private static List<String> escaped(List<String> texts) {
    return texts.stream().map(Markdown::escape).toList();
  }
}
