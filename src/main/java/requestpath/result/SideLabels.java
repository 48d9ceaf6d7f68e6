package requestpath.result;

import java.util.Set;
import java.util.TreeSet;

/**
 * What the two sides of a run are called, wherever they are named: their JDKs if these differ, else
 * what the options named.
 *
 * @param candidate such as {@code JDK 25.0.3} or {@code this build}
 * @param base such as {@code JDK 17.0.15} or {@code -XX:+UseParallelGC}
 * @param jdk that both have, such as {@code JDK 17.0.15}; empty if they differ or are not recorded
 */
public record SideLabels(String candidate, String base, String jdk) {
  private static final String JDK = "JDK ";

  /** The names of the sides of a run. */
  static SideLabels of(RecordedRun run) {
    String here = jdk(run, RowKey.THIS);
    String there = jdk(run, RowKey.AGAINST);
    String label = run.environment().against().label();
    if (!here.isEmpty() && !there.isEmpty() && !here.equals(there)) {
      String others = bare(label.replaceFirst("^--against-jvm .*?(?=--against-|$)", ""));
      boolean hasOthers = label.startsWith("--") && !others.isEmpty();
      return new SideLabels(JDK + here, JDK + there + (hasOthers ? ", " + others : ""), "");
    }
    return new SideLabels(
        label.startsWith("--against-jar ") ? "this build" : "this run",
        label.isEmpty() ? "the base" : bare(label),
        here.isEmpty() || !here.equals(there) ? "" : JDK + here);
  }

  /** The version of the JDK of one side; empty if none, or not one alone, is recorded. */
  private static String jdk(RecordedRun run, String side) {
    Set<String> jdks = new TreeSet<>();
    for (Measurement measurement : run.measurements()) {
      if (measurement.side().equals(side)) {
        jdks.add(measurement.settings().jdk());
      }
    }
    return jdks.size() == 1 ? String.join("", jdks) : "";
  }

  private static String bare(String label) {
    return label.replaceAll("--against-(?:jvm|jar|args) ", "").strip();
  }

  /** The name of a side with its JDK, where no heading says that. */
  String platform(String side) {
    String name = side.equals(RowKey.AGAINST) ? base : candidate;
    return jdk.isEmpty() ? name : jdk + ", " + name;
  }
}
