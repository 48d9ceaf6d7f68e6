package requestpath.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import requestpath.result.JudgedSides;
import requestpath.result.RankedGroup;
import requestpath.result.RecordedRun;

/**
 * What a reader sees first: the questions that the runs answer, each with its fastest libraries.
 * The template escapes every text; the fields named as markup are made by {@link AnswerBars} and
 * {@link SidesPlot}.
 *
 * @param heading what the page is about: its runs, or how many they are
 * @param provenance machine, JDKs, dates and revisions, in a line
 * @param alarms what no reader may overlook
 * @param notes on the runs, in few words; the environment has the sentences
 * @param notesLink where these sentences are
 * @param lead what is compared in runs with two sides, if their comparison comes first; else empty
 * @param hasSides whether an answer compares two sides
 * @param questions with their answers
 * @param more how many groups are not among them; empty if none is left
 */
public record FirstScreen(
    String heading,
    String provenance,
    List<Chip> alarms,
    List<Note> notes,
    String notesLink,
    String lead,
    boolean hasSides,
    List<Question> questions,
    String more) {
  /** So many runs are named in the heading: the environment names them all. */
  private static final int MOST_NAMES = 2;

  /** So many notes on the runs are shown at once. */
  private static final int MOST_NOTES = 6;

  /**
   * A question.
   *
   * @param id of its section
   * @param title such as {@code Read JSON}
   * @param tag what was read or written, and where if there is one answer alone
   * @param alarms what no reader may overlook
   * @param views its answers, one for each binding, JDK and run
   */
  public record Question(
      String id, String title, String tag, List<Chip> alarms, List<View> views) {}

  /**
   * An answer.
   *
   * @param id of its tab
   * @param label of its tab
   * @param sentence the answer in words
   * @param wideMarkup its bars
   * @param narrowMarkup the same for a phone
   * @param link where all variants are
   * @param linkText what that link says
   * @param chips what else to know, in few words each
   * @param isFirst whether it is the one that is shown at first
   */
  public record View(
      String id,
      String label,
      String sentence,
      String wideMarkup,
      String narrowMarkup,
      String link,
      String linkText,
      List<Chip> chips,
      boolean isFirst) {}

  /**
   * A notice in few words that unfolds to a sentence.
   *
   * @param text the few words
   * @param sentence all of it
   * @param isAlarm whether no reader may overlook it
   */
  public record Chip(String text, String sentence, boolean isAlarm) {}

  /**
   * A notice on a run in few words.
   *
   * @param text the few words
   * @param isAlarm whether no reader may overlook it
   */
  public record Note(String text, boolean isAlarm) {}

  /**
   * Where an answer leads.
   *
   * @param notes where sentences on the runs are
   * @param group where all variants of a group are
   * @param sides where both sides of a run are compared
   * @param sidesLead whether the comparison of two sides comes before the ranking of each; if not,
   *     only the fullest run of a work answers, see Report#fuller
   */
  record Links(
      String notes,
      Function<RankedGroup, String> group,
      Function<RankedGroup, String> sides,
      boolean sidesLead) {
    /** Within the page of the runs, where two sides lead with their comparison. */
    static Links withinPage() {
      return new Links("#environment", group -> "#" + group.id(), group -> "#sides", true);
    }
  }

  /** The first screen of a report. */
  static FirstScreen of(Report report, Links links) {
    Questions questions = new Questions(report, links);
    List<Question> asked = questions.all();
    int left = questions.groupsLeft();
    return new FirstScreen(
        heading(report),
        Provenance.of(report),
        alarms(report),
        notes(report),
        links.notes(),
        links.sidesLead() ? lead(report) : "",
        !report.judgement().sides().isEmpty(),
        asked,
        left == 0 ? "" : left == 1 ? "One more group" : left + " more groups");
  }

  /** The same without a word on groups that are not shown. */
  FirstScreen withoutMore() {
    return new FirstScreen(
        heading, provenance, alarms, notes, notesLink, lead, hasSides, questions, "");
  }

  private static String heading(Report report) {
    List<String> names = report.runs().stream().map(report::name).toList();
    return names.size() <= MOST_NAMES
        ? "Benchmark report: " + String.join(", ", names)
        : "Benchmark report: " + names.size() + " runs";
  }

  private static List<Chip> alarms(Report report) {
    List<Chip> alarms = new ArrayList<>();
    report
        .judgement()
        .controls()
        .filter(controls -> !controls.failed().isEmpty())
        .ifPresent(
            controls ->
                alarms.add(
                    new Chip(
                        "machine too noisy in "
                            + controls.failed().size()
                            + " of "
                            + controls.groups().size()
                            + " groups",
                        Words.controls(controls) + ".",
                        true)));
    RunNotes.ofSingleForks(report)
        .ifPresent(sentence -> alarms.add(new Chip("one fork: no ranking", sentence, true)));
    return List.copyOf(alarms);
  }

  /** Each once, whatever the number of runs that it is about, and whatever its numbers are. */
  private static List<Note> notes(Report report) {
    Map<String, List<Note>> alike = new LinkedHashMap<>();
    for (RecordedRun run : report.runs()) {
      for (RunNotes.RunNote note : RunNotes.of(run, report.name(run))) {
        alike
            .computeIfAbsent(note.text().replaceAll("[0-9.]+", "#"), none -> new ArrayList<>())
            .add(new Note(note.text(), note.isAlarm()));
      }
    }
    List<Note> notes = new ArrayList<>();
    for (List<Note> same : alike.values()) {
      String text =
          same.get(0).text() + (same.size() == 1 ? "" : " (" + same.size() + " such notes)");
      notes.add(new Note(text, same.stream().anyMatch(Note::isAlarm)));
    }
    if (notes.size() <= MOST_NOTES) {
      return List.copyOf(notes);
    }
    List<Note> left = notes.subList(MOST_NOTES - 1, notes.size());
    List<Note> shown = new ArrayList<>(notes.subList(0, MOST_NOTES - 1));
    shown.add(new Note(left.size() + " more notes", left.stream().anyMatch(Note::isAlarm)));
    return List.copyOf(shown);
  }

  private static String lead(Report report) {
    Set<String> titles = new LinkedHashSet<>();
    for (JudgedSides sides : report.judgement().sides()) {
      titles.add(
          SideNames.of(report, sides).title()
              + (report.hasLibraries() ? ", per library" : ", per variant"));
    }
    return String.join("; ", titles);
  }
}
