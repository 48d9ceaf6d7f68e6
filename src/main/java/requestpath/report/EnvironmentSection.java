package requestpath.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import requestpath.report.Page.Detail;
import requestpath.report.Page.Environment;

/** Where a run was made, with which options, and the command that repeats it. */
final class EnvironmentSection {
  private EnvironmentSection() {}

  /** Of a run; of a file of another project what JMH wrote into it. */
  static Environment of(Run run) {
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
    add(facts, "Load before and after", both(environment, "loadBefore", "loadAfter"));
    if (environment.path("steal").isNumber()) {
      add(facts, "Steal", Figures.percent(environment.path("steal").asDouble()));
    }
    add(facts, "Started", environment.path("started").asText());
    add(facts, "Ended", environment.path("ended").asText());
    add(facts, "Revision", environment.path("revision").asText());
    add(facts, "Jar, SHA-256", environment.path("jar").asText());
    add(facts, "Fixture, SHA-256", environment.path("fixture").asText());
    add(facts, "Precision asked for", percent(environment.path("precision")));
    TreeSet<String> jvms = new TreeSet<>();
    TreeSet<String> jvmArguments = new TreeSet<>();
    TreeSet<String> options = new TreeSet<>();
    for (Measurement measurement : run.measurements()) {
      jvms.add(
          ("JDK " + measurement.settings().jdk() + ", " + measurement.settings().vm()).strip());
      jvmArguments.add(String.join(" ", measurement.settings().jvmArguments()));
      options.add(options(measurement));
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

  /** The options of JMH that a row was measured with, as on the command line. */
  static String options(Measurement measurement) {
    return measurement.settings().options().entrySet().stream()
        .map(option -> option.getKey() + " " + option.getValue().replace(" ", ""))
        .collect(Collectors.joining(" "));
  }

  private static List<String> commands(Run run) {
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

  private static String both(JsonNode node, String first, String second) {
    return node.path(first).isNumber()
        ? node.path(first).asText() + ", " + node.path(second).asText("unknown")
        : "";
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
