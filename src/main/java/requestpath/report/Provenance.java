package requestpath.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import requestpath.result.RecordedEnvironment;
import requestpath.result.RecordedRun;

/** Where, when and from which revision runs were made, in a line. */
final class Provenance {
  /** As many digits of a revision as Git itself shows. */
  private static final int REVISION = 7;

  private Provenance() {}

  /** Of all runs of a report, such as {@code A CPU, 4 cores · JDK 17.0.15 · 2026-11-23}. */
  static String of(Report report) {
    return of(report.runs());
  }

  /** Of some runs: what is not recorded is left out. */
  static String of(List<RecordedRun> runs) {
    Set<String> machines = new LinkedHashSet<>();
    Set<String> days = new TreeSet<>();
    Set<String> revisions = new LinkedHashSet<>();
    for (RecordedRun run : runs) {
      RecordedEnvironment environment = run.environment();
      add(machines, machine(environment.machine()));
      add(days, day(environment));
      String revision = environment.revision();
      add(revisions, revision.substring(0, Math.min(revision.length(), REVISION)));
    }
    List<String> parts = new ArrayList<>();
    add(parts, String.join(" and ", machines));
    add(parts, jdks(runs));
    add(parts, Words.listed(List.copyOf(days)));
    add(
        parts,
        revisions.isEmpty()
            ? ""
            : (revisions.size() == 1 ? "revision " : "revisions ")
                + Words.listed(List.copyOf(revisions)));
    return String.join(" · ", parts);
  }

  /** The day on which a run began; empty if it is not recorded. */
  static String day(RecordedEnvironment environment) {
    String started = environment.started();
    return started.length() < PublishedResults.DAY
        ? ""
        : started.substring(0, PublishedResults.DAY);
  }

  /** A CPU and its cores; empty if neither is recorded. */
  static String machine(RecordedEnvironment.Machine machine) {
    Integer cores = machine.cores();
    String count = cores == null ? "" : cores == 1 ? "1 core" : cores + " cores";
    return machine.cpu().isEmpty() || count.isEmpty()
        ? machine.cpu() + count
        : machine.cpu() + ", " + count;
  }

  /** The JDKs that rows were measured with, such as {@code JDK 17.0.15 and 25.0.3}. */
  static String jdks(List<RecordedRun> runs) {
    Set<String> jdks = new TreeSet<>();
    runs.forEach(run -> run.measurements().forEach(row -> jdks.add(row.settings().jdk())));
    jdks.remove("");
    return jdks.isEmpty() ? "" : "JDK " + Words.listed(List.copyOf(jdks));
  }

  private static void add(Collection<String> texts, String text) {
    if (!text.isEmpty()) {
      texts.add(text);
    }
  }

  /** When and where the runs were made, and the command of the largest. */
  static String sentence(List<RecordedRun> runs) {
    TreeSet<String> days = new TreeSet<>();
    TreeSet<String> machines = new TreeSet<>();
    TreeSet<String> jdks = new TreeSet<>();
    for (RecordedRun run : runs) {
      RecordedEnvironment environment = run.environment();
      days.add(PublishedResults.known(day(environment), "an unknown day"));
      machines.add(
          PublishedResults.known(environment.machine().cpu(), "an unknown machine")
              + " with "
              + Objects.requireNonNullElse(environment.machine().cores(), "?")
              + " cores");
      run.measurements().forEach(row -> jdks.add("JDK " + row.settings().jdk()));
    }
    return "Measured on "
        + Markdown.escape(Words.listed(List.copyOf(days)))
        + " on "
        + Markdown.escape(Words.listed(List.copyOf(machines)))
        + ", with "
        + Markdown.escape(Words.listed(List.copyOf(jdks)))
        + ", by commands such as "
        + Markdown.inline(Commands.ofRunElsewhere(largest(runs).environment().arguments()))
        + ".";
  }

  /** The run with the most variants. */
  private static RecordedRun largest(List<RecordedRun> runs) {
    return runs.stream()
        .max(Comparator.comparingInt(run -> run.measurements().size()))
        .orElseThrow();
  }
}
