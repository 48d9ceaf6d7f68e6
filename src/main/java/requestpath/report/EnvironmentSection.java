package requestpath.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import requestpath.report.Page.Detail;
import requestpath.report.Page.Environment;
import requestpath.result.Measurement;
import requestpath.result.RecordedRun;
import requestpath.text.Figures;

/** Where a run was made, with which options, and the command that repeats it. */
final class EnvironmentSection {
  private EnvironmentSection() {}

  /** Of a run; of a file of another project what JMH wrote into it. */
  static Environment of(RecordedRun run) {
    List<Detail> facts = new ArrayList<>();
    JsonNode environment = run.environment();
    JsonNode machine = environment.path("machine");
    add(facts, "CPU", machine.path("cpu").asText());
    add(facts, "Cores", machine.path("cores").asText());
    add(facts, "Caches", joined(machine.path("caches"), ", "));
    if (machine.path("memoryBytes").isNumber()) {
      add(facts, "Memory", gigabytes(machine.path("memoryBytes").asLong()));
    }
    if (machine.path("memoryLimitBytes").isNumber()) {
      add(facts, "Memory limit", gigabytes(machine.path("memoryLimitBytes").asLong()));
    }
    add(facts, "CPU quota, cores", machine.path("cpuQuotaCores").asText());
    add(facts, "Kernel", machine.path("kernel").asText());
    add(facts, "Governor", machine.path("governor").asText());
    sessions(facts, environment.path("sessions"));
    if (environment.path("steal").isNumber()) {
      add(facts, "Steal", Figures.percent(environment.path("steal").asDouble()));
    }
    add(facts, "Started", environment.path("started").asText());
    add(facts, "Ended", environment.path("ended").asText());
    String revision = environment.path("revision").asText();
    boolean isDirty = environment.path("dirty").asBoolean();
    add(facts, "Revision", isDirty ? revision + ", with changes not committed" : revision);
    add(facts, "Jar, SHA-256", environment.path("jar").asText());
    add(facts, "Fixture, SHA-256", environment.path("fixture").asText());
    inputs(run).forEach(input -> add(facts, "Measured file, SHA-256", input));
    add(facts, "Precision asked for", percent(environment.path("precision")));
    add(facts, "JVM vendor", environment.path("jvm").path("vendor").asText());
    add(facts, "JVM options from the environment", jvmVariables(run));
    add(
        facts,
        "Recipe's JVM arguments that were replaced",
        joined(environment.path("jvm").path("replaced"), " "));
    JsonNode against = environment.path("against");
    add(facts, "Other side", run.otherSide());
    add(facts, "Other side, JVM vendor", against.path("vendor").asText());
    add(facts, "Other side, JVM arguments", joined(against.path("arguments"), " "));
    add(facts, "Other side, jar, SHA-256", against.path("jar").asText());
    TreeSet<String> jvms = new TreeSet<>();
    TreeSet<String> jvmArguments = new TreeSet<>();
    TreeSet<String> options = new TreeSet<>();
    for (Measurement measurement : run.measurements()) {
      jvms.add(
          ("JDK " + measurement.settings().jdk() + ", " + measurement.settings().vm()).strip());
      jvmArguments.add(String.join(" ", measurement.settings().jvmArguments()));
      options.add(options(measurement, ""));
    }
    jvms.forEach(jvm -> add(facts, "JVM", jvm));
    jvmArguments.forEach(arguments -> add(facts, "JVM arguments", arguments));
    options.forEach(each -> add(facts, "Options", each));
    environment
        .path("libraries")
        .properties()
        .forEach(entry -> add(facts, entry.getKey(), entry.getValue().asText()));
    return new Environment(run.name(), facts, commands(run));
  }

  /** The files of the reader's that were measured, each with its hash. */
  static List<String> inputs(RecordedRun run) {
    List<String> inputs = new ArrayList<>();
    run.environment()
        .path("inputs")
        .properties()
        .forEach(input -> inputs.add(input.getKey() + " " + input.getValue().asText()));
    return inputs;
  }

  /** The environment variables that the JVMs of a run read; empty for none. */
  static String jvmVariables(RecordedRun run) {
    List<String> variables = new ArrayList<>();
    run.environment()
        .path("jvm")
        .path("variables")
        .properties()
        .forEach(entry -> variables.add(entry.getKey() + "=" + entry.getValue().asText()));
    return String.join(", ", variables);
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
    JsonNode environment = run.environment();
    if (!environment.isObject()) {
      return List.of();
    }
    List<String> commands = new ArrayList<>();
    String revision = environment.path("revision").asText();
    if (!revision.isEmpty()) {
      commands.add("git checkout " + Commands.quoted(revision));
      commands.add("mvn -q -DskipTests package");
    }
    StringBuilder command = new StringBuilder("java -jar target/benchmarks.jar");
    environment
        .path("arguments")
        .forEach(word -> command.append(' ').append(Commands.quoted(word.asText())));
    if (environment.path("seed").isNumber() && !command.toString().contains(" --seed")) {
      command.append(" --seed ").append(environment.path("seed").asText());
    }
    commands.add(command.toString());
    return commands;
  }

  private static void add(List<Detail> facts, String name, String text) {
    if (!text.isBlank()) {
      facts.add(new Detail(name, text, "", false));
    }
  }

  /** A run that was cut off and went on has several. */
  private static void sessions(List<Detail> facts, JsonNode sessions) {
    int index = 0;
    for (JsonNode session : sessions) {
      index++;
      String which = sessions.size() > 1 ? ", session " + index : "";
      add(
          facts,
          "Load before and after" + which,
          load(session, "loadBefore") + ", " + load(session, "loadAfter"));
      if (sessions.size() > 1) {
        add(
            facts,
            "Session " + index,
            session.path("started").asText()
                + " to "
                + session.path("ended").asText("where it was cut off"));
      }
    }
  }

  private static String load(JsonNode session, String name) {
    return session.path(name).isNumber()
        ? String.format(Locale.ROOT, "%.2f", session.path(name).asDouble())
        : "unknown";
  }

  private static String percent(JsonNode node) {
    return node.isNumber() ? Figures.percent(node.asDouble()) : "";
  }

  private static String gigabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }

  private static String joined(JsonNode list, String separator) {
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(each.asText()));
    return String.join(separator, texts);
  }
}
