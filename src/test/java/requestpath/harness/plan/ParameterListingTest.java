package requestpath.harness.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import requestpath.codec.json.JsonLibrary;
import requestpath.harness.api.UsageException;

/** What a parameter can take. */
class ParameterListingTest {
  private static List<String> listed(String... arguments) throws UsageException {
    return ParameterListing.lines(JmhLine.of(List.of(arguments)));
  }

  @Test
  void defaultsComeFirstThenTheOtherValues() throws Exception {
    assertThat(listed("-lp", "JsonEncode.*toBytes"))
        .containsExactly(
            "Benchmarks:",
            "requestpath.bench.JsonEncodeBenchmark.toBytes",
            Stream.of(JsonLibrary.values())
                .map(JsonLibrary::name)
                .collect(Collectors.joining(", ", "  param \"library\" = {", "}")),
            "  param \"binding\" = {RECORD, BEAN}, or MAP",
            "  param \"payload\" = {DOCUMENT}, or VARIED, ESCAPES, UNICODE, NUMBERS, NESTED",
            "  param \"size\" = {1000}, or 1 to 100000");
  }

  @Test
  void valuesOnTheCommandLineReplaceTheDefaults() throws Exception {
    assertThat(listed("-lp", "JsonEncode.*toBytes", "-p", "library=GSON", "-p", "binding=MAP"))
        .contains("  param \"binding\" = {MAP}, or RECORD, BEAN")
        .anyMatch(line -> line.startsWith("  param \"library\" = {GSON}, or JACKSON2, "));
  }

  @Test
  void numbersHaveTheirBoundsAndTextsAreFree() throws Exception {
    assertThat(listed("-lp", "Fibonacci|OwnPayload"))
        .contains("  param \"file\" = {}, or any text")
        .anyMatch(line -> line.startsWith("  param \"n\" = {10}, or 0 to 46"));
    assertThat(listed("-lp")).filteredOn(line -> line.contains("any whole number")).isEmpty();
  }

  @Test
  void aPatternThatMatchesNothingIsRefused() {
    assertThatThrownBy(() -> listed("-lp", "NoSuchBenchmark"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("no benchmark matches NoSuchBenchmark");
  }
}
