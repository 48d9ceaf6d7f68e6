package requestpath.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import requestpath.codec.Marks;
import requestpath.result.Verdict;

/** A report as Markdown: a headline and a table a group, the sides, the environment. */
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
    for (ReportGroup group : report.groups()) {
      group(text, report, group);
    }
    tables.parts().forEach(table -> table(text, "Parts and the whole: ", table));
    tables.sides().forEach(table -> table(text, "The two sides: ", table));
    tables.comparisons().forEach(table -> table(text, "Side by side: ", table));
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

  private static void group(StringBuilder text, Report report, ReportGroup group) {
    text.append("## ").append(Markdown.escape(group.title())).append("\n\n");
    text.append(Markdown.escape(report.place(group))).append(". ");
    text.append(Markdown.escape(GroupTexts.headline(group))).append("\n\n");
    text.append(Markdown.escape(GroupTexts.statistic(group))).append("\n\n");
    group
        .remarks()
        .forEach(remark -> text.append("- ").append(Markdown.escape(remark)).append(".\n"));
    text.append(group.remarks().isEmpty() ? "" : "\n");
    boolean isQuick = group.isQuick();
    List<String> headings = new ArrayList<>(List.of("row", Markdown.escape(group.unit())));
    headings.addAll(isQuick ? List.of() : List.of("ratio", "95% interval", "ratio by mean"));
    headings.addAll(List.of("mean", "B/op", ""));
    text.append(Markdown.line(headings));
    text.append("| --- ").append("| ---: ".repeat(headings.size() - 2)).append("| --- |\n");
    for (ReportRow row : group.rows()) {
      Verdict verdict = row.verdict();
      boolean isBaseline = row.name().equals(group.baseline());
      List<String> cells = new ArrayList<>();
      cells.add(Markdown.escape(row.name() + Marks.suffix(row.marks())));
      cells.add(Figures.plain(row.value()));
      if (!isQuick) {
        cells.add(isBaseline ? "baseline" : Figures.ratio(row.ratio()));
        cells.add(verdict == null ? "–" : Figures.interval(verdict.interval()));
        cells.add(TableColumn.RATIO_BY_MEAN.cell(report, group, row).text());
      }
      cells.add(Figures.plain(row.measurement().isThroughput() ? Double.NaN : row.meanTime()));
      cells.add(Figures.plain(row.measurement().allocation()));
      cells.add(isQuick ? roughly(group, row) : notes(row));
      text.append(Markdown.line(cells));
    }
    text.append('\n');
    String legend = group.legend();
    if (!legend.isEmpty()) {
      text.append(Markdown.escape(legend)).append("\n\n");
    }
  }

  private static String roughly(ReportGroup group, ReportRow row) {
    Verdict verdict = row.verdict();
    return verdict == null
        ? row.name().equals(group.baseline()) ? "baseline" : "not judged"
        : Markdown.escape(group.sentence(verdict));
  }

  private static String notes(ReportRow row) {
    List<String> notes = new ArrayList<>(row.warnings());
    Verdict verdict = row.verdict();
    if (verdict != null && !verdict.isDifferent()) {
      notes.add(0, "no difference shown");
    } else if (verdict != null && verdict.interval().contains(1)) {
      notes.add(0, "a difference by Holm's test that the interval does not show");
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
