package requestpath.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import requestpath.report.Page.Table;
import requestpath.result.JudgedPart;
import requestpath.result.JudgedSides;
import requestpath.result.RankedGroup;
import requestpath.result.RankedVariant;
import requestpath.result.Verdict;
import requestpath.text.Figures;

/** The tables of a page that put groups beside each other. */
final class PageTables {
  private final Report report;

  PageTables(Report report) {
    this.report = report;
  }

  /** One table for each growth. */
  List<Table> growths() {
    List<Table> tables = new ArrayList<>();
    List<Growth> growths = Growth.of(report.groups());
    for (Growth growth : growths) {
      boolean isAlone =
          growths.stream().filter(other -> other.title().equals(growth.title())).count() == 1;
      String run = report.name(report.run(growth.groups().values().iterator().next()));
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
              growth.title() + (isAlone ? "" : ", " + run),
              "In " + growth.unit() + " at each " + growth.parameter() + ".",
              headings,
              rows,
              GrowthChart.of(growth)));
    }
    return tables;
  }

  /** One table for each work that was measured on several platforms or in several runs. */
  List<Table> comparisons() {
    List<Table> tables = new ArrayList<>();
    for (List<RankedGroup> groups : report.sideBySide()) {
      List<String> headings = new ArrayList<>(List.of("variant"));
      List<String> columns = new ArrayList<>();
      Set<String> names = new LinkedHashSet<>();
      for (RankedGroup group : groups) {
        headings.add(report.where(group) + ", " + group.unit());
        columns.add(report.where(group));
        headings.add(GroupTexts.ratioHeading(group) + " to its " + group.baseline());
        group.rows().forEach(row -> names.add(row.name()));
      }
      List<List<String>> rows = new ArrayList<>();
      for (String name : names) {
        List<String> line = new ArrayList<>(List.of(name));
        for (RankedGroup group : groups) {
          Optional<RankedVariant> row =
              group.rows().stream().filter(each -> each.name().equals(name)).findFirst();
          line.add(row.map(each -> Figures.plain(each.value())).orElse("–"));
          line.add(row.map(each -> ratio(group, each)).orElse("–"));
        }
        rows.add(line);
      }
      RankedGroup first = groups.get(0);
      tables.add(
          new Table(
              "side-" + tables.size(),
              first.title() + ", " + first.unit(),
              "Each ratio refers to the baseline of its own column. Compare the ratios, not the"
                  + " times: times of different runs also depend on the state of the machine.",
              headings,
              rows,
              SlopeChart.of(groups, columns)));
    }
    return tables;
  }

  /** One table for each run with methods that do a part of another. */
  List<Table> parts() {
    Map<Integer, List<JudgedPart>> byRun = new TreeMap<>();
    for (JudgedPart part : report.judgement().parts()) {
      byRun.computeIfAbsent(part.group().run(), none -> new ArrayList<>()).add(part);
    }
    List<Table> tables = new ArrayList<>();
    byRun.forEach(
        (run, parts) ->
            tables.add(
                new Table(
                    "parts-" + run,
                    report.name(report.runs().get(run)),
                    "The ratio is the time of the part relative to the whole, with the same"
                        + " parameters. Verdicts are adjusted for the number of parts in the run.",
                    List.of("part", "where", "whole", "ratio", "95% interval", "verdict"),
                    parts.stream().map(PageTables::line).toList())));
    return tables;
  }

  private static List<String> line(JudgedPart part) {
    Verdict verdict = part.verdict();
    return List.of(
        part.name(),
        part.group().platform(),
        part.wholeName(),
        Words.ratio(verdict),
        Words.interval(verdict),
        inWords(verdict, "less than the whole", "more than the whole"));
  }

  /** One table for each group of a run that has two sides: each row against itself. */
  List<Table> sides() {
    return report.judgement().sides().stream().map(this::table).toList();
  }

  private Table table(JudgedSides sides) {
    SideNames names = SideNames.of(report, sides);
    String unit = ", " + sides.candidate().unit();
    String run = report.runs().size() > 1 ? ", " + report.name(report.run(sides.candidate())) : "";
    return new Table(
        "sides-" + report.groups().indexOf(sides.candidate()),
        sides.candidate().title() + run,
        names.sentence(sides)
            + " The ratio is the time of each variant with "
            + names.candidate()
            + " (the candidate) relative to its time with "
            + names.base()
            + " (the base), measured in the same rounds. Verdicts are adjusted for the number of"
            + " variants in the run.",
        List.of(
            "variant",
            names.candidate() + unit,
            names.base() + unit,
            "ratio",
            "95% interval",
            "verdict"),
        sides.lines().stream().map(line -> line(names, line)).toList(),
        SlopeChart.of(sides));
  }

  private static List<String> line(SideNames names, JudgedSides.Line line) {
    Verdict verdict = line.verdict();
    return List.of(
        line.candidate().name(),
        Figures.plain(line.candidate().value()),
        Figures.plain(line.base().value()),
        verdict == null ? "–" : SideNames.ratioInWords(verdict),
        verdict == null ? "–" : SideNames.intervalInWords(verdict),
        verdict == null
            ? "not judged: too few forks"
            : inWords(verdict, names.base() + " is faster", names.candidate() + " is faster"));
  }

  private static String inWords(Verdict verdict, String less, String more) {
    List<String> words = Words.verdict(verdict, less, more);
    words.addAll(Words.warnings(verdict));
    return String.join(", ", words);
  }

  private static String ratio(RankedGroup group, RankedVariant row) {
    return group.isBaseline(row) ? "baseline" : Words.ratioWithInterval(row);
  }
}
