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
import requestpath.conformance.Outcome.Verdict;
import requestpath.payload.Binding;
import requestpath.payload.Support;

/** Runs every check on every variant, in each of its bindings. */
public final class Conformance {
  /** All checks of JSON, in the order in which they are printed. */
  private static final List<Check<JsonVariant>> OF_JSON =
      Stream.of(HardDecimals.values(), JsonCheck.values(), NotJson.values())
          .<Check<JsonVariant>>flatMap(Stream::of)
          .toList();

  private Conformance() {}

  /** The names of all rows that this JVM can ask; one that both formats have comes once. */
  public static List<String> rows() {
    return Stream.concat(
            Stream.of(JsonLibrary.values())
                .filter(library -> JsonVariant.supportsAny(library).isSupported())
                .map(JsonLibrary::name),
            Stream.of(MsgPackLibrary.values()).map(MsgPackLibrary::name))
        .distinct()
        .toList();
  }

  /** Rows that are skipped on this JVM, each with the reason. */
  public static Map<String, String> skipped() {
    Map<String, String> skipped = new LinkedHashMap<>();
    for (JsonLibrary library : JsonLibrary.values()) {
      Support support = JsonVariant.supportsAny(library);
      if (!support.isSupported()) {
        skipped.put(library.name(), support.reason());
      }
    }
    return skipped;
  }

  /** The results about some rows, check by check, rows in the order of their enums. */
  public static List<CheckResult> check(Collection<String> rows) {
    List<JsonVariant> json =
        Stream.of(JsonLibrary.values())
            .filter(library -> rows.contains(library.name()))
            .flatMap(
                library ->
                    JsonVariant.bindings(library).stream()
                        .map(binding -> new JsonVariant(library, binding)))
            .toList();
    Asking<JsonVariant> ofJson =
        new Asking<>(
            "JSON", OF_JSON, json, new HashMap<>(), JsonVariant::name, JsonVariant::binding);
    List<MsgPackVariant> messagePack =
        Stream.of(MsgPackLibrary.values())
            .filter(library -> rows.contains(library.name()))
            .flatMap(
                library ->
                    MsgPackVariant.bindings(library).stream()
                        .map(binding -> new MsgPackVariant(library, binding)))
            .toList();
    Asking<MsgPackVariant> ofMessagePack =
        new Asking<>(
            "MessagePack",
            List.of(MsgPackCheck.values()),
            messagePack,
            new HashMap<>(),
            MsgPackVariant::name,
            MsgPackVariant::binding);
    ofJson.coldFirst();
    ofMessagePack.coldFirst();
    List<CheckResult> results = new ArrayList<>(ofJson.all());
    results.addAll(ofMessagePack.all());
    return results;
  }

  /** The results that a row which claims equality must not have. */
  public static List<CheckResult> wrong(List<CheckResult> results) {
    return results.stream().filter(result -> result.outcome().verdict() == Verdict.WRONG).toList();
  }

  /** The marks of the checked variants. */
  public static Marks marks(List<CheckResult> results) {
    Map<String, Map<Mark, Map<String, Set<Binding>>>> marks = new TreeMap<>();
    for (CheckResult result : results) {
      Mark mark = result.mark();
      if (mark != null) {
        marks
            .computeIfAbsent(result.row(), none -> new EnumMap<>(Mark.class))
            .computeIfAbsent(mark, none -> new TreeMap<>())
            .computeIfAbsent(result.check(), none -> new TreeSet<>())
            .addAll(result.bindings());
      }
    }
    return new Marks(marks);
  }

  /** Runs all checks of a format on all its variants. */
  private record Asking<R>(
      String format,
      List<? extends Check<R>> checks,
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
      for (Check<R> check : checks) {
        for (R row : rows) {
          if (check.isAskedCold() && check.concerns(row)) {
            warmed.put(List.of(check, row), Warm.first(check, row));
          }
        }
      }
    }

    List<CheckResult> all() {
      for (Check<R> check : checks) {
        for (R row : rows) {
          if (check.isAskedWarm() && check.concerns(row)) {
            warmed
                .computeIfAbsent(List.of(check, row), none -> Warm.first(check, row))
                .up(check, row);
          }
        }
      }
      List<CheckResult> results = new ArrayList<>();
      for (Check<R> check : checks) {
        Map<String, Map<Outcome, List<Binding>>> outcomes = new LinkedHashMap<>();
        for (R row : rows) {
          if (check.concerns(row)) {
            Warm warm = warmed.get(List.of(check, row));
            Outcome outcome = warm == null ? Limited.outcome(check, row) : warm.then(check, row);
            outcomes
                .computeIfAbsent(name.apply(row), none -> new LinkedHashMap<>())
                .computeIfAbsent(outcome, none -> new ArrayList<>())
                .add(binding.apply(row));
          }
        }
        outcomes.forEach(
            (row, byAnswer) ->
                byAnswer.forEach(
                    (outcome, bindings) ->
                        results.add(
                            new CheckResult(
                                format,
                                row,
                                List.copyOf(bindings),
                                byAnswer.size() > 1,
                                check.title(),
                                outcome,
                                check.mark(outcome).orElse(null),
                                Promises.of(row, check)))));
      }
      return results;
    }
  }
}
