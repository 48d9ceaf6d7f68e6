package requestpath.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import requestpath.result.Measurement;
import requestpath.result.RecordedRun;

/** What two runs were not alike in, beside the rows: machine, JVM, inputs, options, libraries. */
final class RunDifferences {
  private RunDifferences() {}

  /** A sentence for each, those of the machine first. */
  static List<String> of(RecordedRun old, RecordedRun now) {
    List<String> differences = new ArrayList<>();
    add(differences, "CPU", machine(old, "cpu"), machine(now, "cpu"));
    add(differences, "cores", machine(old, "cores"), machine(now, "cores"));
    add(differences, "JDK", all(old, m -> m.settings().jdk()), all(now, m -> m.settings().jdk()));
    add(differences, "JVM vendor", jvm(old, "vendor"), jvm(now, "vendor"));
    add(differences, "VM", all(old, m -> m.settings().vm()), all(now, m -> m.settings().vm()));
    add(differences, "fixture", text(old, "fixture"), text(now, "fixture"));
    add(differences, "measured file", inputs(old), inputs(now));
    add(differences, "other side", old.otherSide(), now.otherSide());
    add(
        differences,
        "JVM arguments",
        all(old, m -> String.join(" ", m.settings().jvmArguments())),
        all(now, m -> String.join(" ", m.settings().jvmArguments())));
    if (old.environment().isObject() && now.environment().isObject()) {
      add(
          differences,
          "set of JVM options from the environment",
          orNone(EnvironmentSection.jvmVariables(old)),
          orNone(EnvironmentSection.jvmVariables(now)));
    }
    add(
        differences,
        "options",
        all(old, EnvironmentSection::optionsOfAFork),
        all(now, EnvironmentSection::optionsOfAFork));
    Map<String, String> before = libraries(old);
    Map<String, String> after = libraries(now);
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      add(differences, name, before.getOrDefault(name, ""), after.getOrDefault(name, ""));
    }
    if (old.isQuick() || now.isQuick()) {
      differences.add(
          (old.isQuick() && now.isQuick()
                  ? "Both runs are first looks"
                  : old.isQuick() ? "The old run is a first look" : "The new run is a first look")
              + " (--quick): small differences stay unseen");
    }
    return differences;
  }

  private static void add(List<String> differences, String what, String old, String now) {
    if (!old.equals(now) && !old.isEmpty() && !now.isEmpty()) {
      differences.add(String.format(Locale.ROOT, "Another %s: %s, then %s", what, old, now));
    }
  }

  private static String orNone(String text) {
    return text.isEmpty() ? "none" : text;
  }

  private static String machine(RecordedRun run, String name) {
    return run.environment().path("machine").path(name).asText();
  }

  private static String jvm(RecordedRun run, String name) {
    return run.environment().path("jvm").path(name).asText();
  }

  private static String inputs(RecordedRun run) {
    return String.join(", ", EnvironmentSection.inputs(run));
  }

  private static String text(RecordedRun run, String name) {
    return run.environment().path(name).asText();
  }

  private static Map<String, String> libraries(RecordedRun run) {
    Map<String, String> libraries = new TreeMap<>();
    run.environment()
        .path("libraries")
        .properties()
        .forEach(entry -> libraries.put(entry.getKey(), entry.getValue().asText()));
    return libraries;
  }

  private static String all(RecordedRun run, Function<Measurement, String> what) {
    Stream<String> texts = run.measurements().stream().map(what).distinct().sorted();
    return String.join("; ", texts.toList());
  }
}
