package requestpath.fidelity;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import requestpath.fidelity.Answer.Verdict;

/** Findings as people and as programs read them. */
public final class FidelityReport {
  private static final int WIDTH = 120;
  private static final String INDENT = "    ";

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
        table.append(format.toUpperCase(java.util.Locale.ROOT)).append("\n\n");
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
    return new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValueAsString(findings);
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

  private static void append(StringBuilder table, Answer answer, List<Finding> same) {
    String mark =
        answer.verdict() == Verdict.WRONG
            ? "  ! "
            : answer.verdict() == Verdict.DIFFERS ? "  ~ " : INDENT;
    StringBuilder line = new StringBuilder(mark).append(answer.text()).append(": ");
    for (int i = 0; i < same.size(); i++) {
      String name = same.get(i).row() + (i + 1 < same.size() ? ", " : "");
      if (line.length() + name.length() > WIDTH) {
        table.append(line.toString().stripTrailing()).append('\n');
        line = new StringBuilder(INDENT).append("  ");
      }
      line.append(name);
    }
    table.append(line).append('\n');
    for (Finding finding : same) {
      if (!finding.promise().isEmpty()) {
        table.append(INDENT).append("  ").append(finding.row()).append(": ");
        table.append(finding.promise()).append('\n');
      }
    }
  }
}
