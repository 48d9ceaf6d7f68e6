package requestpath.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import requestpath.stats.ForkStatistic;

/** Which rows a command line selects, and which are compared with which. */
class PlanTest {
  private static Plan plan(Optional<String> baseline, String line) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(line.split(" ")));
    arguments.removeIf(String::isEmpty);
    return Plan.of(
        new CommandLineOptions(arguments.toArray(String[]::new)),
        RunCommand.parameterNames(arguments),
        new Settings(
            Rows.rounds(Optional.empty()),
            Optional.empty(),
            baseline,
            Optional.empty(),
            false,
            false,
            arguments,
            Map.of()));
  }

  private static Plan plan(String line) throws Exception {
    return plan(Optional.empty(), line);
  }

  private static Set<String> methods(Plan plan) {
    return plan.rows().stream()
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
  void withoutANameEncodersToTextAndWhatWantsANameStayOut() throws Exception {
    assertThat(methods(plan("")))
        .contains("JsonEncodeBenchmark.toBytes", "HelloRequestBenchmark.handle")
        .doesNotContain("JsonEncodeBenchmark.toText", "HelloRequestBenchmark.json")
        .noneMatch(method -> method.startsWith("Misuse") || method.contains("ColdStart"));
  }

  @ParameterizedTest
  @CsvSource({
    "JsonEncode, JACKSON2, RECORD BEAN",
    "JsonDecode, JACKSON2, RECORD BEAN",
    "MsgPackDecode, MSGPACK_CORE, RECORD BEAN MAP"
  })
  void bothBindingsAreAnswers(String name, String library, String bindings) throws Exception {
    assertThat(plan(name + " -p library=" + library).supported())
        .extracting(row -> row.parameters().get("binding"))
        .containsOnly(bindings.split(" "));
  }

  @Test
  void methodsOfOneClassFormTheGroupsThatTheyDeclare() throws Exception {
    Map<String, Set<String>> groups =
        plan("Misuse|Transfer.*(check|copy) -p text=ASCII").rows().stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.place().baseline(),
                    Collectors.mapping(
                        row -> row.place().name(), Collectors.toCollection(TreeSet::new))));

    assertThat(groups)
        .hasSize(7)
        .containsEntry(
            "jackson", Set.of("jackson", "jacksonNewMapperEachCall", "jacksonTextThenBytes"))
        .containsEntry(
            "jacksonDecode",
            Set.of(
                "jacksonDecode",
                "jacksonDecodeNewMapperEachCall",
                "jacksonDecodeTextFirst",
                "jacksonDecodeThroughTree"))
        .containsEntry("gson", Set.of("gson", "gsonNewEachCall"))
        .containsEntry("gsonBufferedWriter", Set.of("gsonBufferedWriter", "gsonUnbufferedWriter"))
        .containsEntry("msgpackDecode", Set.of("msgpackDecode", "msgpackDecodeNewUnpackerEachCall"))
        .containsEntry(
            "copyToNewArray", Set.of("copyToNewArray", "copyToReusedArray", "copyToDirectBuffer"))
        .containsEntry(
            "checkByDecoder",
            Set.of("checkByDecoder", "checkByString", "checkByGuava", "checkByEightBytes"));
  }

  @Test
  void groupsOfOneClassHaveTitlesOfTheirOwn() throws Exception {
    assertThat(plan("Transfer -p text=ASCII").rows())
        .extracting(row -> row.place().group())
        .containsOnly(
            "TransferBenchmark.copyToNewArray (text=ASCII), avgt",
            "TransferBenchmark.checkByDecoder (text=ASCII), avgt");
  }

  @ParameterizedTest
  @CsvSource({
    "HelloRequest.*(handle|json) -p library=GSON, HelloRequestBenchmark.handle, json",
    "ExchangeRequest.*(handle|json) -p library=GSON, ExchangeRequestBenchmark.handle, json",
    "RedisExchange.*(exchange|get|set) -p store=JEDIS, RedisExchangeBenchmark.exchange, get set",
    "RecyclerPool -p threads=CALLER -p pool=NONE, RecyclerPoolBenchmark.encode, handOver",
    "RecyclerPool -p threads=CALLER -p pool=NONE, RecyclerPoolBenchmark.decode, handOver"
  })
  void aPartBelongsToTheWholeWithTheSameParameters(String line, String whole, String parts)
      throws Exception {
    List<Combination> rows = plan(line).rows();
    Combination all =
        rows.stream().filter(row -> row.benchmark().endsWith(whole)).findFirst().orElseThrow();

    assertThat(rows.stream().filter(row -> row.isPartOf(all)))
        .extracting(row -> row.benchmark().substring(row.benchmark().lastIndexOf('.') + 1))
        .containsExactlyInAnyOrder(parts.split(" "));
  }

  @Test
  void methodsWithSeveralThreadsAreJudgedByTheirMeanAndNoOthersOfTheirClass() throws Exception {
    assertThat(plan("FibonacciBenchmark|LoopBenchmark").rows())
        .allSatisfy(
            row ->
                assertThat(row.recipe().statistic())
                    .as(row.benchmark())
                    .isEqualTo(
                        Set.of("forkJoin", "parallelStream").contains(row.place().name())
                            ? ForkStatistic.MEAN
                            : ForkStatistic.LOW_QUANTILE));
  }

  @Test
  void theBaselineThatIsAskedForIsTakenInItsGroupAlone() throws Exception {
    assertThat(plan(Optional.of("checkByGuava"), "Transfer -p text=ASCII").rows())
        .extracting(row -> row.place().baseline())
        .containsOnly("checkByGuava", "copyToNewArray");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"FibonacciBenchmark.iterative$", "-bm thrpt FibonacciBenchmark", "FloorBenchmark"})
  void aBaselineThatNothingIsComparedWithIsRefused(String line) {
    String baseline = line.equals("FloorBenchmark") ? "allocateRecords" : "iterative";
    assertThatThrownBy(() -> plan(Optional.of(baseline), line))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--baseline " + baseline + " has nothing to be compared with");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-wi 2", "-i 2", "-bs 5", "-wbs 5", "-t 2", "-t max", "-bm avgt"})
  void whatMakesAColdStartCallTwiceIsRefused(String option) {
    assertThatThrownBy(() -> plan(option + " MsgPackColdStart"))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            option
                + " is not for MsgPackColdStartBenchmark.decodeFirst, which measures the first call"
                + " in a JVM: leave it out, and ask for more forks with -f");
  }

  @Test
  void whatAColdStartDoesAnywayMayBeSaid() throws Exception {
    assertThat(plan("-wi 0 -i 1 -t 1 -bm ss -f 30 MsgPackColdStart").rows()).isNotEmpty();
  }
}
