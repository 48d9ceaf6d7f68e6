package requestpath.harness.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static requestpath.harness.plan.Plans.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.annotations.Mode;
import requestpath.codec.json.JsonLibrary;
import requestpath.codec.msgpack.MsgPackLibrary;
import requestpath.harness.api.UsageException;
import requestpath.result.ForkStatistic;

/** The rows of a run: how they are measured, and which are compared with which. */
class PlanTest {
  @TempDir Path directory;

  /**
   * Bindings were added to the default selection when it had 26 variants of JSON and 6 of
   * MessagePack and was planned to take 3.03 hours. A new variant adds its own share, which is
   * smaller than this.
   */
  @Test
  void theWholeDefaultSelectionTakesNoMoreTimeForEachVariantThanBefore() throws Exception {
    List<PlannedVariant> rows = plan("").variants();
    int variants = JsonLibrary.values().length + MsgPackLibrary.values().length;
    assertThat(seconds(rows) / variants).isLessThanOrEqualTo(3.03 * 3600 / 32);

    Map<String, List<PlannedVariant>> ofJson =
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
  private static double seconds(List<PlannedVariant> rows) {
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

  @Test
  void aMethodMayDeclareLongerIterationsThanItsClass() throws Exception {
    assertThat(plan("LanguageBenchmark.(fib|loop) -p engine=JAVA,KOTLIN").variants())
        .extracting(row -> row.recipe().iteration().toMillis())
        .containsOnly(20L, 500L);
  }

  /** A program that answers as a JVM of that version, as far as a plan asks it. */
  private String java(int version) throws IOException {
    Path java = directory.resolve("jdk" + version + "/bin/java");
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
    plan.variants().forEach(row -> supported.put(row.parameters().get(parameter), true));
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
  void severalThreadsAreInTheTitleOfAGroup() throws Exception {
    for (String threads : List.of("2", "max")) {
      assertThat(plan("-t " + threads + " Fibonacci.*iterative").supported())
          .isNotEmpty()
          .allSatisfy(
              row -> assertThat(row.member().group()).contains(", -t " + threads + ", avgt"));
    }
    assertThat(plan("-t 1 Fibonacci.*iterative").supported())
        .allSatisfy(row -> assertThat(row.member().group()).doesNotContain("-t"));
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
    String line =
        "-jvm "
            + java(base)
            + " --against-jvm "
            + java(other)
            + " JsonEncode -p library=JACKSON3_BLACKBIRD,GSON";

    assertThat(supported(plan(line), "library"))
        .containsEntry("JACKSON3_BLACKBIRD", isSupported)
        .containsEntry("GSON", true);
  }

  @Test
  void theMethodsOfAClassFormAGroup() throws Exception {
    assertThat(plan("Utf8Check -p text=ASCII").variants())
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
    List<PlannedVariant> rows = plan(line).variants();
    PlannedVariant all =
        rows.stream().filter(row -> row.benchmark().endsWith(whole)).findFirst().orElseThrow();

    assertThat(rows.stream().filter(row -> row.isPartOf(all)))
        .extracting(row -> row.benchmark().substring(row.benchmark().lastIndexOf('.') + 1))
        .containsExactlyInAnyOrder(parts.split(" "));
  }

  @Test
  void methodsWithSeveralThreadsAreJudgedByTheirMeanAndNoOthersOfTheirClass() throws Exception {
    assertThat(plan("FibonacciBenchmark|LoopBenchmark").variants())
        .allSatisfy(
            row ->
                assertThat(row.recipe().statistic())
                    .as(row.benchmark())
                    .isEqualTo(
                        Set.of("forkJoin", "parallelStream").contains(row.member().name())
                            ? ForkStatistic.MEAN
                            : ForkStatistic.MINIMUM));
  }

  @Test
  void theBaselineThatIsAskedForIsTakenInItsGroupAlone() throws Exception {
    assertThat(plan("--baseline guava Transfer|Utf8Check -p text=ASCII").variants())
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
    assertThatThrownBy(() -> plan("--baseline " + baseline + " " + line))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--baseline " + baseline + " has nothing to be compared with");
  }

  @ParameterizedTest
  @CsvSource({"'', recursiveInt", "--baseline iterative, iterative"})
  void methodsAreComparedWithTheBaselineOfTheirClassOrTheOneThatIsAskedFor(
      String option, String baseline) throws Exception {
    assertThat(plan(option + " FibonacciBenchmark.(recursiveInt|iterative)$").supported())
        .hasSize(3)
        .allSatisfy(
            row -> {
              assertThat(row.member().group()).isEqualTo("FibonacciBenchmark (n=10), avgt");
              assertThat(row.member().baseline()).isEqualTo(baseline);
              assertThat(row.isControl()).isEqualTo(row.title().startsWith("the control of "));
            })
        .filteredOn(PlannedVariant::isControl)
        .singleElement()
        .satisfies(row -> assertThat(row.member().name()).isEqualTo(baseline));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 5",
    "--no-interleave, 7",
    "-gc true, 7",
    "--quick, 3",
    "--time-limit 10m, 3",
    "--min-rounds 2, 2",
    "--max-rounds 5, 5",
    "-f 4, 4"
  })
  void theCommandLineSaysHowManyForksAVariantGetsAtLeast(String option, int forks)
      throws Exception {
    assertThat(plan(option + " FibonacciBenchmark.iterative$").variants())
        .singleElement()
        .satisfies(row -> assertThat(row.forks()).isEqualTo(forks));
  }

  @Test
  void eachModeIsARow() throws Exception {
    assertThat(plan("-bm thrpt,ss -p fault=NONE Faulty").variants())
        .extracting(PlannedVariant::mode)
        .containsExactlyInAnyOrder(Mode.Throughput, Mode.SingleShotTime);
  }

  @Test
  void everyVariantHasTwoSidesWhenThereIsACandidate() throws Exception {
    assertThat(plan("--against-args -Xint FibonacciBenchmark.iterative$").variants())
        .extracting(PlannedVariant::side)
        .containsExactly(Side.THIS, Side.AGAINST);
  }

  @Test
  void aFileThatAVariantCannotDoIsSkippedInThatDirectionWithTheReason() throws Exception {
    Path file = Files.writeString(directory.resolve("z.json"), "{\"temp\":-0.0}");
    Plan plan =
        plan(
            "-p library=FASTJSON2,AVAJE_JSONB -p binding=MAP -p file="
                + file
                + " OwnPayloadBenchmark");

    assertThat(plan.variants())
        .extracting(PlannedVariant::title)
        .isNotEmpty()
        .allMatch(title -> title.startsWith("OwnPayloadBenchmark.toBytes (library=FASTJSON2"));
    assertThat(plan.skipped())
        .filteredOn(row -> row.title().contains("fromBytes (library=FASTJSON2"))
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(row.support().reason())
                    .contains("it loses the sign of -0.0, which the file has"));
  }
}
