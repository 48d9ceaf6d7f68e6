package requestpath.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The libraries of {@link SampleRun}: their times, and what they are said to do to data. */
final class SampleLibraries {
  /** Each library's time as a multiple of the baseline's. */
  static final Map<String, Double> TRUTH = new LinkedHashMap<>();

  static {
    TRUTH.put("JACKSON2", 1.0);
    TRUTH.put("JACKSON2_AFTERBURNER", 0.94);
    TRUTH.put("JACKSON3", 1.0);
    TRUTH.put("GSON", 2.4);
    TRUTH.put("FASTJSON2", 0.43);
    TRUTH.put("DSL_JSON", 0.62);
    TRUTH.put("AVAJE_JSONB", 0.71);
    TRUTH.put("MOSHI", 1.9);
    TRUTH.put("YASSON", 3.6);
    TRUTH.put("ORG_JSON", 4.4);
    TRUTH.put("MICRONAUT_SERDE", 1.12);
  }

  private SampleLibraries() {}

  /** What libraries are said to do to data with records and maps. */
  static Map<String, List<Behaviour>> facts() {
    Map<String, List<Behaviour>> facts = new LinkedHashMap<>();
    for (String name : TRUTH.keySet()) {
      boolean isExact = !name.equals("YASSON");
      boolean isLenient = List.of("FASTJSON2", "AVAJE_JSONB").contains(name);
      boolean isSorted = List.of("FASTJSON2", "YASSON").contains(name);
      facts.put(
          name,
          List.of(
              fact("decimals", "DOUBLES_READ", isExact ? "exact" : "12 inexact", isExact),
              fact(
                  "texts", "NULLS", name.equals("GSON") ? "dropped" : "kept", !name.equals("GSON")),
              fact("texts", "ORDER", isSorted ? "by name" : "as declared", false),
              fact("texts", "UNKNOWN", "ignored", true),
              fact("not JSON", "TRAILING_COMMA", isLenient ? "accepted" : "refused", !isLenient)));
    }
    return facts;
  }

  /** Something that a library is said to do with records and maps; the question tells the check. */
  static Behaviour fact(String subject, String id, String answer, boolean isEqual) {
    return new Behaviour(
        new Behaviour.Check("JSON", id, subject, "label " + id, "question " + id),
        List.of("RECORD", "MAP"),
        answer,
        isEqual);
  }
}
