package requestpath.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import requestpath.codec.Mark;
import requestpath.codec.Marks;
import requestpath.codec.json.JsonLibrary;
import requestpath.payload.Binding;

/** Every variant is what it claims to be, and the table and the file hold every result. */
class ConformanceTest {
  private static final List<Integer> STEPS = new ArrayList<>();

  private static List<CheckResult> results;
  private static int allSteps;

  @BeforeAll
  static void check() {
    results =
        Conformance.check(
            Conformance.rows(),
            (steps, all) -> {
              STEPS.add(steps);
              allSteps = all;
            });
  }

  @Test
  void everyStepIsCounted() {
    assertThat(STEPS).hasSizeGreaterThan(results.size()).hasSize(allSteps);
    assertThat(STEPS.get(STEPS.size() - 1)).isEqualTo(allSteps);
  }

  @Test
  void everyVariantThatClaimsEqualityHasIt() {
    assertThat(Conformance.wrong(results)).isEmpty();
  }

  @Test
  void everyVariantIsChecked() {
    assertThat(results.stream().map(CheckResult::row).distinct())
        .containsExactlyInAnyOrderElementsOf(Conformance.rows());
  }

  @Test
  void outcomesAreObserved() {
    assertThat(outcome("GSON", JsonNumberCheck.NOT_A_NUMBER)).isEqualTo("refused");
    assertThat(outcomes("FORY_JSON", JsonCheck.BLANKS))
        .isEqualTo(
            Map.of(
                "read", List.of(Binding.RECORD, Binding.MAP),
                "refused after a colon", List.of(Binding.BEAN)));
    assertThat(outcome("JACKSON2", JsonNumberCheck.NOT_A_NUMBER))
        .isEqualTo("\"NaN\", \"Infinity\"");
    assertThat(outcome("DSL_JSON_INEXACT", JsonNumberCheck.TIME_STAMPS_READ))
        .isEqualTo("218 inexact");
    assertThat(outcome("AVAJE_JSONB_INEXACT", JsonNumberCheck.TIME_STAMPS_READ))
        .isEqualTo("218 inexact");
    assertThat(outcome("FASTJSON2", NotJson.TRAILING_COMMA)).isEqualTo("accepted");
    assertThat(outcome("YASSON", JsonNumberCheck.FRACTION)).isEqualTo("BigDecimal");
    assertThat(outcome("MOSHI", JsonCheck.MISSING)).isEqualTo("refused");
    assertThat(outcome("ORG_JSON", JsonCheck.DUPLICATE)).isEqualTo("refused");
    assertThat(outcome("MSGPACK_CORE", MsgPackCheck.LYING_TEXT)).isEqualTo("refused");
  }

  @Test
  void everyBindingIsChecked() {
    assertThat(outcomes("JACKSON_JR", JsonCheck.DUPLICATE))
        .isEqualTo(
            Map.of(
                "refused", List.of(Binding.MAP),
                "the last counts", List.of(Binding.RECORD, Binding.BEAN)));
    assertThat(outcomes("GSON", NotJson.LINE_BREAK_SKIPPED))
        .isEqualTo(
            Map.of(
                "refused", List.of(Binding.MAP),
                "accepted", List.of(Binding.RECORD, Binding.BEAN)));
  }

  @Test
  void aLibraryThatNeverReturnsHasNoAnswer() {
    assertThat(outcome("YASSON", JsonCheck.CUT_SHORT_SKIPPED)).isEqualTo("no answer in 2 s");
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain(JsonCheck.CUT_SHORT_SKIPPED.title());
  }

  @Test
  void everyPlainVariantReadsWhatEncodersWrite() {
    assertThat(Exactness.of(results))
        .allSatisfy(
            (variant, levels) -> {
              if (!variant.endsWith("_INEXACT")) {
                assertThat(levels.keySet()).as(variant).doesNotContain(Exactness.NEITHER);
              }
            });
    assertThat(Exactness.of(results).get("JACKSON2").keySet())
        .containsExactly(Exactness.ANY_DECIMAL);
    assertThat(Exactness.of(results).get("FASTJSON2"))
        .isEqualTo(
            Map.of(
                Exactness.ROUND_TRIP, List.of(Binding.RECORD, Binding.BEAN),
                Exactness.ANY_DECIMAL, List.of(Binding.MAP)));
    assertThat(Exactness.of(results).get("WAST").keySet()).containsExactly(Exactness.ROUND_TRIP);
    assertThat(Exactness.of(results).get("AVAJE_JSONB").keySet())
        .containsExactly(Exactness.ANY_ACCEPTED);
  }

  @Test
  void theRecordedMarksAreThoseObserved() throws IOException {
    Map<String, Map<Mark, Map<String, Set<Binding>>>> recorded = Marks.load().variants();
    Map<String, Map<Mark, Map<String, Set<Binding>>>> observed =
        Conformance.marks(results).variants();
    Path file = Path.of("target", "marks.json");
    Files.writeString(file, ConformanceReport.json(Conformance.marks(results)));
    for (String variant : Conformance.rows()) {
      for (Mark mark : Mark.values()) {
        assertThat(recorded.getOrDefault(variant, Map.of()).getOrDefault(mark, Map.of()))
            .as("%s %s in marks.json; %s holds what was observed", variant, mark, file)
            .isEqualTo(observed.getOrDefault(variant, Map.of()).getOrDefault(mark, Map.of()));
      }
    }
    assertThat(recorded.keySet()).isSubsetOf(Conformance.rows());
  }

  private static Map<String, List<Binding>> outcomes(String variant, Check<?> check) {
    return results.stream()
        .filter(result -> result.row().equals(variant))
        .filter(result -> result.check().equals(check.title()))
        .collect(Collectors.toMap(result -> result.outcome().text(), CheckResult::bindings));
  }

  private static String outcome(String variant, Check<?> check) {
    return results.stream()
        .filter(result -> result.row().equals(variant))
        .filter(result -> result.check().equals(check.title()))
        .map(result -> result.outcome().text())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theTableNamesTheVariantsOfEveryOutcome() {
    String table = ConformanceReport.table(results);
    assertThat(table).contains("  ~ 218 inexact: DSL_JSON_INEXACT, AVAJE_JSONB_INEXACT");
    assertThat(table.lines().map(String::length)).allMatch(length -> length <= 200);
    assertThat(table).contains("MESSAGEPACK");
  }

  @Test
  void theJsonHoldsEveryResult() throws IOException {
    JsonNode array = new ObjectMapper().readTree(ConformanceReport.json(results));
    assertThat(array).hasSameSizeAs(results);
    assertThat(array.get(0).get("outcome").get("verdict").asText()).isEqualTo("EQUAL");
  }

  @Test
  void aMapKeepsAllFields() throws IOException {
    Map<?, ?> read = new JsonVariant(JsonLibrary.JACKSON2, Binding.MAP).readItem("{\"a\":1}");
    assertThat(read).isEqualTo(Map.of("a", 1));
  }
}
