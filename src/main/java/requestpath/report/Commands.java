package requestpath.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import requestpath.result.Measurement;
import requestpath.result.RowKey;

/** Commands that a reader can paste into a shell. */
final class Commands {
  private static final String CLASS_PATH = "--classpath";
  private static final String IGNORE = "--ignore-other-versions";

  private Commands() {}

  /**
   * Measures a row alone.
   *
   * @param arguments of its run
   */
  static String alone(Measurement measurement, List<String> arguments) {
    return alone(measurement, measurement.parameters(), arguments);
  }

  /** Measures the same with other values of the parameters. */
  static String alone(
      Measurement measurement, Map<String, String> parameters, List<String> arguments) {
    StringBuilder command = new StringBuilder("java -jar target/benchmarks.jar ");
    command.append(quoted(measurement.benchmark().replace(".", "\\.").replace("$", "\\$") + "$"));
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      if (!parameter.getKey().equals(RowKey.SIDE)) {
        command.append(" -p ").append(quoted(parameter.getKey() + "=" + parameter.getValue()));
      }
    }
    if (!measurement.mode().equals("avgt") || !measurement.isOurs()) {
      command.append(" -bm ").append(quoted(measurement.mode()));
    }
    if (measurement.settings().threads() > 1) {
      command.append(" -t ").append(measurement.settings().threads());
    }
    return command.append(ownTypes(arguments)).toString();
  }

  /** The options of a run that name the user's own types. */
  private static String ownTypes(List<String> arguments) {
    StringBuilder options = new StringBuilder();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals(CLASS_PATH) && i + 1 < arguments.size()) {
        options.append(' ').append(argument).append(' ').append(quoted(arguments.get(i + 1)));
      } else if (argument.startsWith(CLASS_PATH + "=") || argument.equals(IGNORE)) {
        options.append(' ').append(quoted(argument));
      }
    }
    return options.toString();
  }

  /** The command line of a run, from the words it was given. */
  static String ofRun(List<String> arguments) {
    StringBuilder command = new StringBuilder("java -jar target/benchmarks.jar");
    arguments.forEach(argument -> command.append(' ').append(quoted(argument)));
    return command.toString();
  }

  /** The same for readers who have their JDKs elsewhere: {@code JDK_HOME} stands for one. */
  static String ofRunElsewhere(List<String> arguments) {
    List<String> words = new ArrayList<>(arguments);
    int jvm = words.indexOf("--against-jvm") + 1;
    if (jvm > 0 && jvm < words.size()) {
      words.set(jvm, "JDK_HOME");
    }
    return ofRun(words);
  }

  /** A word, quoted for a shell if necessary. */
  static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./:=,@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
