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
      Stream.of(
              HardDecimals.values(), JsonNumberCheck.values(), JsonCheck.values(), NotJson.values())
          .<Check<JsonVariant>>flatMap(Stream::of)
          .toList();

  /** Is told how much of the checks is done. */
  public interface Progress {
    /**
     * A step is done.
     *
     * @param steps that are done
     * @param all that there are
     */
    void done(int steps, int all);
  }

  private Conformance() {}

  /** The variants that this JVM can check; a name that both formats have comes once. */
  public static List<String> rows() {
    return Stream.concat(
            Stream.of(JsonLibrary.values())
                .filter(library -> JsonVariant.supportsAny(library).isSupported())
                .map(JsonLibrary::name),
            Stream.of(MsgPackLibrary.values()).map(MsgPackLibrary::name))
        .distinct()
        .toList();
  }

  /** The variants that are skipped on this JVM, each with the reason. */
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

  /** The results of some variants, check by check, variants in the order of their enums. */
  public static List<CheckResult> check(Collection<String> variants) {
    return check(variants, (steps, all) -> {});
  }

  /**
   * The same.
   *
   * @param progress is told after each step
   */
  public static List<CheckResult> check(Collection<String> variants, Progress progress) {
    List<JsonVariant> json = new ArrayList<>();
    for (JsonLibrary library : JsonLibrary.values()) {
      if (variants.contains(library.name())) {
        Variant.bindings(library::supports)
            .forEach(binding -> json.add(new JsonVariant(library, binding)));
      }
    }
    List<MsgPackVariant> messagePack = new ArrayList<>();
    for (MsgPackLibrary library : MsgPackLibrary.values()) {
      if (variants.contains(library.name())) {
        Variant.bindings(library::supports)
            .forEach(binding -> messagePack.add(new MsgPackVariant(library, binding)));
      }
    }
    Checking<JsonVariant> ofJson = new Checking<>("JSON", OF_JSON, json);
    Checking<MsgPackVariant> ofMessagePack =
        new Checking<>("MessagePack", List.of(MsgPackCheck.values()), messagePack);
    Steps steps = new Steps(progress, ofJson.steps() + ofMessagePack.steps());
    ofJson.runFirst(steps);
    ofMessagePack.runFirst(steps);
    List<CheckResult> results = new ArrayList<>(ofJson.runAll(steps));
    results.addAll(ofMessagePack.runAll(steps));
    return results;
  }

  /** The results that a variant must not have, because it claims to do the same as the others. */
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

  /** Counts what is done. */
  private static final class Steps {
    private final Progress progress;
    private final int all;
    private int done;

    Steps(Progress progress, int all) {
      this.progress = progress;
      this.all = all;
    }

    void next() {
      done++;
      progress.done(done, all);
    }
  }

  /** Runs all checks of a format on all its variants. */
  private static final class Checking<V extends Variant> {
    private final String format;
    private final List<? extends Check<V>> checks;
    private final List<V> variants;
    private final Map<List<Object>, Warm> warm = new HashMap<>();

    Checking(String format, List<? extends Check<V>> checks, List<V> variants) {
      this.format = format;
      this.checks = checks;
      this.variants = variants;
    }

    private Warm warm(Check<V> check, V variant) {
      return warm.computeIfAbsent(List.of(check, variant), none -> Warm.first(check, variant));
    }

    private List<V> concerned(Check<V> check) {
      return variants.stream().filter(check::concerns).toList();
    }

    /**
     * Runs each check that needs cold code once, on each variant. If variants share a library's
     * classes, such as those of Jackson, the code has run once for each variant before.
     */
    void runFirst(Steps steps) {
      for (Check<V> check : checks) {
        if (check.isFirst()) {
          for (V variant : concerned(check)) {
            warm(check, variant);
            steps.next();
          }
        }
      }
    }

    /** How many steps both have. */
    int steps() {
      return checks.stream()
          .mapToInt(
              check ->
                  concerned(check).size()
                      * (1 + (check.isFirst() ? 1 : 0) + (check.isRepeated() ? 1 : 0)))
          .sum();
    }

    List<CheckResult> runAll(Steps steps) {
      for (Check<V> check : checks) {
        if (check.isRepeated()) {
          for (V variant : concerned(check)) {
            warm(check, variant).up(check, variant);
            steps.next();
          }
        }
      }
      List<CheckResult> results = new ArrayList<>();
      for (Check<V> check : checks) {
        Map<String, Map<Outcome, List<Binding>>> outcomes = new LinkedHashMap<>();
        for (V variant : concerned(check)) {
          Outcome outcome =
              check.isRepeated()
                  ? warm(check, variant).then(check, variant)
                  : Limited.outcome(check, variant);
          outcomes
              .computeIfAbsent(variant.name(), none -> new LinkedHashMap<>())
              .computeIfAbsent(outcome, none -> new ArrayList<>())
              .add(variant.binding());
          steps.next();
        }
        outcomes.forEach((variant, byOutcome) -> addTo(results, check, variant, byOutcome));
      }
      return results;
    }

    private void addTo(
        List<CheckResult> results,
        Check<V> check,
        String variant,
        Map<Outcome, List<Binding>> byOutcome) {
      byOutcome.forEach(
          (outcome, bindings) ->
              results.add(
                  new CheckResult(
                      format,
                      check.names(),
                      variant,
                      List.copyOf(bindings),
                      byOutcome.size() > 1,
                      check.title(),
                      outcome,
                      check.mark(outcome).orElse(null),
                      Promises.of(variant, check))));
    }
  }
}
