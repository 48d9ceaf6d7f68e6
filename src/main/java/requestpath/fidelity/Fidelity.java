package requestpath.fidelity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import requestpath.fidelity.Answer.Verdict;
import requestpath.json.JsonLibrary;
import requestpath.msgpack.MsgPackLibrary;
import requestpath.payload.Binding;
import requestpath.payload.Mark;
import requestpath.payload.Marks;
import requestpath.payload.Support;

/** Runs every check on every variant, in each of its bindings. */
public final class Fidelity {
  /** All checks of JSON, in the order in which they are printed. */
  private static final List<Question<JsonRow>> OF_JSON =
      Stream.of(HardDecimals.values(), JsonQuestion.values(), NotJson.values())
          .<Question<JsonRow>>flatMap(Stream::of)
          .toList();

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
            .flatMap(
                library ->
                    JsonRow.bindings(library).stream()
                        .map(binding -> new JsonRow(library, binding)))
            .toList();
    findings.addAll(new Asking<>("JSON", OF_JSON, json, JsonRow::name, JsonRow::binding).all());
    List<MsgPackRow> messagePack =
        Stream.of(MsgPackLibrary.values())
            .filter(library -> rows.contains(library.name()))
            .flatMap(
                library ->
                    MsgPackRow.bindings(library).stream()
                        .map(binding -> new MsgPackRow(library, binding)))
            .toList();
    findings.addAll(
        new Asking<>(
                "MessagePack",
                List.of(MsgPackQuestion.values()),
                messagePack,
                MsgPackRow::name,
                MsgPackRow::binding)
            .all());
    return findings;
  }

  /** The findings that a row which claims equality must not have. */
  public static List<Finding> wrong(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.answer().verdict() == Verdict.WRONG)
        .toList();
  }

  /** The marks of the checked variants. */
  public static Marks marks(List<Finding> findings) {
    Map<String, Map<Mark, Map<String, Set<Binding>>>> marks = new TreeMap<>();
    for (Finding finding : findings) {
      Mark mark = finding.mark();
      if (mark != null) {
        marks
            .computeIfAbsent(finding.row(), none -> new EnumMap<>(Mark.class))
            .computeIfAbsent(mark, none -> new TreeMap<>())
            .computeIfAbsent(finding.question(), none -> new TreeSet<>())
            .addAll(finding.bindings());
      }
    }
    return new Marks(marks);
  }

  /** Runs all checks of a format on all its variants. */
  private record Asking<R>(
      String format,
      List<? extends Question<R>> questions,
      List<R> rows,
      Function<R, String> name,
      Function<R, Binding> binding) {

    List<Finding> all() {
      // First the checks that need code which has hardly run.
      Map<List<Object>, Warm> warmed = new HashMap<>();
      for (Question<R> question : questions) {
        for (R row : rows) {
          if (question.isAskedWarm() && question.concerns(row)) {
            warmed.put(List.of(question, row), Warm.up(question, row));
          }
        }
      }
      List<Finding> findings = new ArrayList<>();
      for (Question<R> question : questions) {
        Map<String, Map<Answer, List<Binding>>> answers = new LinkedHashMap<>();
        for (R row : rows) {
          if (question.concerns(row)) {
            Warm warm = warmed.get(List.of(question, row));
            Answer answer = warm == null ? Limited.answer(question, row) : warm.then(question, row);
            answers
                .computeIfAbsent(name.apply(row), none -> new LinkedHashMap<>())
                .computeIfAbsent(answer, none -> new ArrayList<>())
                .add(binding.apply(row));
          }
        }
        answers.forEach(
            (row, byAnswer) ->
                byAnswer.forEach(
                    (answer, bindings) ->
                        findings.add(
                            new Finding(
                                format,
                                row,
                                List.copyOf(bindings),
                                byAnswer.size() > 1,
                                question.title(),
                                answer,
                                question.mark(answer).orElse(null),
                                Promises.of(row, question)))));
      }
      return findings;
    }
  }
}
