package requestpath.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import requestpath.result.RankedGroup;
import requestpath.result.RecordedEnvironment;
import requestpath.result.RecordedRun;

/** What to know about a run before its figures: each in few words and in a sentence. */
final class RunNotes {
  /** A warning is shown up to its first colon, if that is no longer than this. */
  private static final int SHORT = 60;

  private RunNotes() {}

  /**
   * A note on a run.
   *
   * @param text in few words
   * @param sentence all of it
   * @param isAlarm whether no reader may overlook it
   */
  record RunNote(String text, String sentence, boolean isAlarm) {}

  /**
   * The notes on a run.
   *
   * @param name of the run
   */
  static List<RunNote> of(RecordedRun run, String name) {
    List<RunNote> notes = new ArrayList<>();
    RecordedEnvironment environment = run.environment();
    environment
        .mergeNotes()
        .forEach(
            sentence ->
                notes.add(new RunNote(inFewWords(sentence, "a shard"), sentence + ".", true)));
    environment
        .failures()
        .forEach(
            failure ->
                notes.add(
                    new RunNote(
                        "failed: " + inFewWords(failure, "a variant"),
                        name + ": failed: " + failure,
                        true)));
    environment
        .warnings()
        .forEach(
            warning -> notes.add(new RunNote(inFewWords(warning, "a warning"), warning, true)));
    if (run.isQuick()) {
      notes.add(
          new RunNote(
              "first look (--quick)",
              name + " is a first look " + Words.OF_A_FIRST_LOOK + ".",
              true));
    }
    if (run.isRecorded() && environment.ended().isEmpty()) {
      notes.add(
          new RunNote(
              "interrupted, or still running",
              name + " was interrupted, or still runs: the page shows its results so far.",
              true));
    }
    environment
        .shapes()
        .forEach(
            (file, shape) -> notes.add(new RunNote(file, file + " has " + shape + ".", false)));
    EarlierConfigurations.of(run)
        .ifPresent(sentence -> notes.add(new RunNote("earlier configurations", sentence, false)));
    if (environment.dirty()) {
      notes.add(
          new RunNote(
              "uncommitted changes",
              name + " was built from a revision with uncommitted changes.",
              false));
    }
    return List.copyOf(notes);
  }

  /** Groups without second forks, in a sentence; empty if all groups have them. */
  static Optional<String> ofSingleForks(Report report) {
    long single = report.groups().stream().filter(RankedGroup::isOfSingleForks).count();
    return single == 0
        ? Optional.empty()
        : Optional.of(
            (single == report.groups().size()
                    ? "No variant"
                    : "No variant of " + single + " groups")
                + " has two forks, so nothing is ranked, and errors are those that JMH printed."
                + " Measure with -f 5 or more.");
  }

  private static String inFewWords(String sentence, String otherwise) {
    int colon = sentence.indexOf(": ");
    String start = (colon < 0 ? sentence : sentence.substring(0, colon)).replaceAll("[.]$", "");
    return start.length() <= SHORT ? start : otherwise;
  }
}
