package requestpath.harness.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import requestpath.harness.api.UsageException;

/**
 * What {@code -lp} prints: benchmarks and their parameters, each with its default values as JMH
 * lists them, and with the other values that it can take.
 */
public final class ParameterListing {
  private static final String BEFORE_BOUNDS = "choose ";

  private ParameterListing() {}

  /**
   * The benchmarks that the command line selects, in lines.
   *
   * @throws UsageException when it selects none
   */
  public static List<String> lines(JmhLine line) throws UsageException {
    List<String> lines = new ArrayList<>();
    lines.add("Benchmarks:");
    for (BenchmarkListEntry entry : Selection.matching(line.options())) {
      lines.add(entry.getUsername());
      ParameterFields fields = new ParameterFields(entry.getUserClassQName());
      for (String name : fields.names()) {
        List<String> values = values(entry, name, line.options());
        lines.add(
            "  param \""
                + name
                + "\" = {"
                + String.join(", ", values)
                + "}"
                + others(entry, fields, name, values));
      }
    }
    return lines;
  }

  private static List<String> values(
      BenchmarkListEntry entry, String name, CommandLineOptions options) {
    Map<String, String[]> defaults = entry.getParams().orElse(Map.of());
    return List.copyOf(
        options
            .getParameter(name)
            .orElseGet(() -> List.of(defaults.getOrDefault(name, new String[0]))));
  }

  private static String others(
      BenchmarkListEntry entry, ParameterFields fields, String name, List<String> values) {
    if (fields.isNumber(name)) {
      return ", or " + bounds(entry, fields, name);
    }
    List<String> others = new ArrayList<>(fields.constants(name));
    if (others.isEmpty()) {
      return ", or any text";
    }
    others.removeAll(values);
    return others.isEmpty() ? "" : ", or " + String.join(", ", others);
  }

  /** The numbers that a parameter can take: what the benchmark says to one that is too low. */
  private static String bounds(BenchmarkListEntry entry, ParameterFields fields, String name) {
    try {
      fields.support(Map.of(name, String.valueOf(Integer.MIN_VALUE)), entry.getUsername());
    } catch (UsageException refusal) {
      String message = String.valueOf(refusal.getMessage());
      int bounds = message.indexOf(BEFORE_BOUNDS);
      if (bounds >= 0) {
        return message.substring(bounds + BEFORE_BOUNDS.length()).replaceFirst("^from ", "");
      }
    }
    return "any whole number";
  }
}
