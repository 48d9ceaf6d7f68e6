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
import requestpath.conformance.Answer.Verdict;

/** Findings as people and as programs read them. */
public final class FidelityReport {
  private static final int WIDTH = 120;
  private static final String INDENT = "    ";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private FidelityReport() {}

  /**
   * A table: each question, under it each answer with the rows that gave it. {@code !} marks what a
   * row that claims equality must not do, {@code ~} where libraries differ and may.
   */
  public static String table(List<Finding> findings) {
    StringBuilder table = new StringBuilder();
    String format = "";
    for (Map.Entry<String, Map<Answer, List<Finding>>> question : grouped(findings).entrySet()) {
      Finding first = question.getValue().values().iterator().next().get(0);
      if (!first.format().equals(format)) {
        format = first.format();
        table.append(format.toUpperCase(Locale.ROOT)).append("\n\n");
        if (format.equals("JSON")) {
          table.append(levels(findings));
        }
      }
      table.append(first.question()).append('\n');
      question.getValue().forEach((answer, same) -> append(table, answer, same));
      table.append('\n');
    }
    return table.toString();
  }

  /**
   * The findings as a JSON array.
   *
   * @throws IOException never, in memory
   */
  public static String json(List<Finding> findings) throws IOException {
    return JSON.writeValueAsString(findings);
  }

  /**
   * Marks in the form of {@code marks.json}.
   *
   * @throws IOException never, in memory
   */
  static String json(Marks marks) throws IOException {
    return JSON.writeValueAsString(marks.variants()) + "\n";
  }

  private static Map<String, Map<Answer, List<Finding>>> grouped(List<Finding> findings) {
    Map<String, Map<Answer, List<Finding>>> grouped = new LinkedHashMap<>();
    for (Finding finding : findings) {
      grouped
          .computeIfAbsent(
              finding.format() + " " + finding.question(), key -> new LinkedHashMap<>())
          .computeIfAbsent(finding.answer(), key -> new ArrayList<>())
          .add(finding);
    }
    return grouped;
  }

  /** The variants at each level of exactness. */
  private static String levels(List<Finding> findings) {
    Map<Exactness, List<String>> variants = new EnumMap<>(Exactness.class);
    Exactness.of(findings)
        .forEach(
            (variant, levels) ->
                levels.forEach(
                    (level, bindings) ->
                        variants
                            .computeIfAbsent(level, none -> new ArrayList<>())
                            .add(
                                levels.size() == 1
                                    ? variant
                                    : variant + " " + Finding.inBrackets(bindings))));
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

  private static void append(StringBuilder table, Answer answer, List<Finding> same) {
    String mark =
        answer.verdict() == Verdict.WRONG
            ? "  ! "
            : answer.verdict() == Verdict.DIFFERS ? "  ~ " : INDENT;
    append(table, mark + answer.text() + ": ", same.stream().map(Finding::label).toList());
    for (Finding finding : same) {
      if (!finding.promise().isEmpty()) {
        table.append(INDENT).append("  ").append(finding.row()).append(": ");
        table.append(finding.promise()).append('\n');
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
