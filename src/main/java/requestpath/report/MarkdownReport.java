package requestpath.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import requestpath.stats.Verdict;

/** A report as Markdown: the verdicts, a table a group, side by side, the environment. */
final class MarkdownReport {
  private MarkdownReport() {}

  /** The whole of it. */
  static String of(Report report) {
    PageSections sections = new PageSections(report, Path.of(""));
    StringBuilder text = new StringBuilder();
    text.append("# ").append(Markdown.escape(sections.title())).append("\n\n");
    for (String notice : sections.notices()) {
      text.append("> **Note:** ").append(Markdown.escape(notice)).append("\n\n");
    }
    for (ReportGroup group : report.groups()) {
      group(text, group);
    }
    for (Page.Table table : sections.comparisons()) {
      text.append("## Side by side: ").append(Markdown.escape(table.title())).append("\n\n");
      text.append(table.text()).append("\n\n");
      text.append(Markdown.line(escaped(table.headings())));
      text.append(Markdown.line(table.headings().stream().map(heading -> "---").toList()));
      table.rows().forEach(row -> text.append(Markdown.line(escaped(row))));
      text.append('\n');
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

  private static void group(StringBuilder text, ReportGroup group) {
    text.append("## ").append(Markdown.escape(group.title())).append("\n\n");
    text.append(Markdown.escape(group.platform())).append(". ");
    text.append(Markdown.escape(PageSections.headline(group))).append("\n\n");
    text.append(
        Markdown.line(
            List.of("row", Markdown.escape(group.unit()), "ratio", "95% interval", "B/op", "")));
    text.append("| --- | ---: | ---: | ---: | ---: | --- |\n");
    for (ReportRow row : group.rows()) {
      Verdict verdict = row.verdict();
      boolean isBaseline = row.name().equals(group.baseline());
      List<String> notes = new ArrayList<>(row.warnings());
      if (verdict != null && !verdict.isDifferent()) {
        notes.add(0, "no difference shown");
      }
      text.append(
          Markdown.line(
              List.of(
                  Markdown.escape(row.name()),
                  Figures.plain(row.value()),
                  isBaseline ? "baseline" : Figures.ratio(row.ratio()),
                  verdict == null ? "–" : Figures.interval(verdict.interval()),
                  Figures.plain(row.measurement().allocation()),
                  String.join(", ", notes))));
    }
    text.append('\n');
  }

  private static List<String> escaped(List<String> texts) {
    return texts.stream().map(Markdown::escape).toList();
  }
}
