package requestpath.report;

import java.util.List;
import java.util.Map;
import requestpath.result.Measurement;
import requestpath.result.RowKey;

/** Commands that a reader can paste into a shell. */
final class Commands {
  private Commands() {}

  /** Measures a row alone. */
  static String alone(Measurement measurement) {
    return alone(measurement, measurement.parameters());
  }

  /** Measures the same with other values of the parameters. */
  static String alone(Measurement measurement, Map<String, String> parameters) {
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
    return command.toString();
  }

  /** The command line of a run, from the words it was given. */
  static String ofRun(List<String> arguments) {
    StringBuilder command = new StringBuilder("java -jar target/benchmarks.jar");
    arguments.forEach(argument -> command.append(' ').append(quoted(argument)));
    return command.toString();
  }

  /** A word, quoted for a shell if necessary. */
  static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./:=,@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
