package requestpath.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import requestpath.codec.Mark;
import requestpath.result.RankedGroup;
import requestpath.result.RankedVariant;
import requestpath.result.RecordedRun;
import requestpath.result.Verdict;
import requestpath.text.Figures;

/** What a terminal says about the figures of a run: warnings and marks, in few words. */
final class ScreenNotes {
  /** Most names in a warning. */
  private static final int MOST_NAMES = 4;

  private ScreenNotes() {}

  /** What to know before believing a figure, each once with the variants that it is about. */
  static List<String> warnings(RecordedRun run, List<RankedGroup> groups) {
    Map<String, Set<String>> byWarning = new TreeMap<>();
    Set<String> all = new LinkedHashSet<>();
    List<RankedGroup> disturbed =
        groups.stream().filter(group -> !group.notes().machine().neverQuiet().isEmpty()).toList();
    double widest = 0;
    for (RankedGroup group : groups) {
      for (RankedVariant row : group.rows()) {
        all.add(row.name());
        for (String warning : Words.warnings(row)) {
          byWarning.computeIfAbsent(warning, none -> new LinkedHashSet<>()).add(row.name());
        }
        Verdict verdict = row.verdict();
        if (verdict != null && !Words.precision(verdict, run.precision()).isEmpty()) {
          widest = Math.max(widest, verdict.comparison().precision());
        }
      }
    }
    List<String> warnings = new ArrayList<>();
    if (run.isQuick()) {
      warnings.add("a first look: run without --quick before you decide");
    }
    byWarning.forEach((warning, names) -> warnings.add(warning + ": " + inWords(names, all)));
    if (widest > 0) {
      warnings.add(
          "ratios to ±"
              + Figures.percent(widest)
              + " at worst (target ±"
              + Figures.percent(run.precision())
              + ")");
    }
    if (!disturbed.isEmpty()) {
      warnings.add(
          "the machine was never quiet in some rounds"
              + (groups.size() == 1
                  ? ": "
                      + disturbed.get(0).notes().machine().neverQuiet().stream()
                          .map(String::valueOf)
                          .collect(Collectors.joining(", "))
                  : " of " + disturbed.size() + " of " + groups.size() + " groups"));
    }
    return warnings;
  }

  private static String inWords(Set<String> names, Set<String> all) {
    if (names.size() == all.size() && all.size() > 1) {
      return "all variants";
    }
    if (names.size() <= MOST_NAMES) {
      return String.join(", ", names);
    }
    return names.stream().limit(MOST_NAMES - 1L).collect(Collectors.joining(", "))
        + " and "
        + (names.size() - MOST_NAMES + 1)
        + " more";
  }

  /** The marks of all variants in a word each; empty without marks. */
  static String legend(Report report) {
    Set<Mark> marks = EnumSet.noneOf(Mark.class);
    report
        .groups()
        .forEach(group -> group.rows().forEach(row -> marks.addAll(report.marks(group, row))));
    return marks.isEmpty()
        ? ""
        : marks.stream()
            .map(mark -> "(" + mark.letter() + ") " + mark.word())
            .collect(Collectors.joining(", ", "Marks: ", "; verify lists the inputs"));
  }
}
