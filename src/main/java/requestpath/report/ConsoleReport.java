package requestpath.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import requestpath.result.JudgedPart;
import requestpath.result.JudgedSides;
import requestpath.result.RankedGroup;
import requestpath.result.RecordedRun;
import requestpath.result.ResultException;
import requestpath.result.Verdict;

/**
 * What a run prints at its end into a file or a pipe: for each group a ranking and its verdicts in
 * sentences, or its figures if nothing can be ranked, then ranks that change with the binding,
 * parts and wholes, the two sides if there are two, and the controls.
 */
public final class ConsoleReport {
  private final Report report;
  private final RecordedRun run;
  private final List<String> lines = new ArrayList<>();

  private ConsoleReport(Report report) {
    this.report = report;
    this.run = report.runs().get(0);
  }

  /**
   * The results of a run so far.
   *
   * @param directory where it is kept
   * @throws ResultException when it cannot be understood
   */
  public static List<String> of(Path directory) throws ResultException {
    ConsoleReport console =
        new ConsoleReport(Report.of(List.of(RecordedRun.read(directory)), "", Map.of()));
    return console.all();
  }

  private List<String> all() {
    if (run.isQuick()) {
      lines.add("# A first look " + Words.OF_A_FIRST_LOOK);
    }
    run.environment().shapes().forEach((file, shape) -> lines.add("# " + file + " has " + shape));
    report.groups().forEach(this::group);
    section("# Ranks that change with the binding:", rankChanges());
    section(
        "# Verdicts on parts and the whole:",
        report.judgement().parts().stream().map(this::sentence).toList());
    section(
        "# Verdicts on "
            + run.sides().candidate()
            + " (the candidate) against "
            + run.sides().base()
            + " (the base):",
        sides());
    report
        .judgement()
        .controls()
        .ifPresent(controls -> lines.addAll(List.of("", "# " + Words.controls(controls))));
    return List.copyOf(lines);
  }

  private void group(RankedGroup group) {
    String title =
        group.title() + (report.judgement().sides().isEmpty() ? "" : ", " + group.platform());
    lines.add("");
    lines.add((group.hasVerdicts() ? "# Ranking of " : "# Figures of ") + title + ":");
    ConsoleTable.of(report, group).forEach(line -> lines.add("#   " + line));
    if (!group.hasVerdicts()) {
      if (!group.baseline().isEmpty() && group.rows().size() > 1) {
        lines.add("#   No ranking: at least two forks of each are needed");
      }
      return;
    }
    String legend = report.legend(group);
    if (!legend.isEmpty()) {
      lines.add("#   " + legend);
    }
    lines.add("# Verdicts on " + title + ":");
    if (group.notes().race() != null) {
      lines.add("#   " + GroupTexts.headline(group));
    }
    report.sentences(group).forEach(sentence -> lines.add("#   " + sentence));
  }

  /** Each once, with the work that it is about. */
  private List<String> rankChanges() {
    Set<String> changes = new LinkedHashSet<>();
    for (RankedGroup group : report.groups()) {
      TreeSet<String> others = new TreeSet<>();
      group.fixedWithoutBinding().forEach((name, value) -> others.add(name + "=" + value));
      String work =
          group.subject()
              + others.stream().collect(Collectors.joining(", ", " (", ")")).replace(" ()", "")
              + ", "
              + group.mode();
      group
          .notes()
          .byBinding()
          .forEach(change -> changes.add(work + ": " + GroupTexts.rankChange(change)));
    }
    return List.copyOf(changes);
  }

  private String sentence(JudgedPart part) {
    return Words.share(part.verdict(), part.wholeName()) + remarks(part.verdict());
  }

  private String remarks(Verdict verdict) {
    List<String> remarks = new ArrayList<>(Words.precision(verdict, run.precision()));
    remarks.addAll(Words.flags(verdict.flags()));
    return Words.inBrackets(remarks);
  }

  private List<String> sides() {
    List<String> sentences = new ArrayList<>();
    for (JudgedSides sides : report.judgement().sides()) {
      SideNames names = SideNames.of(report, sides);
      for (JudgedSides.Line line : sides.lines()) {
        Verdict verdict = line.verdict();
        if (verdict != null) {
          String name = line.candidate().name() + " of " + sides.candidate().title() + ": ";
          sentences.add(name + names.sentence(verdict) + remarks(verdict));
        }
      }
    }
    return sentences;
  }

  private void section(String title, List<String> sentences) {
    if (!sentences.isEmpty()) {
      lines.addAll(List.of("", title));
      sentences.forEach(sentence -> lines.add("#   " + sentence));
    }
  }
}
