package requestpath.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import requestpath.result.Measurement;
import requestpath.result.RecordedEnvironment;
import requestpath.result.RecordedRun;
import requestpath.result.SideLabels;

/** How two runs differ beside their rows: in machine, JVM, inputs, options and libraries. */
final class RunDifferences {
  private final RecordedRun old;
  private final RecordedRun now;
  private final List<String> differences = new ArrayList<>();

  private RunDifferences(RecordedRun old, RecordedRun now) {
    this.old = old;
    this.now = now;
  }

  /** A sentence for each, those of the machine first. */
  static List<String> of(RecordedRun old, RecordedRun now) {
    return new RunDifferences(old, now).all();
  }

  /** What the sides of one run are, and whether it is a first look. */
  static List<String> ofSides(RecordedRun run) {
    List<String> notes = new ArrayList<>();
    SideLabels sides = run.sides();
    notes.add(
        "The candidate is "
            + sides.candidate()
            + "; the base is "
            + sides.base()
            + (run.base().isEmpty() ? "" : " (" + run.base() + ")"));
    if (run.isQuick()) {
      notes.add("The run is a first look (--quick): it does not show small differences");
    }
    return notes;
  }

  private List<String> all() {
    recorded("CPU", run -> run.machine().cpu());
    recorded("cores", run -> run.machine().cores() == null ? "" : run.machine().cores() + "");
    measured("JDK", row -> row.settings().jdk());
    recorded("JVM vendor", run -> run.jvm().vendor());
    measured("VM", row -> row.settings().vm());
    recorded("fixture", RecordedEnvironment::fixture);
    recorded("measured file", run -> EnvironmentSection.pairs(run.inputs(), " "));
    add("base", old.base(), now.base());
    measured("JVM arguments", row -> String.join(" ", row.settings().jvmArguments()));
    if (old.isRecorded() && now.isRecorded()) {
      recorded("set of JVM options from the environment", RunDifferences::variables);
    }
    measured("options", EnvironmentSection::optionsOfAFork);
    Map<String, String> before = old.environment().libraries();
    Map<String, String> after = now.environment().libraries();
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.retainAll(after.keySet());
    names.forEach(name -> recorded(name, run -> run.libraries().getOrDefault(name, "")));
    if (old.isRecorded() && now.isRecorded()) {
      interleaving(old.environment().interleaved(), now.environment().interleaved());
    }
    if (old.isQuick() || now.isQuick()) {
      differences.add(
          (old.isQuick() && now.isQuick()
                  ? "Both runs are first looks"
                  : old.isQuick() ? "The old run is a first look" : "The new run is a first look")
              + " (--quick): they do not show small differences");
    }
    return differences;
  }

  private void interleaving(boolean before, boolean after) {
    if (before != after) {
      differences.add(
          (after
                  ? "The new run was interleaved, the old run was not"
                  : "The old run was interleaved, the new run was not")
              + ": raw times can differ for this reason alone");
    }
  }

  private static String variables(RecordedEnvironment environment) {
    String variables = EnvironmentSection.pairs(environment.jvm().variables(), "=");
    return variables.isEmpty() ? "none" : variables;
  }

  private void recorded(String what, Function<RecordedEnvironment, String> text) {
    add(what, text.apply(old.environment()), text.apply(now.environment()));
  }

  private void measured(String what, Function<Measurement, String> text) {
    add(what, all(old, text), all(now, text));
  }

  private static String all(RecordedRun run, Function<Measurement, String> text) {
    return run.measurements().stream()
        .map(text)
        .distinct()
        .sorted()
        .collect(Collectors.joining("; "));
  }

  private void add(String what, String before, String after) {
    if (!before.equals(after) && !before.isEmpty() && !after.isEmpty()) {
      differences.add(String.format(Locale.ROOT, "Another %s: %s, then %s", what, before, after));
    }
  }
}
