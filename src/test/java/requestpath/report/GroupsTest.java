package requestpath.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import requestpath.result.ForkStatistic;
import requestpath.result.RankedGroup;
import requestpath.result.RankedVariant;
import requestpath.result.RecordedRun;

/** Which rows are compared, with what, and what is said of them. */
class GroupsTest {
  @TempDir Path directory;

  @Test
  void aRunOfOursKnowsItsBaselineItsRoundsAndItsControl() throws Exception {
    List<RankedGroup> groups = SampleFiles.groups(new SampleRun(1).documents().write(directory));

    assertThat(groups).hasSize(5);
    RankedGroup encode = groups.get(0);
    assertThat(encode.title())
        .isEqualTo("JsonEncodeBenchmark.toBytes (binding=RECORD, payload=DOCUMENT, size=1), avgt");
    assertThat(encode.baseline()).isEqualTo("JACKSON2");
    assertThat(encode.rows().get(0).name()).isEqualTo("FASTJSON2");
    assertThat(encode.rows().get(0).ratio()).isCloseTo(0.43, within(0.02));
    assertThat(encode.control()).isNotNull();
    assertThat(GroupTexts.sentences(encode, 0.02))
        .anyMatch(sentence -> sentence.startsWith("FASTJSON2 is 2.3"));
    assertThat(GroupTexts.headline(encode)).endsWith("and is the fastest.");
  }

  @Test
  void theRunSaysWhatIsComparedHow() throws Exception {
    Map<String, Double> truth = new TreeMap<>(Map.of("JACKSON2", 1.0, "GSON", 2.0, "MOSHI", 1.5));
    Path path =
        new SampleRun(1).baseline("MOSHI", ForkStatistic.MEDIAN).encode(truth).write(directory);
    RankedGroup group = SampleFiles.groups(path).get(0);

    assertThat(group.baseline()).isEqualTo("MOSHI");
    assertThat(group.isDecided()).isTrue();
    assertThat(group.statistics()).containsOnlyKeys(ForkStatistic.MEDIAN);
    assertThat(group.control()).isNotNull();
    assertThat(SampleFiles.groups(path, "GSON").get(0).control())
        .as("measured twice was MOSHI, which is not what these ratios refer to")
        .isNull();
  }

  /** A run at the defaults as the jar left it, cut to four of its rows and to what is read. */
  @Test
  void aRealRunIsReadAsItWasWritten() throws Exception {
    Path path = SampleFiles.resource("a-real-run");
    RecordedRun run = RecordedRun.read(path);
    JsonNode rounds =
        new JsonMapper().readTree(path.resolve("rounds.json").toFile()).path("groups");
    List<RankedGroup> groups = SampleFiles.groups(path);

    assertThat(groups).hasSameSizeAs(rounds);
    for (int i = 0; i < groups.size(); i++) {
      RankedGroup group = groups.get(i);
      JsonNode recorded = rounds.get(i);
      assertThat(group.baseline()).isEqualTo(recorded.path("baseline").asText());
      assertThat(group.isDecided()).isTrue();
      assertThat(group.statistics())
          .containsOnlyKeys(ForkStatistic.valueOf(recorded.path("statistic").asText()));
      assertThat(group.control()).isNotNull();
      for (JsonNode row : recorded.path("rows")) {
        if (!row.path("control").asBoolean()) {
          assertForks(group, row);
        }
      }
    }
    assertThat(GroupTexts.sentences(groups.get(0), 0.02))
        .anyMatch(sentence -> sentence.startsWith("FASTJSON2 is 3.4"));
    assertThat(GroupTexts.control(groups.get(0)).orElseThrow())
        .startsWith("Control: JACKSON2 measured twice is 0.988x");
    assertThat(groups.get(0).baselineRow().orElseThrow().forkValues()).hasSize(13);
    assertThat(EnvironmentSection.of(run, "run").facts())
        .extracting(Page.Detail::name)
        .contains("CPU", "Load before and after", "JVM vendor", "Revision");
  }

  private static void assertForks(RankedGroup group, JsonNode recorded) {
    RankedVariant row =
        group.rows().stream()
            .filter(each -> each.name().equals(recorded.path("name").asText()))
            .findFirst()
            .orElseThrow();
    List<Integer> rounds = new ArrayList<>();
    List<Double> means = new ArrayList<>();
    for (JsonNode fork : recorded.path("forks")) {
      rounds.add(fork.path("round").asInt());
      means.add(fork.path("mean").asDouble());
    }
    assertThat(row.forks()).isNotNull();
    assertThat(row.forks().forks().keySet()).containsExactlyElementsOf(rounds);
    // The values were recorded by another quantile than today's.
    assertThat(row.forks().byMeans().forks().values().stream().map(ForkStatistic.MEAN::of))
        .containsExactlyElementsOf(means);
  }

  @Test
  void relationsComparePairsDirectly() throws Exception {
    Path run = new SampleRun(1).documents().write(directory);
    RankedGroup group = SampleFiles.groups(run).get(0);
    List<String> names = group.rows().stream().map(RankedVariant::name).toList();
    List<String> relations = group.relations();

    int fast = names.indexOf("FASTJSON2");
    int slow = names.indexOf("GSON");
    assertThat(relations.get(fast).charAt(slow)).isEqualTo('<');
    assertThat(relations.get(slow).charAt(fast)).isEqualTo('>');
    assertThat(relations.get(fast).charAt(fast)).isEqualTo('=');
    assertThat(relations.get(names.indexOf("JACKSON2")).charAt(names.indexOf("JACKSON3")))
        .isEqualTo('=');
  }

  @Test
  void aFileOfOursWithoutRoundsIsGroupedByLibrary() throws Exception {
    List<RankedGroup> groups = SampleFiles.groups(SampleFiles.resource("encode.json"));

    assertThat(groups).hasSize(1);
    assertThat(groups.get(0).baseline()).isEqualTo("JACKSON2");
    assertThat(groups.get(0).rows())
        .extracting(RankedVariant::name)
        .containsExactlyInAnyOrder("JACKSON2", "GSON", "FASTJSON2");
    assertThat(groups.get(0).rows().get(0).measurement().allocation()).isPositive();
  }

  @Test
  void modesStandApartAndThroughputIsComparedAsTime() throws Exception {
    List<RankedGroup> groups =
        SampleFiles.groups(SampleFiles.resource("modes.json"), "recursiveLong");

    assertThat(groups)
        .extracting(RankedGroup::mode)
        .containsExactlyInAnyOrder("thrpt", "avgt", "sample");
    for (RankedGroup group : groups) {
      assertThat(group.baseline()).isEqualTo("recursiveLong");
      RankedVariant first = group.rows().get(0);
      assertThat(first.name()).isEqualTo("iterative");
      assertThat(first.ratio()).isLessThan(1);
    }
  }

  @Test
  void theOneParameterThatIsNoNumberNamesTheRows() throws Exception {
    Path file =
        new SampleRun(1)
            .foreign("other.Cache.get", "avgt", "ns/op", Map.of("kind", "LRU", "n", "10"))
            .foreign("other.Cache.get", "avgt", "ns/op", Map.of("kind", "FIFO", "n", "10"))
            .writeResults(directory.resolve("x.json"));

    List<RankedGroup> groups = SampleFiles.groups(file);

    assertThat(groups).hasSize(1);
    assertThat(groups.get(0).rows())
        .extracting(RankedVariant::name)
        .containsExactlyInAnyOrder("LRU", "FIFO");
  }

  @Test
  void noParametersOneForkAndNoNumberAreShownAsTheyAre() throws Exception {
    Path file =
        SampleFiles.results(
            directory,
            """
        [{"benchmark":"a.B.one","mode":"thrpt","primaryMetric":{"score":12.5,"scoreUnit":"ops/s",
          "scoreError":"NaN","rawData":[[12.5]]}},
         {"benchmark":"a.B.lost","mode":"thrpt","primaryMetric":{"score":"NaN","scoreUnit":"ops/s",
          "scoreError":"NaN","rawData":[["NaN"]]}},
         {"benchmark":"a.B.bare","mode":"thrpt","primaryMetric":{"score":NaN,"scoreUnit":"ops/s"},
          "unknown":{"deep":[1,{"x":[]}]}}]
        """);
    RankedGroup group = SampleFiles.groups(file).get(0);

    assertThat(GroupTexts.sentences(group, 0.02))
        .containsExactlyInAnyOrder(
            "lost has no figure (no figure)", "bare has no figure (no figure)");
    assertThat(GroupTexts.headline(group)).isEmpty();
    ReportWriter.write(List.of(file), directory, "", Map.of());
    assertThat(directory.resolve("report.html")).content().contains("12.5");
  }

  @Test
  void groupsOfOneClassStandApartAndEachRowIsJudgedAsItSays() throws Exception {
    String type = "requestpath.bench.TransferBenchmark";
    SampleRun sample = new SampleRun(1);
    for (String method : List.of("copy", "copyAgain", "check", "checkAgain")) {
      sample.foreign(type + "." + method, "avgt", "us/op", Map.of("text", "ASCII"));
    }
    Path path = sample.write(directory);
    String row =
        """
        {"name": "%2$s", "benchmark": "%1$s.%2$s", "params": {"text": "ASCII"},
         "statistic": "%3$s", "forks": []}""";
    Files.writeString(
        path.resolve("rounds.json"),
        """
        {"groups": [
          {"title": "c", "benchmark": "%1$s.copy", "mode": "avgt", "baseline": "copy",
           "statistic": "MINIMUM", "rows": [%2$s, %3$s]},
          {"title": "d", "benchmark": "%1$s.check", "mode": "avgt", "baseline": "check",
           "statistic": "MINIMUM", "rows": [%4$s, %5$s]}]}
        """
            .formatted(
                type,
                row.formatted(type, "copy", "MINIMUM"),
                row.formatted(type, "copyAgain", "MEAN"),
                row.formatted(type, "check", "MINIMUM"),
                row.formatted(type, "checkAgain", "MINIMUM")));

    List<RankedGroup> groups = SampleFiles.groups(path);

    assertThat(groups)
        .extracting(RankedGroup::subject)
        .containsExactly("TransferBenchmark.copy", "TransferBenchmark.check");
    assertThat(groups).extracting(RankedGroup::baseline).containsExactly("copy", "check");
    assertThat(groups).extracting(RankedGroup::id).doesNotHaveDuplicates();
    assertThat(groups.get(0).rows())
        .filteredOn(each -> each.name().equals("copyAgain"))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.forks()).isNotNull();
              assertThat(each.forks().statistic()).isEqualTo(ForkStatistic.MEAN);
            });
  }

  @Test
  void growthIsSeenWhereOneNumberChanges() throws Exception {
    Path run = new SampleRun(1).documents().write(directory);
    List<Growth> growths = Growth.of(SampleFiles.groups(run));

    assertThat(growths).hasSize(1);
    assertThat(growths.get(0).parameter()).isEqualTo("size");
    assertThat(growths.get(0).groups().keySet()).containsExactly(1.0, 10.0, 100.0);
  }
}
