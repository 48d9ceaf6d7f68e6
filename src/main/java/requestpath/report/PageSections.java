package requestpath.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import requestpath.codec.Mark;
import requestpath.report.Page.Badge;
import requestpath.report.Page.Cell;
import requestpath.report.Page.Environment;
import requestpath.report.Page.Line;
import requestpath.report.Page.Section;
import requestpath.result.RankedGroup;
import requestpath.result.RankedVariant;
import requestpath.result.RecordedRun;
import requestpath.result.Verdict;

/** Makes the sections of the page from a report: formats numbers as texts. */
final class PageSections {
  private final Report report;
  private final RowDetails details;
  private final IterationsOnPage iterations;

  PageSections(Report report, Path directory) {
    this.report = report;
    this.details = new RowDetails(report, directory);
    this.iterations = IterationsOnPage.of(report.groups());
  }

  /** Of the page. */
  String title() {
    String names = report.runs().stream().map(report::name).collect(Collectors.joining(", "));
    return "Benchmark report: " + names;
  }

  /** What to know before reading on, in sentences. */
  List<String> notices() {
    Set<String> notices = new TreeSet<>();
    for (RecordedRun run : report.runs()) {
      RunNotes.of(run, report.name(run)).forEach(note -> notices.add(note.sentence()));
    }
    RunNotes.ofSingleForks(report).ifPresent(notices::add);
    for (RankedGroup group : report.groups()) {
      Verdict control = group.control();
      if (control != null && control.isDifferent()) {
        notices.add(
            group.title()
                + ": the baseline, measured twice, differs from itself. This machine was too noisy"
                + " for such a close ranking.");
      }
    }
    return List.copyOf(notices);
  }

  /** One section a group. */
  List<Section> groups() {
    return report.groups().stream().map(this::section).toList();
  }

  private Section section(RankedGroup group) {
    List<TableColumn> columns = new ArrayList<>(TableColumn.of(report, group));
    List<String> constants = new ArrayList<>();
    for (TableColumn column : TableColumn.of(report, group)) {
      if (column.isConstant(report, group)) {
        constants.add(column.constant(report, group));
        columns.remove(column);
      }
    }
    String alone = RowDetails.alone(report, group);
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < group.rows().size(); i++) {
      RankedVariant row = group.rows().get(i);
      List<Cell> own = new ArrayList<>();
      own.add(TableColumn.number(row.value()));
      columns.forEach(column -> own.add(column.cell(report, group, row)));
      lines.add(
          new Line(
              i,
              row.name(),
              report.marks(group, row).stream().map(PageSections::badge).toList(),
              GroupTexts.note(group, row),
              GroupTexts.kind(group, row),
              words(row),
              own,
              ForkRange.of(row, group.unit()),
              IterationsChart.of(row, group.unit(), iterations),
              details.of(group, row, alone.isEmpty())));
    }
    List<String> sentences = new ArrayList<>(report.sentences(group));
    GroupTexts.control(group).ifPresent(sentences::add);
    return new Section(
        group.id(),
        group.title(),
        report.where(group),
        group.unit(),
        group.isThroughput() ? "throughput" : "time",
        GroupTexts.statistic(group),
        details.sources(group),
        alone,
        Chips.alarms(group),
        sentences,
        GroupTexts.headline(group),
        GroupTexts.notes(group),
        group.isOfSingleForks() ? Bars.of(group) : ForestPlot.inPage(report, group, false),
        group.isOfSingleForks() ? "" : ForestPlot.inPage(report, group, true),
        group.isOfSingleForks(),
        columns.stream().map(column -> column.heading(group)).toList(),
        String.join(", ", constants),
        lines,
        report.legend(group),
        MachineStrip.of(group.notes().machine()),
        TradeOffChart.timeAndAllocation(report, group));
  }

  /** What a filter of rows finds though the table may not show it. */
  private String words(RankedVariant row) {
    return report
        .library(row)
        .map(library -> library.licence() + " " + String.join(" ", library.stacks()))
        .orElse("");
  }

  private static Badge badge(Mark mark) {
    return new Badge(mark.letter(), mark.meaning());
  }

  /** Where each run was made, and how to repeat it. */
  List<Environment> environments() {
    return report.runs().stream().map(run -> EnvironmentSection.of(run, report.name(run))).toList();
  }
}
