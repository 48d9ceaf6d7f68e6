package requestpath.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import requestpath.codec.Mark;
import requestpath.report.FirstScreen.Chip;
import requestpath.result.Flag;
import requestpath.result.Judgement;
import requestpath.result.MachineState;
import requestpath.result.Race;
import requestpath.result.RankChange;
import requestpath.result.RankedGroup;
import requestpath.result.RankedVariant;
import requestpath.result.Verdict;
import requestpath.text.Figures;

/** What to know about a group beside its figures, in few words that unfold to sentences. */
final class Chips {
  private Chips() {}

  /** What no reader may overlook: the machine was too noisy, or that is not known. */
  static List<Chip> alarms(RankedGroup group) {
    Verdict control = group.control();
    if (control == null) {
      return List.of();
    }
    boolean isInconclusive = Judgement.Controls.isInconclusive(control);
    return control.isDifferent() || isInconclusive
        ? List.of(
            new Chip(
                control.isDifferent() ? "machine too noisy" : "control inconclusive",
                GroupTexts.control(group).orElse("")
                    + (control.isDifferent() ? "." : ": use more forks (-f) or longer ones."),
                true))
        : List.of();
  }

  /**
   * The rest.
   *
   * @param rows that are shown
   */
  static List<Chip> of(Report report, RankedGroup group, List<RankedVariant> rows) {
    List<Chip> chips = new ArrayList<>();
    String measured = group.fixed().getOrDefault("file", "");
    report
        .run(group)
        .environment()
        .shapes()
        .forEach(
            (file, shape) -> {
              if (measured.endsWith(file)) {
                chips.add(chip("shape of " + file, file + " has " + shape));
              }
            });
    // Of single forks the page says once that they are too few.
    List<RankedVariant> flagged = group.isOfSingleForks() ? List.of() : rows;
    for (Map.Entry<Flag, List<String>> flag : flags(flagged).entrySet()) {
      String text = String.join("", Words.flags(List.of(flag.getKey())));
      chips.add(chip(text, capital(text) + ": " + Words.listed(flag.getValue())));
    }
    for (Map.Entry<Mark, List<String>> mark : marks(report, group, rows).entrySet()) {
      Mark key = mark.getKey();
      chips.add(
          chip(
              "(" + key.letter() + ") " + key.word(),
              "A variant with ("
                  + key.letter()
                  + ") "
                  + key.meaning()
                  + ": "
                  + Words.listed(mark.getValue())));
    }
    if (report.hasHiddenMarks(group)) {
      chips.add(chip("no marks", report.legend(group)));
    }
    ofRanking(group, chips);
    if (alarms(group).isEmpty()) {
      GroupTexts.control(group).ifPresent(control -> chips.add(chip("control holds", control)));
    }
    return List.copyOf(chips);
  }

  private static void ofRanking(RankedGroup group, List<Chip> chips) {
    RankedGroup.Notes notes = group.notes();
    if (!notes.byMean().isEmpty()) {
      chips.add(chip("other ranks by the mean", GroupTexts.byMean(notes.byMean())));
    }
    if (!notes.byBinding().isEmpty()) {
      chips.add(
          chip(
              "other ranks with " + others(notes.byBinding(), group.binding()),
              notes.byBinding().stream()
                  .map(GroupTexts::rankChange)
                  .collect(Collectors.joining("; "))));
    }
    Race race = notes.race();
    if (race != null && !race.left().isEmpty()) {
      chips.add(
          chip(race.left().size() + " left the race", String.join("; ", RaceTexts.left(race))));
    }
    MachineState machine = notes.machine();
    GroupTexts.machine(machine)
        .ifPresent(
            sentence ->
                chips.add(
                    chip(
                        machine.neverQuiet().isEmpty()
                            ? "machine quiet for "
                                + Figures.percent(machine.quietShare())
                                + " of the time"
                            : "machine never quiet in some rounds",
                        sentence)));
  }

  /** The bindings of rank changes, but for the group's own. */
  private static String others(List<RankChange> changes, String own) {
    return changes.stream()
        .map(change -> change.fasterWith().equals(own) ? change.slowerWith() : change.fasterWith())
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /** By the mean is a note of the ranking's own. */
  private static Map<Flag, List<String>> flags(List<RankedVariant> rows) {
    Map<Flag, List<String>> flags = new EnumMap<>(Flag.class);
    for (RankedVariant row : rows) {
      for (Flag flag : row.flags()) {
        if (flag != Flag.RANK_DIFFERS_BY_MEAN) {
          flags.computeIfAbsent(flag, none -> new ArrayList<>()).add(row.name());
        }
      }
    }
    return flags;
  }

  private static Map<Mark, List<String>> marks(
      Report report, RankedGroup group, List<RankedVariant> rows) {
    Map<Mark, List<String>> marks = new EnumMap<>(Mark.class);
    for (RankedVariant row : rows) {
      for (Mark mark : report.marks(group, row)) {
        marks.computeIfAbsent(mark, none -> new ArrayList<>()).add(row.name());
      }
    }
    return marks;
  }

  private static Chip chip(String text, String sentence) {
    return new Chip(text, sentence + ".", false);
  }

  private static String capital(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
