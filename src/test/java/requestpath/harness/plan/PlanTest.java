package requestpath.harness.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import requestpath.codec.json.JsonLibrary;
import requestpath.codec.msgpack.MsgPackLibrary;
import requestpath.harness.api.UsageException;
import requestpath.harness.run.Rows;
import requestpath.harness.run.RunCommand;
import requestpath.result.ForkStatistic;

/** Which rows a command line selects, and which are compared with which. */
class PlanTest {
  @TempDir Path folder;

  private static Plan plan(Optional<String> baseline, String line) throws Exception {
    return plan(baseline, Optional.empty(), line);
  }

  private static Plan plan(Optional<String> baseline, Optional<Against> against, String line)
      throws Exception {
    List<String> arguments = new ArrayList<>(List.of(line.split(" ")));
    arguments.removeIf(String::isEmpty);
    return Plan.of(
        new CommandLineOptions(arguments.toArray(String[]::new)),
        RunCommand.parameterNames(arguments),
        new Settings(
            Rows.rounds(Optional.empty()),
            against,
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

  /**
   * Bindings were added to the default selection when it had 26 variants of JSON and 6 of
   * MessagePack and was planned to take 3.03 hours. A new variant adds its own share, which is
   * smaller than this.
   */
  @Test
  void theWholeDefaultSelectionTakesNoMoreTimeForEachVariantThanBefore() throws Exception {
    List<PlannedRow> rows = plan("").rows();
    int variants = JsonLibrary.values().length + MsgPackLibrary.values().length;
    assertThat(seconds(rows) / variants).isLessThanOrEqualTo(3.03 * 3600 / 32);

    Map<String, List<PlannedRow>> ofJson =
        rows.stream()
            .filter(row -> !row.benchmark().contains("MsgPack"))
            .filter(row -> row.parameters().containsKey("library"))
            .collect(Collectors.groupingBy(row -> row.parameters().get("library")));
    assertThat(ofJson)
        .allSatisfy(
            (variant, its) ->
                assertThat(seconds(its)).as(variant).isLessThanOrEqualTo(6 * 7 * 6.0));
  }

  /** What the plan expects: each fork's iterations, and a second to start it. */
  private static double seconds(List<PlannedRow> rows) {
    return rows.stream()
        .mapToDouble(row -> row.forks() * (row.recipe().nominal().toMillis() / 1e3 + 1))
        .sum();
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

  /** A program that answers as a JVM of that version, as far as a plan asks it. */
  private String java(int version) throws IOException {
    Path java = folder.resolve("jdk" + version + "/bin/java");
    Files.createDirectories(java.getParent());
    Files.writeString(
        java,
        "#!/bin/sh\necho '    java.version = "
            + version
            + ".0.1'\necho '    java.vm.version = "
            + version
            + "'\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    return java.toString();
  }

  private static Map<String, Boolean> supported(Plan plan, String parameter) {
    Map<String, Boolean> supported = new TreeMap<>();
    plan.skipped().forEach(row -> supported.put(row.parameters().get(parameter), false));
    plan.rows().forEach(row -> supported.put(row.parameters().get(parameter), true));
    return supported;
  }

  /** Whatever Java this test runs on. */
  @ParameterizedTest
  @CsvSource({"17, false, false", "21, false, true", "25, true, true", "26, true, true"})
  void theJavaOfTheForksDecidesWhatItsJvmMustBring(
      int version, boolean hasClassFiles, boolean hasVirtualThreads) throws Exception {
    String jvm = "-jvm " + java(version);

    assertThat(
            supported(
                plan(
                    jvm
                        + " JsonEncode -p binding=RECORD -p"
                        + " library=JACKSON3,JACKSON3_BLACKBIRD,JACKSON3_BLACKBIRD_FAST_NUMBERS"),
                "library"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "JACKSON3", true,
                "JACKSON3_BLACKBIRD", hasClassFiles,
                "JACKSON3_BLACKBIRD_FAST_NUMBERS", hasClassFiles));
    assertThat(supported(plan(jvm + " RecyclerPool.*encode -p pool=NONE"), "threads"))
        .containsEntry("VIRTUAL", hasVirtualThreads);
  }

  @Test
  void whatTheJavaOfTheForksLacksIsSaidWithItsVersion() throws Exception {
    assertThat(
            plan("-jvm " + java(17) + " JsonEncode -p library=JACKSON3_BLACKBIRD,GSON").skipped())
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(row.support().reason())
                    .endsWith("refuses a Java before 25; forks of this run have Java 17"));
  }

  @ParameterizedTest
  @CsvSource({"25, 17, false", "17, 25, false", "25, 26, true"})
  void bothSidesNeedTheJava(int base, int other, boolean isSupported) throws Exception {
    Optional<Against> against =
        Against.of(Optional.of(java(other)), Optional.empty(), Optional.empty());
    String line = "-jvm " + java(base) + " JsonEncode -p library=JACKSON3_BLACKBIRD,GSON";

    assertThat(supported(plan(Optional.empty(), against, line), "library"))
        .containsEntry("JACKSON3_BLACKBIRD", isSupported)
        .containsEntry("GSON", true);
  }

  @Test
  void theMethodsOfAClassFormAGroup() throws Exception {
    assertThat(plan("Utf8Check -p text=ASCII").rows())
        .allSatisfy(row -> assertThat(row.member().baseline()).isEqualTo("decoder"))
        .allSatisfy(
            row ->
                assertThat(row.member().group()).isEqualTo("Utf8CheckBenchmark (text=ASCII), avgt"))
        .extracting(row -> row.member().name())
        .containsExactlyInAnyOrder("decoder", "string", "guava", "eightBytes");
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
    List<PlannedRow> rows = plan(line).rows();
    PlannedRow all =
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
                        Set.of("forkJoin", "parallelStream").contains(row.member().name())
                            ? ForkStatistic.MEAN
                            : ForkStatistic.LOW_QUANTILE));
  }

  @Test
  void theBaselineThatIsAskedForIsTakenInItsGroupAlone() throws Exception {
    assertThat(plan(Optional.of("guava"), "Transfer|Utf8Check -p text=ASCII").rows())
        .extracting(row -> row.member().baseline())
        .containsOnly("guava", "copyToNewArray");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FibonacciBenchmark.iterative$",
        "-bm thrpt FibonacciBenchmark",
        "AllocationBenchmark"
      })
  void aBaselineThatNothingIsComparedWithIsRefused(String line) {
    String baseline = line.equals("AllocationBenchmark") ? "records" : "iterative";
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
    assertThat(plan("-wi 0 -i 1 -t 1 -bm ss -f 30 MsgPackColdStart").rows()).isNotEmpty();
  }
}
