package requestpath.conformance;

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
import requestpath.codec.Mark;
import requestpath.codec.Marks;
import requestpath.codec.json.JsonLibrary;
import requestpath.codec.msgpack.MsgPackLibrary;
import requestpath.conformance.Answer.Verdict;
import requestpath.payload.Binding;
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
    List<JsonRow> json =
        Stream.of(JsonLibrary.values())
            .filter(library -> rows.contains(library.name()))
            .flatMap(
                library ->
                    JsonRow.bindings(library).stream()
                        .map(binding -> new JsonRow(library, binding)))
            .toList();
    Asking<JsonRow> ofJson =
        new Asking<>("JSON", OF_JSON, json, new HashMap<>(), JsonRow::name, JsonRow::binding);
    List<MsgPackRow> messagePack =
        Stream.of(MsgPackLibrary.values())
            .filter(library -> rows.contains(library.name()))
            .flatMap(
                library ->
                    MsgPackRow.bindings(library).stream()
                        .map(binding -> new MsgPackRow(library, binding)))
            .toList();
    Asking<MsgPackRow> ofMessagePack =
        new Asking<>(
            "MessagePack",
            List.of(MsgPackQuestion.values()),
            messagePack,
            new HashMap<>(),
            MsgPackRow::name,
            MsgPackRow::binding);
    ofJson.coldFirst();
    ofMessagePack.coldFirst();
    List<Finding> findings = new ArrayList<>(ofJson.all());
    findings.addAll(ofMessagePack.all());
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
      Map<List<Object>, Warm> warmed,
      Function<R, String> name,
      Function<R, Binding> binding) {

    /**
     * Runs each check that needs cold code once, on each variant in each binding. Where several of
     * them share a library's classes, such as those of Jackson, the earlier ones have run this code
     * once for each such check.
     */
    void coldFirst() {
      for (Question<R> question : questions) {
        for (R row : rows) {
          if (question.isAskedCold() && question.concerns(row)) {
            warmed.put(List.of(question, row), Warm.first(question, row));
          }
        }
      }
    }

    List<Finding> all() {
      for (Question<R> question : questions) {
        for (R row : rows) {
          if (question.isAskedWarm() && question.concerns(row)) {
            warmed
                .computeIfAbsent(List.of(question, row), none -> Warm.first(question, row))
                .up(question, row);
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
