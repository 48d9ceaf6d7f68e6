package requestpath.fidelity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import requestpath.fidelity.Answer.Verdict;
import requestpath.json.JsonLibrary;
import requestpath.msgpack.MsgPackLibrary;
import requestpath.payload.Support;

/** Asks every row every question. */
public final class Fidelity {
  private Fidelity() {}

  /** The names of all rows that this JVM can ask; one that both formats have comes once. */
  public static List<String> rows() {
    return Stream.concat(
            Stream.of(JsonLibrary.values())
                .filter(library -> JsonRow.supportsAny(library).isSupported())
                .map(JsonLibrary::name),
            Stream.of(MsgPackLibrary.values()).map(MsgPackLibrary::name))
        .distinct()
        .toList();
  }

  /** Rows that are skipped on this JVM, each with the reason. */
  public static Map<String, String> skipped() {
    Map<String, String> skipped = new LinkedHashMap<>();
    for (JsonLibrary library : JsonLibrary.values()) {
      Support support = JsonRow.supportsAny(library);
      if (!support.isSupported()) {
        skipped.put(library.name(), support.reason());
      }
    }
    return skipped;
  }

  /** The findings about some rows, question by question, rows in the order of their enums. */
  public static List<Finding> ask(Collection<String> rows) {
    List<Finding> findings = new ArrayList<>();
    List<JsonRow> json =
        Stream.of(JsonLibrary.values())
            .filter(library -> rows.contains(library.name()))
            .map(JsonRow::new)
            .toList();
    for (JsonQuestion question : JsonQuestion.values()) {
      for (JsonRow row : json) {
        if (question.concerns(row)) {
          findings.add(finding("JSON", row.name(), question, row));
        }
      }
    }
    List<MsgPackRow> messagePack =
        Stream.of(MsgPackLibrary.values())
            .filter(library -> rows.contains(library.name()))
            .map(MsgPackRow::new)
            .toList();
    for (MsgPackQuestion question : MsgPackQuestion.values()) {
      for (MsgPackRow row : messagePack) {
        if (question.concerns(row)) {
          findings.add(finding("MessagePack", row.name(), question, row));
        }
      }
    }
    return findings;
  }

  /** The findings that a row which claims equality must not have. */
  public static List<Finding> wrong(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.answer().verdict() == Verdict.WRONG)
        .toList();
  }

  private static <R> Finding finding(String format, String name, Question<R> question, R row) {
    return new Finding(
        format, name, question.title(), answer(question, row), Promises.of(name, question));
  }

  /** An answer in any case: what fails is an answer, too. */
  static <R> Answer answer(Question<R> question, R row) {
    try {
      return question.ask(row);
    } catch (Exception | LinkageError | VirtualMachineError | AssertionError e) {
      String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      return Answer.wrong("fails: " + e.getClass().getSimpleName() + ": " + shortened(message));
    }
  }

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }
}
