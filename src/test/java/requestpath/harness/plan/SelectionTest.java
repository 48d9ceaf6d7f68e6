package requestpath.harness.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static requestpath.harness.plan.Plans.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import requestpath.harness.api.UsageException;

/** Which benchmarks a command line selects. */
class SelectionTest {
  private static final Map.Entry<String, String> GSON = Map.entry("library", "GSON");
  private static final Map.Entry<String, String> CRASH = Map.entry("fault", "CRASH");

  private static Set<String> methods(Plan plan) {
    return plan.variants().stream()
        .map(row -> row.benchmark().substring("requestpath.bench.".length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          JsonEncode                     ; JsonEncodeBenchmark.toBytes
          JsonEncodeBenchmark\\.         ; JsonEncodeBenchmark.toBytes
          JsonEncode.*toText             ; JsonEncodeBenchmark.toText
          toText                         ; JsonEncodeBenchmark.toText
          JsonEncode.*(toText|toBytes)   ; JsonEncodeBenchmark.toBytes JsonEncodeBenchmark.toText
          JsonEncode|toText              ; JsonEncodeBenchmark.toBytes JsonEncodeBenchmark.toText
          toText|JsonEncode              ; JsonEncodeBenchmark.toBytes JsonEncodeBenchmark.toText
          JsonEncode JsonEncode.*toText  ; JsonEncodeBenchmark.toBytes JsonEncodeBenchmark.toText
          .*toText                       ; JsonEncodeBenchmark.toText
          .*toText$                      ; JsonEncodeBenchmark.toText
          JsonEncode.*to                 ; JsonEncodeBenchmark.toBytes JsonEncodeBenchmark.toText
          JsonEncode.*                   ; JsonEncodeBenchmark.toBytes
          .*JsonEncode.*                 ; JsonEncodeBenchmark.toBytes
          JsonEncode.+$                  ; JsonEncodeBenchmark.toBytes
          JsonEncode.*|HelloRequest.*    ; JsonEncodeBenchmark.toBytes HelloRequestBenchmark.handle
          JsonEncode|Hello.*json         ; JsonEncodeBenchmark.toBytes HelloRequestBenchmark.json
          -e toBytes JsonEncode          ; JsonEncodeBenchmark.toText
          HelloRequest                   ; HelloRequestBenchmark.handle
          Hello.*json                    ; HelloRequestBenchmark.json
          """)
  void aMethodThatRunsOnlyWhenNamedIsNamedByItsOwnPart(String line, String selected)
      throws Exception {
    assertThat(methods(plan(line + " -p library=GSON")))
        .containsExactlyInAnyOrder(selected.split(" "));
  }

  @Test
  void whatIsLeftOutForWantOfANameIsSaidWithTheWayToAskForIt() throws Exception {
    assertThat(plan("JsonEncode|HelloRequest -p library=GSON").unnamedInWords())
        .hasValue(
            "Not run, because they run only when you name them: HelloRequestBenchmark.json,"
                + " JsonEncodeBenchmark.toText (for example with 'HelloRequestBenchmark.*json')");
    assertThat(methods(plan("HelloRequestBenchmark.*json -p library=GSON")))
        .containsExactly("HelloRequestBenchmark.json");
    assertThat(plan("JsonEncode|toText -p library=GSON").unnamedInWords()).isEmpty();
    assertThat(plan("JsonDecode -p library=GSON").unnamedInWords()).isEmpty();
    assertThat(plan("").unnamed())
        .containsExactlyInAnyOrder(
            "ExchangeRequestBenchmark.json",
            "HelloRequestBenchmark.json",
            "JsonEncodeBenchmark.toText",
            "RedisExchangeBenchmark.get",
            "RedisExchangeBenchmark.set");
  }

  @Test
  void withoutANameEncodersToTextAndWhatWantsANameStayOut() throws Exception {
    assertThat(methods(plan("")))
        .contains("JsonEncodeBenchmark.toBytes", "HelloRequestBenchmark.handle")
        .doesNotContain("JsonEncodeBenchmark.toText", "HelloRequestBenchmark.json")
        .noneMatch(method -> method.contains("Misuse") || method.contains("ColdStart"));
  }

  @Test
  void withoutANameThoseBenchmarksRunThatHaveTheParameter() throws UsageException {
    assertThat(plan("-p library=GSON,JACKSON2").variants())
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.parameters().get("library")).isIn("GSON", "JACKSON2"));
    assertThat(plan("-p library=GSON -p size=10").variants())
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.parameters().keySet()).contains("library", "size"));
    // A named benchmark runs whatever parameters it has.
    assertThat(plan("-p library=GSON Fibonacci|JsonDecode").variants())
        .anySatisfy(row -> assertThat(row.benchmark()).contains("Fibonacci"));
  }

  @Test
  void aValueThatSomeBenchmarksKnowSelectsThose() throws UsageException {
    assertThat(plan("-p library=MSGPACK_CORE").variants())
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.benchmark()).contains("MsgPack"));
    assertThat(plan("-p library=GSON -p fault=CRASH Faulty|JsonEncodeBenchmark.toBytes").variants())
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.parameters()).containsAnyOf(GSON, CRASH))
        .extracting(PlannedVariant::benchmark)
        .contains(
            "requestpath.bench.JsonEncodeBenchmark.toBytes",
            "requestpath.harness.run.FaultyBenchmark.run");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-wi 2", "-i 2", "-bs 5", "-wbs 5", "-t 2", "-t max", "-bm avgt"})
  void whatMakesAColdStartCallTwiceIsRefused(String option) {
    assertThatThrownBy(() -> plan(option + " MsgPackColdStart"))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            option
                + " cannot be used with MsgPackColdStartBenchmark.decodeFirst, which measures the first"
                + " call in a JVM: leave it out, and ask for more forks with -f");
  }

  @Test
  void besideAColdStartTheWayOutIsToLeaveItOut() throws Exception {
    for (String pattern : List.of("bench.MsgPack", "Json MsgPackDecode bench.ColdStart")) {
      assertThatThrownBy(() -> plan("-i 10 " + pattern))
          .isInstanceOf(UsageException.class)
          .hasMessageEndingWith("with -f, or leave out such benchmarks with -e ColdStart");
      assertThat(methods(plan("-i 10 -e ColdStart " + pattern)))
          .contains("MsgPackDecodeBenchmark.fromBytes");
    }
  }

  @Test
  void whatAColdStartDoesAnywayMayBeSaid() throws Exception {
    assertThat(plan("-wi 0 -i 1 -t 1 -bm ss -f 30 MsgPackColdStart").variants()).isNotEmpty();
  }
}
