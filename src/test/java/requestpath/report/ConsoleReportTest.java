package requestpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import requestpath.text.TextTable;

/** What a run says on a terminal at its end. */
class ConsoleReportTest {
  private static final Map<String, Double> TRUTH =
      new TreeMap<>(Map.of("JACKSON2", 1.0, "HANDWRITTEN", 0.3, "FASTJSON2", 0.4, "GSON", 2.0));

  @TempDir Path directory;

  @Test
  void aRankingFitsIntoAHundredColumnsAndHasItsSentences() throws Exception {
    List<String> lines = ConsoleReport.of(new SampleRun(1).decode(TRUTH).write(directory));

    assertThat(lines)
        .contains(
            "# Ranking of JsonDecodeBenchmark.fromBytes (binding=RECORD, payload=DOCUMENT, size=10),"
                + " avgt:")
        .anyMatch(line -> line.matches("#   FASTJSON2 \\(I,L\\) +0[.]4\\d+x \\[.*"))
        .anyMatch(line -> line.startsWith("#   (I) reads some decimals"))
        .anyMatch(
            line ->
                line.matches("#   FASTJSON2 is 2[.].*x faster than JACKSON2 .*\\(the fastest.*"))
        .anyMatch(line -> line.matches("# +ratio \\[95%] +by mean +x hand +us/op +B/op .*"))
        .anyMatch(line -> line.startsWith("# The control holds: measured twice, "));
    assertThat(lines)
        .filteredOn(line -> line.matches("#   [A-Z0-9_]+( \\([A-Z,]+\\))?  .*"))
        .hasSize(4)
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
  }

  @Test
  void partsSidesAndBindingsHaveSectionsOfTheirOwn() throws Exception {
    Map<String, Double> truth = new TreeMap<>(Map.of("JACKSON2", 1.0, "GSON", 2.0));
    Path parts =
        new SampleRun(1)
            .group("HelloRequestBenchmark.handle", "avgt", "us/op", 10, 0, truth)
            .partOf("HelloRequestBenchmark.handle")
            .group("HelloRequestBenchmark.json", "avgt", "us/op", 6, 0, truth)
            .write(directory.resolve("parts"));
    assertThat(ConsoleReport.of(parts))
        .containsSubsequence("# Verdicts on parts and the whole:")
        .anyMatch(
            line ->
                line.matches(
                    "#   HelloRequestBenchmark.json \\(.*library=GSON.*\\) takes (59|60)% of the time of"
                        + " handle \\(.*"));

    Path sides =
        new SampleRun(1)
            .against("--against-args -Xint", 0.6)
            .encode(truth)
            .write(directory.resolve("sides"));
    assertThat(ConsoleReport.of(sides))
        .contains("# Verdicts on this run (the candidate) against -Xint (the base):")
        .anyMatch(
            line ->
                line.matches(
                    "#   GSON of JsonEncodeBenchmark.*: this run is 1[.]6\\d*x slower than"
                        + " -Xint .*"));

    Path bindings =
        new SampleRun(1)
            .encode(truth)
            .binding("BEAN")
            .encode(new TreeMap<>(Map.of("JACKSON2", 1.0, "GSON", 0.5)))
            .write(directory.resolve("bindings"));
    assertThat(ConsoleReport.of(bindings))
        .containsSubsequence(
            "# Ranks that change with the binding:",
            "#   JsonEncodeBenchmark.toBytes (payload=DOCUMENT, size=10), avgt: With BEAN, GSON is"
                + " faster than JACKSON2; with RECORD it is slower");
  }

  @Test
  void aFirstLookSaysSoAndHasRatiosWithIntervals() throws Exception {
    List<String> lines = ConsoleReport.of(new SampleRun(1).quick().encode(TRUTH).write(directory));

    assertThat(lines.get(0))
        .startsWith("# A first look (--quick) ")
        .contains("intervals are wide", "run without --quick before you decide");
    assertThat(lines)
        .anyMatch(line -> line.matches("# +ratio \\[95%] +by mean +x hand +us/op +B/op .*"))
        .anyMatch(line -> line.matches("#   GSON +[12][.]\\d+x \\[1[.]\\d+, 2[.]\\d+] .* 3"))
        .anyMatch(
            line ->
                line.matches(
                    "#   GSON is [12][.]\\d+x slower than JACKSON2 \\(1[.]\\d+ to 2[.]\\d+x\\)"
                        + " \\(too few forks\\)"))
        .anyMatch(line -> line.equals("#   The baseline JACKSON2 itself: too few forks"))
        .anyMatch(line -> line.matches("# The control holds: .* \\(at most .*, ±.*%\\).*"));
  }

  @Test
  void partsAndSidesOfAFirstLookHaveIntervals() throws Exception {
    Map<String, Double> truth = new TreeMap<>(Map.of("JACKSON2", 1.0, "GSON", 2.0));
    Path parts =
        new SampleRun(1)
            .quick()
            .group("HelloRequestBenchmark.handle", "avgt", "us/op", 10, 0, truth)
            .partOf("HelloRequestBenchmark.handle")
            .group("HelloRequestBenchmark.json", "avgt", "us/op", 6, 0, truth)
            .write(directory.resolve("parts"));
    assertThat(ConsoleReport.of(parts))
        .anyMatch(line -> line.matches(".*library=GSON.* takes \\d+% of the time of handle \\(.*"));

    Path sides =
        new SampleRun(1)
            .quick()
            .against("--against-args -Xint", 0.6)
            .encode(truth)
            .write(directory.resolve("sides"));
    assertThat(ConsoleReport.of(sides))
        .anyMatch(
            line ->
                line.matches("#   GSON of .*: this run is 1[.]\\d+x slower than -Xint \\(1[.].*"));
  }

  /** Of three forks, one that takes many times as long hides everything. */
  @Test
  void aFirstLookIsInconclusiveWhereItsIntervalIsTooWide() throws Exception {
    Map<String, Double> truth = new TreeMap<>(Map.of("JACKSON2", 1.0, "GSON", 1.1));
    List<String> lines =
        ConsoleReport.of(
            new SampleRun(1).quick().outlying("GSON", 8).encode(truth).write(directory));

    assertThat(lines)
        .anyMatch(line -> line.startsWith("#   GSON: inconclusive (3 forks) against JACKSON2"));
  }

  @Test
  void whatCannotBeRankedHasItsFigures() throws Exception {
    Path file =
        SampleFiles.results(
            directory,
            """
            [{"benchmark":"requestpath.bench.ColdStartBenchmark.decodeFirst","mode":"ss",
              "params":{"library":"GSON"},
              "primaryMetric":{"score":12.5,"scoreError":"NaN","scoreUnit":"ms/op","rawData":[[12.5]]},
              "secondaryMetrics":{"classes.loaded":{"score":321,"scoreUnit":"classes"},
                "gc.alloc.rate.norm":{"score":1000,"scoreUnit":"B/op"},
                "gc.count":{"score":7,"scoreUnit":"counts"}}}]
            """);
    List<String> lines = ConsoleReport.of(file);

    assertThat(lines)
        .contains("# Figures of ColdStartBenchmark.decodeFirst, ss:")
        .anyMatch(line -> line.matches("# +ms/op +B/op +bytes +forks +classes.loaded"))
        .anyMatch(line -> line.matches("# +GSON +12[.]5 +1,000 +– +1 +321"));
  }

  @Test
  void columnsAreAligned() {
    TextTable table =
        new TextTable(List.of(List.of("", "time"), List.of("GSON", "1"), List.of("A", "22")));
    assertThat(table.lines()).containsExactly("      time", "GSON     1", "A       22");
    assertThat(table.width()).isEqualTo(10);
  }
}
