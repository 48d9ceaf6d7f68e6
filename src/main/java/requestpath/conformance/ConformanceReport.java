package requestpath.conformance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import requestpath.codec.Marks;
import requestpath.conformance.Outcome.Verdict;

/** Results of checks as a table for people and as JSON for programs. */
public final class ConformanceReport {
  private static final int WIDTH = 120;
  private static final String INDENT = "    ";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private ConformanceReport() {}

  /**
   * A table: each check, under it each outcome with its variants. {@code !} marks what a variant
   * must not do, {@code ~} what libraries do differently and may.
   */
  public static String table(List<CheckResult> results) {
    StringBuilder table = new StringBuilder();
    String format = "";
    for (Map.Entry<String, Map<Outcome, List<CheckResult>>> check : grouped(results).entrySet()) {
      CheckResult first = check.getValue().values().iterator().next().get(0);
      if (!first.format().equals(format)) {
        format = first.format();
        table.append(format.toUpperCase(Locale.ROOT)).append("\n\n");
        if (format.equals("JSON")) {
          table.append(levels(results));
        }
      }
      table.append(first.check()).append('\n');
      check.getValue().forEach((outcome, same) -> append(table, outcome, same));
      table.append('\n');
    }
    return table.toString();
  }

  /**
   * The results as a JSON array.
   *
   * @throws IOException never, in memory
   */
  public static String json(List<CheckResult> results) throws IOException {
    return JSON.writeValueAsString(results);
  }

  /**
   * Marks in the form of {@code marks.json}.
   *
   * @throws IOException never, in memory
   */
  static String json(Marks marks) throws IOException {
    return JSON.writeValueAsString(marks.variants()) + "\n";
  }

  private static Map<String, Map<Outcome, List<CheckResult>>> grouped(List<CheckResult> results) {
    Map<String, Map<Outcome, List<CheckResult>>> grouped = new LinkedHashMap<>();
    for (CheckResult result : results) {
      grouped
          .computeIfAbsent(result.format() + " " + result.check(), key -> new LinkedHashMap<>())
          .computeIfAbsent(result.outcome(), key -> new ArrayList<>())
          .add(result);
    }
    return grouped;
  }

  /** The variants at each level of exactness. */
  private static String levels(List<CheckResult> results) {
    Map<Exactness, List<String>> variants = new EnumMap<>(Exactness.class);
    Exactness.of(results)
        .forEach(
            (variant, levels) ->
                levels.forEach(
                    (level, bindings) ->
                        variants
                            .computeIfAbsent(level, none -> new ArrayList<>())
                            .add(
                                levels.size() == 1
                                    ? variant
                                    : variant + " " + CheckResult.inBrackets(bindings))));
    StringBuilder table = new StringBuilder("read exactly, by the checks of decimals below\n");
    variants.forEach(
        (level, names) ->
            append(
                table,
                (level.compareTo(Exactness.ANY_ACCEPTED) <= 0 ? INDENT : "  ~ ")
                    + level.title()
                    + ": ",
                names));
    return table.append('\n').toString();
  }

  private static void append(StringBuilder table, Outcome outcome, List<CheckResult> same) {
    String mark =
        outcome.verdict() == Verdict.WRONG
            ? "  ! "
            : outcome.verdict() == Verdict.DIFFERS ? "  ~ " : INDENT;
    append(table, mark + outcome.text() + ": ", same.stream().map(CheckResult::label).toList());
    for (CheckResult result : same) {
      if (!result.promise().isEmpty()) {
        table.append(INDENT).append("  ").append(result.row()).append(": ");
        table.append(result.promise()).append('\n');
      }
    }
  }

  private static void append(StringBuilder table, String start, List<String> names) {
    StringBuilder line = new StringBuilder(start);
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i) + (i + 1 < names.size() ? ", " : "");
      if (line.length() + name.length() > WIDTH) {
        table.append(line.toString().stripTrailing()).append('\n');
        line = new StringBuilder(INDENT).append("  ");
      }
      line.append(name);
    }
    table.append(line).append('\n');
  }
}
