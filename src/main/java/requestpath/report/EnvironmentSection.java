package requestpath.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import requestpath.report.Page.Detail;
import requestpath.report.Page.Environment;
import requestpath.result.Measurement;
import requestpath.result.RecordedEnvironment;
import requestpath.result.RecordedEnvironment.Session;
import requestpath.result.RecordedRun;
import requestpath.text.Figures;

/** Where a run was made, with which options, and the command that repeats it. */
final class EnvironmentSection {
  private final List<Detail> facts = new ArrayList<>();

  private EnvironmentSection() {}

  /**
   * Of a run; of a file of another project what JMH wrote into it.
   *
   * @param name of the run
   */
  static Environment of(RecordedRun run, String name) {
    EnvironmentSection section = new EnvironmentSection();
    section.machine(run.environment());
    section.run(run.environment());
    section.jvms(run);
    run.environment().libraries().forEach(section::add);
    return new Environment(
        name,
        RunNotes.of(run, name).stream().map(RunNotes.RunNote::sentence).distinct().toList(),
        section.facts,
        commands(run),
        run.environment().skipped());
  }

  private void machine(RecordedEnvironment environment) {
    RecordedEnvironment.Machine machine = environment.machine();
    add("CPU", machine.cpu());
    add("Cores", text(machine.cores()));
    add("Caches", String.join(", ", machine.caches()));
    add("Memory", gigabytes(machine.memoryBytes()));
    add("Memory limit", gigabytes(machine.memoryLimitBytes()));
    add("CPU quota, cores", text(machine.cpuQuotaCores()));
    add("Kernel", machine.kernel());
    add("Governor", machine.governor());
    sessions(environment.sessions());
    add("Steal", percent(environment.steal()));
  }

  private void run(RecordedEnvironment environment) {
    add("Started", environment.started());
    add("Ended", environment.ended());
    add(
        "Revision",
        environment.revision() + (environment.dirty() ? ", with uncommitted changes" : ""));
    add("Jar, SHA-256", environment.jar());
    add("Fixture, SHA-256", environment.fixture());
    environment.inputs().forEach((file, hash) -> add("Measured file, SHA-256", file + " " + hash));
    add("Target precision", percent(environment.precision()));
  }

  private void jvms(RecordedRun run) {
    RecordedEnvironment.Jvm jvm = run.environment().jvm();
    RecordedEnvironment.Jvm against = run.environment().against();
    add("JVM vendor", jvm.vendor());
    add("JVM options from the environment", pairs(jvm.variables(), "="));
    add("Recipe's JVM arguments that were replaced", String.join(" ", jvm.replaced()));
    add("Base", run.base());
    add("Base, JVM vendor", against.vendor());
    add("Base, JVM arguments", String.join(" ", against.arguments()));
    add("Base, jar, SHA-256", against.jar());
    TreeSet<String> jvms = new TreeSet<>();
    TreeSet<String> jvmArguments = new TreeSet<>();
    TreeSet<String> options = new TreeSet<>();
    for (Measurement measurement : run.measurements()) {
      jvms.add(
          ("JDK " + measurement.settings().jdk() + ", " + measurement.settings().vm()).strip());
      jvmArguments.add(String.join(" ", measurement.settings().jvmArguments()));
      options.add(options(measurement, ""));
    }
    jvms.forEach(each -> add("JVM", each));
    jvmArguments.forEach(arguments -> add("JVM arguments", arguments));
    options.forEach(each -> add("Options", each));
  }

  /** Such as {@code A=1, B=2}. */
  static String pairs(Map<String, String> map, String between) {
    return map.entrySet().stream()
        .map(entry -> entry.getKey() + between + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  /** The options of JMH that each fork of a row was measured with, whatever their number. */
  static String optionsOfAFork(Measurement measurement) {
    return options(measurement, "-f");
  }

  private static String options(Measurement measurement, String without) {
    return measurement.settings().options().entrySet().stream()
        .filter(option -> !option.getKey().equals(without))
        .map(option -> option.getKey() + " " + option.getValue().replace(" ", ""))
        .collect(Collectors.joining(" "));
  }

  private static List<String> commands(RecordedRun run) {
    if (!run.isRecorded()) {
      return List.of();
    }
    List<String> commands = new ArrayList<>();
    String revision = run.environment().revision();
    if (!revision.isEmpty()) {
      commands.add("git checkout " + Commands.quoted(revision));
      commands.add("mvn -q -DskipTests package");
    }
    String command = Commands.ofRun(run.environment().arguments());
    Long seed = run.environment().seed();
    commands.add(
        seed == null || command.contains(" --seed") ? command : command + " --seed " + seed);
    return commands;
  }

  /** A run that was resumed has several. */
  private void sessions(List<Session> sessions) {
    boolean isOne = sessions.size() == 1;
    for (int i = 0; i < sessions.size(); i++) {
      Session session = sessions.get(i);
      add(
          "Load before and after" + (isOne ? "" : ", session " + (i + 1)),
          load(session.loadBefore()) + ", " + load(session.loadAfter()));
      if (!isOne) {
        String end = session.ended().isEmpty() ? "its interruption" : session.ended();
        add("Session " + (i + 1), session.started() + " to " + end);
      }
    }
  }

  private void add(String name, String text) {
    if (!text.isBlank()) {
      facts.add(new Detail(name, text, "", false));
    }
  }

  private static String load(@Nullable Double load) {
    return load == null ? "unknown" : String.format(Locale.ROOT, "%.2f", load);
  }

  private static String percent(@Nullable Double share) {
    return share == null ? "" : Figures.percent(share);
  }

  private static String gigabytes(@Nullable Long bytes) {
    return bytes == null ? "" : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }

  private static String text(@Nullable Number number) {
    return number == null ? "" : number.toString();
  }
}
