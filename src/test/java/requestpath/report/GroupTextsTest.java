package requestpath.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import requestpath.result.ForkStatistic;
import requestpath.result.RankedGroup;
import requestpath.result.RankedVariant;

/** What is said of groups. */
class GroupTextsTest {
  @TempDir Path directory;

  @Test
  void aTieWithTheFirstIsNotTheFastest() throws Exception {
    Map<String, Double> truth = new TreeMap<>(Map.of("JACKSON2", 1.0, "GSON", 2.0, "MOSHI", 2.0));
    Path path =
        new SampleRun(1)
            .baseline("GSON", ForkStatistic.MINIMUM)
            .encode(truth)
            .group(
                "JsonDecodeBenchmark.fromBytes",
                "avgt",
                "us/op",
                10,
                10,
                new TreeMap<>(Map.of("GSON", 1.0, "MOSHI", 1.0, "JACKSON2", 3.0)))
            .group(
                "MsgPackDecodeBenchmark.fromBytes",
                "avgt",
                "us/op",
                10,
                10,
                new TreeMap<>(Map.of("GSON", 1.0, "MOSHI", 2.0, "JACKSON2", 3.0)))
            .write(directory);
    List<RankedGroup> groups = SampleFiles.groups(path);

    assertThat(GroupTexts.headline(groups.get(0)))
        .startsWith("JACKSON2 is 2.")
        .endsWith(" and is the fastest.");
    assertThat(GroupTexts.headline(groups.get(1)))
        .contains(" has the lowest time")
        .doesNotContain("fastest");
    assertThat(GroupTexts.headline(groups.get(2))).isEqualTo("The baseline GSON is the fastest.");
    RankedGroup throughput =
        SampleFiles.groups(
                new SampleRun(1)
                    .foreign("a.B.one", "thrpt", "ops/s", Map.of())
                    .foreign("a.B.two", "thrpt", "ops/s", Map.of())
                    .writeResults(directory.resolve("thrpt.json")))
            .get(0);
    assertThat(GroupTexts.headline(throughput)).contains(" has the highest throughput");
  }

  @Test
  void aRowThatNobodyJudgedIsNoTieAndNothingIsTheFastestBesideIt() throws Exception {
    Path file =
        SampleFiles.results(
            directory,
            """
        [{"benchmark":"a.B.one","mode":"avgt","primaryMetric":{"score":1,"scoreUnit":"us/op",
          "rawData":[[1.0]]}},
         {"benchmark":"a.B.two","mode":"avgt","primaryMetric":{"score":2,"scoreUnit":"us/op",
          "rawData":[[2.0],[2.001],[2.002]]}},
         {"benchmark":"a.B.three","mode":"avgt","primaryMetric":{"score":3,"scoreUnit":"us/op",
          "rawData":[[3.0],[3.001],[3.002]]}}]
        """);
    RankedGroup group = SampleFiles.groups(file, "two").get(0);

    assertThat(GroupTexts.headline(group))
        .isEqualTo("one has the lowest time, but too few forks for an interval.");
    assertThat(group.relations()).containsExactly("=??", "?=<", "?>=");
    RankedGroup other = SampleFiles.groups(file, "three").get(0);
    assertThat(GroupTexts.headline(other)).doesNotContain("fastest");
  }

  /** A row by the mean is compared by means, so its lower time is not the lowest. */
  @Test
  void rowsWithDifferentStatisticsAreOrderedByTheirRatios() throws Exception {
    String type = "requestpath.bench.LoopBenchmark";
    List<String> loop =
        List.of("[100,100,130,130,140]", "[101,101,131,131,141]", "[99,99,129,129,139]");
    List<String> parallel = List.of("[105,105]", "[106,106]", "[104,104]");
    String result =
        """
        {"jmhVersion":"1.37","benchmark":"%1$s.%2$s","mode":"avgt","threads":1,"forks":%4$d,
         "jdkVersion":"17","primaryMetric":{"score":105,"scoreError":"NaN","scoreUnit":"us/op",
         "rawData":[%3$s]}}""";
    for (int forks : new int[] {1, 3}) {
      Path path = Files.createDirectory(directory.resolve("forks" + forks));
      Files.writeString(
          path.resolve("results.json"),
          "[%s,%s]"
              .formatted(
                  result.formatted(
                      type, "intLoop", String.join(",", loop.subList(0, forks)), forks),
                  result.formatted(
                      type,
                      "parallelStream",
                      String.join(",", parallel.subList(0, forks)),
                      forks)));
      Files.writeString(
          path.resolve("rounds.json"),
          """
          {"groups": [{"title": "l", "benchmark": "%1$s", "mode": "avgt", "baseline": "intLoop",
            "statistic": "MINIMUM", "rows": [
              {"name": "intLoop", "benchmark": "%1$s.intLoop", "params": {},
               "statistic": "MINIMUM", "forks": []},
              {"name": "parallelStream", "benchmark": "%1$s.parallelStream", "params": {},
               "statistic": "MEAN", "forks": []}]}]}
          """
              .formatted(type));

      RankedGroup group = SampleFiles.groups(path).get(0);

      assertThat(group.rows())
          .extracting(RankedVariant::name)
          .containsExactly("parallelStream", "intLoop");
      assertThat(group.rows().get(0).ratio()).isCloseTo(105 / 120.0, within(0.001));
      assertThat(group.rows().get(1).time()).isLessThan(group.rows().get(0).time());
      Report report = SampleFiles.report(path);
      assertThat(TableColumn.MEAN.cell(report, group, group.rows().get(0)))
          .isEqualTo(Page.Cell.EMPTY);
      assertThat(TableColumn.MEAN.cell(report, group, group.rows().get(1)).text()).startsWith("1");
      if (forks > 1) {
        assertThat(GroupTexts.statistic(group))
            .contains(
                "the mean of its iterations (parallelStream) or the minimum of its iterations"
                    + " (intLoop). The column mean");
        assertThat(GroupTexts.headline(group)).startsWith("parallelStream ");
      }
    }
  }

  /** Markdown and the page show the same sentences, which are made once. */
  @Test
  void whatTheMeanTheBindingAndTheReferenceSayIsSaidEverywhere() throws Exception {
    Path run =
        new SampleRun(1)
            .pausing("DSL_JSON")
            .encode(
                Map.of(
                    "JACKSON2",
                    1.0,
                    "HANDWRITTEN",
                    0.3,
                    "FASTJSON2",
                    0.4,
                    "DSL_JSON",
                    0.5,
                    "FORY_JSON",
                    0.6,
                    "GSON",
                    2.0))
            .binding("BEAN")
            .pausing("")
            .encode(
                Map.of(
                    "JACKSON2",
                    1.0,
                    "HANDWRITTEN",
                    0.3,
                    "FASTJSON2",
                    0.4,
                    "DSL_JSON",
                    0.5,
                    "FORY_JSON",
                    0.25,
                    "GSON",
                    2.0))
            .write(directory);
    Report report = SampleFiles.report(run);
    String bindings =
        "With BEAN, FORY_JSON is faster than HANDWRITTEN, FASTJSON2 and DSL_JSON; with RECORD it is"
            + " slower";

    assertThat(GroupTexts.notes(report.groups().get(0)))
        .containsExactly(
            "By the mean, GC included, DSL_JSON and FORY_JSON change places", bindings);
    assertThat(GroupTexts.notes(report.groups().get(1))).hasSize(2).contains(bindings);
    assertThat(GroupTexts.notes(report.groups().get(1)).get(0))
        .matches("FORY_JSON is 1[.][12].*faster than the hand-written reference .*");
    String markdown = MarkdownReport.of(report);
    assertThat(markdown.split(Pattern.quote("- " + Markdown.escape(bindings)), -1)).hasSize(3);
    ReportWriter.write(run, Map.of());
    assertThat(run.resolve("report.html"))
        .content()
        .contains(
            "<p class=\"remark\">" + bindings + ".</p>",
            "<p class=\"remark\">By the mean, GC included, DSL_JSON and FORY_JSON change places.",
            ">ratio by mean<");
    assertThat(report.sentences(report.groups().get(0))).contains(bindings);
  }

  @Test
  void aFirstLookTooNamesRanksThatChangeWithTheBinding() throws Exception {
    Map<String, Double> record = Map.of("JACKSON2", 1.0, "GSON", 2.0);
    Map<String, Double> bean = Map.of("JACKSON2", 1.0, "GSON", 0.5);
    Path quick =
        new SampleRun(1).quick().encode(record).binding("BEAN").encode(bean).write(directory);
    assertThat(SampleFiles.report(quick).groups())
        .allSatisfy(
            group ->
                assertThat(GroupTexts.notes(group))
                    .containsExactly(
                        "With BEAN, GSON is faster than JACKSON2; with RECORD it is slower"));
  }

  @Test
  void oneBindingSaysNothingOfBindings() throws Exception {
    Map<String, Double> record = Map.of("JACKSON2", 1.0, "GSON", 2.0);
    Path one = new SampleRun(1).encode(record).write(directory);
    assertThat(SampleFiles.report(one).groups())
        .allMatch(group -> GroupTexts.notes(group).isEmpty());
  }

  @Test
  void aRaceNamesTheFastestAndHowMuchSlowerAllOthersAreAtLeast() throws Exception {
    Map<String, Double> truth = Map.of("JACKSON2", 1.0, "GSON", 2.0, "DSL_JSON", 0.5);
    Path run = new SampleRun(1).fastest().interleaved(true).encode(truth).write(directory);
    RankedGroup group = SampleFiles.groups(run).get(0);

    assertThat(group.rows().get(0).name()).isEqualTo("DSL_JSON");
    assertThat(GroupTexts.headline(group)).isEqualTo("DSL_JSON is the fastest of 3.");
    assertThat(GroupTexts.notes(group).get(0))
        .matches(
            "Slower than DSL_JSON: JACKSON2 at least (1\\.[789]|2\\.0).x, GSON at least 3\\...x");
    assertThat(ConsoleReport.of(run)).contains("#   DSL_JSON is the fastest of 3.");
  }

  @Test
  void whatARaceLeavesOpenMayBeTheFastest() throws Exception {
    Map<String, Double> truth = Map.of("JACKSON2", 1.0, "GSON", 2.0, "DSL_JSON", 1.0);
    Path run = new SampleRun(1).fastest().encode(truth).write(directory);

    assertThat(GroupTexts.headline(SampleFiles.groups(run).get(0)))
        .matches(
            "(JACKSON2 and DSL_JSON|DSL_JSON and JACKSON2) may be the fastest of 3: after 7 rounds"
                + " none of them is shown to be slower\\.");
  }

  @Test
  void thePageShowsTheMachineWhileForksTookTurns() throws Exception {
    Map<String, Double> truth = Map.of("JACKSON2", 1.0, "GSON", 2.0, "DSL_JSON", 1.0);
    Path run = new SampleRun(1).interleaved(true).encode(truth).write(directory);
    ReportWriter.write(run, Map.of());

    assertThat(GroupTexts.notes(SampleFiles.groups(run).get(0)))
        .anyMatch(note -> note.matches("The machine was quiet in \\d+% of the cycles.*"));
    assertThat(run.resolve("report.html"))
        .content()
        .contains("<svg class=\"machine\"", ">round 7</text>");
  }
}
