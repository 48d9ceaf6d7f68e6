package requestpath.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import requestpath.result.BreakEven;
import requestpath.result.BreakEven.Outcome;
import requestpath.result.Frontier;
import requestpath.result.RankedGroup;
import requestpath.result.RankedVariant;
import requestpath.result.TradeOff;

/** What the charts of a page show, and what is said beside them. */
class ChartsTest {
  private static final Pattern NUMBER = Pattern.compile("NaN|Infinity");

  @TempDir Path directory;

  @Test
  void nothingBeatsTheFrontierInBoth() {
    List<double[]> points =
        List.of(
            new double[] {1, 9},
            new double[] {2, 5},
            new double[] {2, 6},
            new double[] {3, 5},
            new double[] {4, 1});

    assertThat(Frontier.of(points, point -> point[0], point -> point[1]))
        .containsExactly(points.get(0), points.get(1), points.get(4));
  }

  @Test
  void encodingAndDecodingOfTheSameDocumentsAreOneChart() throws Exception {
    Path run =
        new SampleRun(1)
            .encode(Map.of("JACKSON2", 1.0, "GSON", 2.0, "FASTJSON2", 0.4, "HANDWRITTEN", 0.2))
            .decode(Map.of("JACKSON2", 1.0, "GSON", 0.5, "FASTJSON2", 0.8, "HANDWRITTEN", 0.2))
            .binding("BEAN")
            .encode(Map.of("JACKSON2", 1.0, "GSON", 2.0))
            .write(directory);
    Report report = SampleFiles.report(run);
    List<TradeOff> pairs = TradeOff.of(report.groups());

    assertThat(pairs).hasSize(1);
    assertThat(pairs.get(0).frontier())
        .extracting(TradeOff.Line::name)
        .containsExactly("FASTJSON2", "GSON");
    Page.Table table = TradeOffChart.encodeAndDecode(report).get(0);
    assertThat(table.title())
        .isEqualTo("JSON with records (payload=DOCUMENT, size=10), JDK 17.0.15");
    assertThat(table.rows()).hasSize(4).allMatch(row -> row.size() == table.headings().size());
    assertThat(table.chartMarkup())
        .contains("Not beaten in both: FASTJSON2, GSON.", "class=\"front\"", "class=\"cross\"")
        .contains("class=\"plot wide\"", "class=\"plot narrow\"", "class=\"reference\"")
        .doesNotContainPattern(NUMBER);
  }

  @Test
  void aLibraryPaysBackItsStartAfterTheDifferenceOfTheStartsByThatOfTheRequests() throws Exception {
    Path run =
        new SampleRun(1)
            .encode(
                new TreeMap<>(
                    Map.of(
                        "JACKSON2",
                        1.0,
                        "FASTJSON2",
                        0.5,
                        "GSON",
                        2.0,
                        "MOSHI",
                        1.0,
                        "WAST",
                        0.5,
                        "YASSON",
                        2.0)))
            .group(
                "ColdStartBenchmark.encodeFirst",
                "ss",
                "ms/op",
                100,
                0,
                new TreeMap<>(
                    Map.of(
                        "JACKSON2",
                        1.0,
                        "FASTJSON2",
                        1.5,
                        "GSON",
                        0.5,
                        "MOSHI",
                        1.0,
                        "WAST",
                        0.7,
                        "YASSON",
                        2.0)))
            .write(directory);
    Report report = SampleFiles.report(run);
    BreakEven pair = BreakEven.of(report.groups()).get(0);

    assertThat(pair.baseline()).get().extracting(BreakEven.Line::name).isEqualTo("JACKSON2");
    // 50 ms at 5 us a request.
    assertThat(line(pair, "FASTJSON2").outcome()).isEqualTo(Outcome.LOWER_AFTER);
    assertThat(line(pair, "FASTJSON2").operations()).isCloseTo(10_000, within(1_000.0));
    assertThat(line(pair, "GSON").outcome()).isEqualTo(Outcome.HIGHER_AFTER);
    assertThat(line(pair, "GSON").operations()).isCloseTo(5_000, within(500.0));
    assertThat(line(pair, "WAST").outcome()).isEqualTo(Outcome.LOWER);
    assertThat(line(pair, "YASSON").outcome()).isEqualTo(Outcome.HIGHER);
    assertThat(line(pair, "MOSHI").outcome()).isEqualTo(Outcome.SAME);
    Page.Table table = BreakEvenChart.tables(report).get(0);
    assertThat(cell(table, "FASTJSON2")).matches("pays back after (9,\\d|10,\\d|11,0)00 requests");
    assertThat(cell(table, "GSON")).startsWith("lower only for the first ");
    assertThat(cell(table, "WAST")).isEqualTo("lower from the first request on");
    assertThat(cell(table, "YASSON")).isEqualTo("never lower");
    assertThat(table.chartMarkup()).doesNotContainPattern(NUMBER).contains("class=\"base\"");
  }

  private static BreakEven.Line line(BreakEven pair, String name) {
    return pair.lines().stream().filter(line -> line.name().equals(name)).findFirst().orElseThrow();
  }

  private static String cell(Page.Table table, String name) {
    return table.rows().stream()
        .filter(row -> row.get(0).split(" ", 2)[0].equals(name))
        .map(row -> row.get(3))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void growthIsTheTimeByTheSize() throws Exception {
    Path run = new SampleRun(1).documents().write(directory);
    Growth growth = Growth.of(SampleFiles.groups(run)).get(0);

    assertThat(growth.baseline()).isEqualTo("JACKSON2");
    assertThat(growth.timePerOne("JACKSON2", 1)).isCloseTo(0.6, within(0.02));
    assertThat(growth.timePerOne("JACKSON2", 100)).isCloseTo(0.402, within(0.02));
    assertThat(growth.timePerOne("NOBODY", 100)).isNaN();
    assertThat(GrowthChart.of(growth))
        .contains("us per size", ">JACKSON2</text>", ">YASSON</text>")
        .doesNotContainPattern(NUMBER);
  }

  @Test
  void twoPlatformsAreTwoColumnsAndALineForEachVariant() throws Exception {
    Map<String, Double> truth = new TreeMap<>(Map.of("JACKSON2", 1.0, "GSON", 2.0));
    Path old = new SampleRun(1).encode(truth).write(directory.resolve("old"));
    Path now = new SampleRun(2).jdk("25.0.3").encode(truth).write(directory.resolve("now"));
    Page.Table table = new PageTables(SampleFiles.report(old, now)).comparisons().get(0);

    assertThat(table.chartMarkup())
        .contains(">JDK 17.0.15</text>", ">JDK 25.0.3</text>", ">JACKSON2 1.00x</text>")
        .contains("time relative to JACKSON2")
        .containsPattern(">(1[.]9|2[.]0)\\dx GSON</text>");

    Path sides =
        new SampleRun(1)
            .against("--against-jvm jdk-25", 0.8)
            .encode(truth)
            .write(directory.resolve("sides"));
    String chart = new PageTables(SampleFiles.report(sides)).sides().get(0).chartMarkup();
    assertThat(chart)
        .containsPattern("<g class=\"slow\">(?:(?!</g>).)* GSON</text></g>")
        .contains("us/op");
  }

  @Test
  void theForksOfARowHaveItsRatioAsTheirMean() throws Exception {
    RankedGroup group = SampleFiles.groups(new SampleRun(1).documents().write(directory)).get(0);
    RankedVariant row = group.rows().get(0);
    double logs = 0;
    for (double ratio : row.forkRatios()) {
      logs += Math.log(ratio);
    }

    assertThat(row.forkRatios()).hasSize(7).isSorted();
    assertThat(Math.exp(logs / 7)).isCloseTo(row.ratio(), within(1e-9));
    assertThat(ForestPlot.inPage(SampleFiles.report(directory), group, false))
        .contains("class=\"rug\"", "the table below has the figures");
  }

  @Test
  void iterationsAreALineForEachForkWithItsWarmUpFirst() throws Exception {
    RankedGroup group = SampleFiles.groups(new SampleRun(1).documents().write(directory)).get(0);
    RankedVariant row = group.rows().get(0);
    IterationsOnPage shared = IterationsOnPage.of(List.of(group));
    String chart = IterationsChart.of(row, group.unit(), shared);

    assertThat(chart)
        .contains("Iterations of 7 forks, 10 of each warming up, of FASTJSON2, in us/op")
        .contains("measured from here: 20 measured iterations")
        .doesNotContainPattern(NUMBER);
    assertThat(chart.split("class=\"fork\"")[1].chars().filter(c -> c == 'M')).hasSize(7);
    assertThat(chart.length()).isLessThan(3_000);
    assertThat(IterationsChart.of(row, group.unit(), shared))
        .contains("<use href=\"#trace-axis-0\"/>")
        .doesNotContain("measured from here");
    String oneOfMany =
        IterationsChart.of(row, group.unit(), IterationsOnPage.of(Collections.nCopies(100, group)));
    assertThat(oneOfMany).contains("Iterations of 2 of 7 forks, ", " of 2 of 7 forks<");
    assertThat(oneOfMany.length()).isLessThan(chart.length());
  }

  @Test
  void whereNoForkHasTwoIterationsThereIsNoChartOfThem() throws Exception {
    Path file =
        SampleFiles.results(
            directory,
            """
        [{"benchmark":"a.B.one","mode":"ss","primaryMetric":{"score":1,"scoreUnit":"us/op",
          "rawData":[[1.0],[2.0]]}},
         {"benchmark":"a.B.lost","mode":"ss","primaryMetric":{"score":"NaN","scoreUnit":"us/op",
          "rawData":[["NaN","NaN"],[0]]}}]
        """);

    for (RankedGroup group : SampleFiles.groups(file)) {
      for (RankedVariant row : group.rows()) {
        assertThat(IterationsChart.of(row, group.unit(), IterationsOnPage.of(List.of(group))))
            .isEmpty();
      }
    }
  }

  @Test
  void timeAndAllocationAreAChartWhereAllocationsDiffer() throws Exception {
    Path run = new SampleRun(1).documents().write(directory);
    Report report = SampleFiles.report(run);

    assertThat(TradeOffChart.timeAndAllocation(report, report.groups().get(0)))
        .contains("allocation, B/op", "Not beaten in both: FASTJSON2.")
        .doesNotContainPattern(NUMBER);
    Path bare =
        new SampleRun(1)
            .foreign("a.B.one", "avgt", "ns/op", Map.of())
            .foreign("a.B.two", "avgt", "ns/op", Map.of())
            .writeResults(directory.resolve("bare.json"));
    Report foreign = SampleFiles.report(bare);
    assertThat(TradeOffChart.timeAndAllocation(foreign, foreign.groups().get(0))).isEmpty();
  }

  @Test
  void longTitlesOfColumnsKeepTheirEndsWhichTellThemApart() {
    assertThat(Words.shortenedInside("JDK 25.0.3, 2026-11-29-a-cpu-json", 20))
        .hasSize(20)
        .isEqualTo("JDK 25.0.3…-cpu-json");
    assertThat(Words.shortenedInside("JDK 25.0.3", 10)).isEqualTo("JDK 25.0.3");
    assertThat(Words.shortenedInside("JDK 25.0.3", 1)).isEqualTo("…");
  }
}
