package requestpath.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import requestpath.report.Behaviour.Check;
import requestpath.report.Page.Answer;
import requestpath.report.Page.Answers;
import requestpath.report.Page.Asked;
import requestpath.report.Page.Matrix;

/**
 * A {@link ConformanceMatrix} as tables, one for each subject. Variants with the same results share
 * a row.
 */
final class ConformanceTables {
  private static final String AS_EXPECTED = "✓";
  private static final String USUAL = "usual";
  private static final String OTHER = "other";

  /** The longest answer that a narrow column shows in full. */
  private static final int LONGEST = 34;

  private final ConformanceMatrix matrix;

  ConformanceTables(ConformanceMatrix matrix) {
    this.matrix = matrix;
  }

  /** The tables; none where variants do not differ. */
  List<Matrix> tables() {
    List<Matrix> tables = new ArrayList<>();
    for (String format : matrix.formats()) {
      for (String subject : matrix.subjects(format)) {
        List<Check> checks = matrix.differing(format, subject);
        tables.add(
            new Matrix(
                format + ": " + subject,
                checks.stream().map(check -> new Asked(check.label(), check.question())).toList(),
                rows(format, checks)));
      }
    }
    return tables;
  }

  /** The checks on which all variants agree: a sentence for each format, with what they do. */
  List<String> agreed() {
    List<String> sentences = new ArrayList<>();
    for (String format : matrix.formats()) {
      Map<String, List<String>> questions = new LinkedHashMap<>();
      for (Check check : matrix.agreed(format)) {
        questions
            .computeIfAbsent(String.join(" or ", matrix.answers(check)), none -> new ArrayList<>())
            .add(check.question());
      }
      int variants = matrix.variants(format).size();
      if (!questions.isEmpty() && variants > 1) {
        List<String> answers = new ArrayList<>();
        questions.forEach(
            (answer, checks) -> answers.add(answer + " (" + String.join("; ", checks) + ")"));
        sentences.add(
            format
                + ": all "
                + variants
                + " variants agree on "
                + matrix.agreed(format).size()
                + (matrix.agreed(format).size() == 1 ? " other check: " : " other checks: ")
                + String.join(", ", answers)
                + ".");
      }
    }
    return sentences;
  }

  /** The least conspicuous first. */
  private List<Answers> rows(String format, List<Check> checks) {
    Map<List<Answer>, List<String>> names = new LinkedHashMap<>();
    for (String variant : matrix.variants(format)) {
      List<Answer> cells = checks.stream().map(check -> answer(check, variant)).toList();
      names.computeIfAbsent(cells, none -> new ArrayList<>()).add(variant);
    }
    List<Answers> rows = new ArrayList<>();
    names.forEach((cells, variants) -> rows.add(new Answers(String.join(", ", variants), cells)));
    rows.sort(
        Comparator.comparingLong(
            row -> row.cells().stream().filter(cell -> cell.kind().equals(OTHER)).count()));
    return rows;
  }

  /**
   * What a variant does. If its bindings differ, they are named, and the results on which all
   * variants agree in a binding are only in the full text.
   */
  private Answer answer(Check check, String variant) {
    Map<String, List<String>> bindings = new LinkedHashMap<>();
    Map<String, Answer> answers = new LinkedHashMap<>();
    for (String binding : matrix.bindings(check)) {
      Behaviour behaviour = matrix.of(check, binding, variant);
      if (behaviour != null) {
        bindings.computeIfAbsent(behaviour.answer(), none -> new ArrayList<>()).add(binding);
        if (matrix.differs(check, binding) || !answers.containsKey(behaviour.answer())) {
          answers.put(behaviour.answer(), answer(check, binding, behaviour));
        }
      }
    }
    if (answers.size() == 1) {
      return answers.values().iterator().next();
    }
    List<String> texts = new ArrayList<>();
    List<String> full = new ArrayList<>();
    boolean isOther = false;
    for (Answer answer : answers.values()) {
      List<String> where = bindings.getOrDefault(answer.full(), List.of());
      String inBrackets = " (" + String.join(", ", where) + ")";
      full.add(answer.full() + inBrackets);
      if (where.stream().anyMatch(binding -> matrix.differs(check, binding))) {
        texts.add(answer.text() + inBrackets);
        isOther |= answer.kind().equals(OTHER);
      }
    }
    return answers.isEmpty()
        ? new Answer("–", "not checked", USUAL)
        : new Answer(
            String.join("; ", texts.isEmpty() ? full : texts),
            String.join("; ", full),
            isOther ? OTHER : USUAL);
  }

  private Answer answer(Check check, String binding, Behaviour behaviour) {
    String full = behaviour.answer();
    String usual = matrix.usual(check, binding);
    if (behaviour.isEqual()) {
      String more = full.startsWith(usual + ", ") ? full.substring(usual.length() + 2) : full;
      String text = full.equals(usual) ? AS_EXPECTED : AS_EXPECTED + " " + shortened(more);
      return new Answer(text, full, USUAL);
    }
    boolean isUsual = !matrix.isExpected(check) && full.equals(usual);
    return new Answer(shortened(full), full, isUsual ? USUAL : OTHER);
  }

  private static String shortened(String answer) {
    String text = answer.replaceAll(", (such as|all those of) .*", "");
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1).strip() + "…";
  }
}
