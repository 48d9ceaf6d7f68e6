package requestpath.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import requestpath.stats.ForkStatistic;

/** Result files in, figures or one clear sentence out. */
class ReportTest {
  private static final String HOSTILE = "<img src=x onerror=alert(1)>";

  @TempDir Path directory;

  @Test
  void aRunOfOursKnowsItsBaselineItsRoundsAndItsControl() throws Exception {
    Run run = Run.read(new SampleRun(1).documents().write(directory));
    List<ReportGroup> groups = Groups.of(run, 0, "");

    assertThat(groups).hasSize(5);
    ReportGroup encode = groups.get(0);
    assertThat(encode.title())
        .isEqualTo("JsonEncodeBenchmark.toBytes (binding=RECORD, payload=DOCUMENT, size=1), avgt");
    assertThat(encode.baseline()).isEqualTo("JACKSON2");
    assertThat(encode.rows().get(0).name()).isEqualTo("FASTJSON2");
    assertThat(encode.rows().get(0).ratio()).isCloseTo(0.43, within(0.02));
    assertThat(encode.control()).isNotNull();
    assertThat(encode.sentences()).anyMatch(sentence -> sentence.startsWith("FASTJSON2 takes 0.4"));
    assertThat(PageSections.headline(encode)).endsWith("and is the fastest.");
  }

  @Test
  void theRunSaysWhatIsComparedHow() throws Exception {
    Map<String, Double> truth = new TreeMap<>(Map.of("JACKSON2", 1.0, "GSON", 2.0, "MOSHI", 1.5));
    Path path =
        new SampleRun(1)
            .baseline("MOSHI", ForkStatistic.MEDIAN)
            .group("JsonEncodeBenchmark.toBytes", "avgt", "us/op", 10, 10, truth)
            .write(directory);
    ReportGroup group = Groups.of(Run.read(path), 0, "").get(0);

    assertThat(group.baseline()).isEqualTo("MOSHI");
    assertThat(group.isDecided()).isTrue();
    assertThat(group.statistic()).isEqualTo(ForkStatistic.MEDIAN);
    assertThat(group.control()).isNotNull();
    assertThat(Groups.of(Run.read(path), 0, "GSON").get(0).control())
        .as("measured twice was MOSHI, which is not what these ratios refer to")
        .isNull();
  }

  /** A run at the defaults as the jar left it, cut to four of its rows and to what is read. */
  @Test
  void aRealRunIsReadAsItWasWritten() throws Exception {
    Path path = resource("a-real-run");
    Run run = Run.read(path);
    JsonNode rounds = run.rounds().path("groups");
    List<ReportGroup> groups = Groups.of(run, 0, "");

    assertThat(groups).hasSameSizeAs(rounds);
    for (int i = 0; i < groups.size(); i++) {
      ReportGroup group = groups.get(i);
      JsonNode recorded = rounds.get(i);
      assertThat(group.baseline()).isEqualTo(recorded.path("baseline").asText());
      assertThat(group.isDecided()).isTrue();
      assertThat(group.statistic().name()).isEqualTo(recorded.path("statistic").asText());
      assertThat(group.control()).isNotNull();
      for (JsonNode row : recorded.path("rows")) {
        if (!row.path("control").asBoolean()) {
          assertForks(group, row);
        }
      }
    }
    assertThat(groups.get(0).sentences())
        .anyMatch(sentence -> sentence.startsWith("FASTJSON2 takes 0.288x the time of JACKSON2"))
        .anyMatch(sentence -> sentence.startsWith("Control: JACKSON2 measured twice is 0.988x"));
    assertThat(groups.get(0).baselineRow().orElseThrow().forkValues()).hasSize(13);
    assertThat(EnvironmentSection.of(run).facts())
        .extracting(Page.Detail::name)
        .contains("CPU", "Load before and after", "JVM vendor", "Revision");
  }

  private static void assertForks(ReportGroup group, JsonNode recorded) {
    ReportRow row =
        group.rows().stream()
            .filter(each -> each.name().equals(recorded.path("name").asText()))
            .findFirst()
            .orElseThrow();
    List<Integer> rounds = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (JsonNode fork : recorded.path("forks")) {
      rounds.add(fork.path("round").asInt());
      values.add(fork.path("value").asDouble());
    }
    assertThat(row.forks()).isNotNull();
    assertThat(row.forks().forks().keySet()).containsExactlyElementsOf(rounds);
    assertThat(Arrays.stream(row.forkValues()).boxed()).containsExactlyElementsOf(values);
  }

  @Test
  void aTieWithTheFirstIsNotTheFastest() throws Exception {
    Map<String, Double> truth = new TreeMap<>(Map.of("JACKSON2", 1.0, "GSON", 2.0, "MOSHI", 2.0));
    Path path =
        new SampleRun(1)
            .baseline("GSON", ForkStatistic.LOW_QUANTILE)
            .group("JsonEncodeBenchmark.toBytes", "avgt", "us/op", 10, 10, truth)
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
    List<ReportGroup> groups = Groups.of(Run.read(path), 0, "");

    assertThat(PageSections.headline(groups.get(0)))
        .startsWith("JACKSON2 takes 0.")
        .endsWith(" and is the fastest.");
    assertThat(PageSections.headline(groups.get(1)))
        .contains(" has the lowest time")
        .doesNotContain("fastest");
    assertThat(PageSections.headline(groups.get(2))).isEqualTo("The baseline GSON is the fastest.");
  }

  @Test
  void aRowThatNobodyJudgedIsNoTieAndNothingIsTheFastestBesideIt() throws Exception {
    Path file = directory.resolve("x.json");
    Files.writeString(
        file,
        """
        [{"benchmark":"a.B.one","mode":"avgt","primaryMetric":{"score":1,"scoreUnit":"us/op",
          "rawData":[[1.0]]}},
         {"benchmark":"a.B.two","mode":"avgt","primaryMetric":{"score":2,"scoreUnit":"us/op",
          "rawData":[[2.0],[2.001],[2.002]]}},
         {"benchmark":"a.B.three","mode":"avgt","primaryMetric":{"score":3,"scoreUnit":"us/op",
          "rawData":[[3.0],[3.001],[3.002]]}}]
        """);
    ReportGroup group = Groups.of(Run.read(file), 0, "two").get(0);

    assertThat(PageSections.headline(group))
        .isEqualTo("one has the lowest time, but too few forks for an interval.");
    assertThat(group.relations()).containsExactly("=??", "?=<", "?>=");
    ReportGroup other = Groups.of(Run.read(file), 0, "three").get(0);
    assertThat(PageSections.headline(other)).doesNotContain("fastest");
  }

  @Test
  void aFirstLookNamesClassesAndNothingCloser() throws Exception {
    Path run = new SampleRun(1).quick().documents().write(directory);
    ReportWriter.write(run, Map.of());

    ReportGroup encode = Groups.of(Run.read(run), 0, "").get(0);
    assertThat(encode.sentences()).contains("GSON takes about 2x the time of JACKSON2");
    assertThat(PageSections.headline(encode)).startsWith("A first look: FASTJSON2 takes about 0.");
    assertThat(Files.readString(run.resolve("report.md")))
        .contains("is a first look")
        .doesNotContain("95% interval")
        .doesNotContain("fastest");
    assertThat(run.resolve("report.html"))
        .content()
        .doesNotContain(">95% interval<")
        .doesNotContain("class=\"forest");
    assertThat(run.resolve("pictures")).doesNotExist();
  }

  @Test
  void theTwoSidesOfARunAreComparedRowByRow() throws Exception {
    Map<String, Double> truth = new TreeMap<>(Map.of("JACKSON2", 1.0, "GSON", 2.0));
    Path path =
        new SampleRun(1)
            .against("JDK 25.0.3", 0.8)
            .group("JsonEncodeBenchmark.toBytes", "avgt", "us/op", 10, 10, truth)
            .write(directory);
    Report report = Report.of(List.of(Run.read(path)), "", Map.of());

    assertThat(report.groups())
        .extracting(ReportGroup::platform)
        .containsExactly("JDK 17.0.15 (this)", "JDK 25.0.3 (against)");
    Sides sides = Sides.of(report).get(0);
    assertThat(sides.lines()).hasSize(2);
    for (Sides.Line line : sides.lines()) {
      assertThat(line.verdict().isDifferent()).isTrue();
      assertThat(line.verdict().comparison().ratio()).isCloseTo(0.8, within(0.02));
    }
    ReportWriter.write(path, Map.of());
    assertThat(path.resolve("report.md")).content().contains("## The two sides: JsonEncode");
    assertThat(path.resolve("report.html"))
        .content()
        .contains("id=\"sides\"", "faster on the other side");
  }

  @Test
  void flameGraphsAreLinkedOnTheirSideWhateverElseTheRunMeasured() throws Exception {
    Map<String, Double> truth = new TreeMap<>(Map.of("JACKSON2", 1.0, "GSON", 2.0));
    Path path =
        new SampleRun(1)
            .against("JDK 25.0.3", 0.8)
            .group("JsonEncodeBenchmark.toBytes", "avgt", "us/op", 10, 10, truth)
            .write(directory);
    String index =
        """
        [{"benchmark":"requestpath.bench.JsonEncodeBenchmark.toBytes","event":"cpu",
          "params":{"binding":"RECORD","library":"GSON","payload":"DOCUMENT","size":"10"},
          "file":"a row/cpu.html","title":"GSON: CPU time"},
         {"benchmark":"requestpath.bench.JsonEncodeBenchmark.toBytes","event":"cpu-diff",
          "params":{"binding":"RECORD","library":"GSON","payload":"DOCUMENT","size":"10"},
          "against":"JACKSON2's row","file":"a row/cpu-diff.html","title":"GSON: what differs"},
         {"benchmark":"requestpath.bench.JsonEncodeBenchmark.toBytes","event":"alloc",
          "params":{"binding":"RECORD","library":"GSON","payload":"DOCUMENT","size":"10"},
          "file":"\\u0000","title":"no name of a file"}]
        """;
    Path row = Files.createDirectories(path.resolve("profile").resolve("a row"));
    Files.writeString(row.resolve("cpu.html"), "a graph");
    Files.writeString(row.resolve("cpu-diff.html"), "a graph");
    Files.writeString(path.resolve("profile").resolve("index.json"), index);

    Report report = Report.of(List.of(Run.read(path)), "", Map.of());
    List<Page.Section> sections = new PageSections(report, path).groups();

    assertThat(flameGraphs(sections.get(0)))
        .containsExactly(
            "Flame graph, cpu: GSON: CPU time: profile/a%20row/cpu.html",
            "Differential flame graph, cpu-diff: GSON: what differs, against JACKSON2's row:"
                + " profile/a%20row/cpu-diff.html",
            "Flame graph, alloc: no name of a file: ");
    assertThat(flameGraphs(sections.get(1))).as("the other side").isEmpty();
    assertThat(Files.readString(ReportWriter.write(path, Map.of())))
        .contains("href=\"profile/a%20row/cpu.html\"");
  }

  @Test
  void aNameThatIsNoNameOfAFileHasNoLink() throws Exception {
    Path file = directory.resolve("x.json");
    Files.writeString(
        file,
        """
        [{"benchmark":"requestpath.bench.a\\u0000b.go","mode":"avgt","primaryMetric":
          {"score":1,"scoreUnit":"us/op","rawData":[[1],[2]]}}]
        """);

    assertThat(ReportWriter.write(List.of(file), directory, "", Map.of())).exists();
  }

  private static List<String> flameGraphs(Page.Section section) {
    return section.rows().stream()
        .flatMap(line -> line.facts().stream())
        .filter(fact -> fact.name().toLowerCase(Locale.ROOT).contains("flame graph"))
        .map(fact -> fact.name() + ": " + fact.text() + ": " + fact.link())
        .toList();
  }

  @Test
  void groupsOfOneNameInTwoPackagesStandApart() throws Exception {
    SampleRun run = new SampleRun(1);
    for (String project : List.of("a", "b")) {
      run.foreign(project + ".Cache.get", "avgt", "ns/op", Map.of());
      run.foreign(project + ".Cache.put", "avgt", "ns/op", Map.of());
    }
    Path file = run.writeResults(directory.resolve("x.json"));
    Report report = Report.of(List.of(Run.read(file), Run.read(file)), "", Map.of());

    assertThat(report.groups()).hasSize(4).extracting(ReportGroup::id).doesNotHaveDuplicates();
    assertThat(report.groups()).extracting(ReportWriter::pictureName).doesNotHaveDuplicates();
    assertThat(report.sideBySide()).hasSize(2);
    assertThat(PageData.of(report)).contains("\"key\":\"a.Cache.get\"", "\"key\":\"b.Cache.get\"");
  }

  @Test
  void theBudgetIsOfTheMean() throws Exception {
    Path file = directory.resolve("x.json");
    Files.writeString(
        file,
        """
        [{"benchmark":"requestpath.bench.X.go","mode":"avgt","params":{"binding":"MAP","library":"JACKSON2"},
          "primaryMetric":{"score":1,"scoreUnit":"us/op",
          "rawData":[[100,100,100,100,200],[100,100,100,100,200]]}}]
        """);
    Report report = Report.of(List.of(Run.read(file)), "", Map.of());
    PageSections sections = new PageSections(report, directory);

    assertThat(sections.groups().get(0).rows().get(0).cells().get(0).text()).isEqualTo("100");
    assertThat(sections.groups().get(0).statistic()).contains("10% quantile");
    assertThat(sections.budgets().get(0).get(1)).isEqualTo("JACKSON2 12%");
    assertThat(PageData.of(report)).contains("\"mean\":1.2E+2").doesNotContain("\"records\"");
  }

  @Test
  void onlyTheRowWithoutCachesIsTheFloor() throws Exception {
    Map<String, Double> truth =
        new TreeMap<>(Map.of("JACKSON2", 1.0, "HANDWRITTEN", 0.3, "HANDWRITTEN_CACHED", 0.2));
    Path path =
        new SampleRun(1)
            .group("JsonEncodeBenchmark.toBytes", "avgt", "us/op", 10, 10, truth)
            .group("ColdStartBenchmark.encodeFirst", "ss", "ms/op", 10, 10, truth)
            .write(directory);
    Report report = Report.of(List.of(Run.read(path)), "", Map.of());
    Page.Section section = new PageSections(report, path).groups().get(0);

    assertThat(section.rows().get(0).name()).isEqualTo("HANDWRITTEN_CACHED");
    assertThat(section.rows().get(0).note()).startsWith("no library, with caches");
    assertThat(section.rows().get(1).note()).startsWith("the floor");
    assertThat(section.wideMarkup()).contains("<title>the floor: 0.30x</title>");
    assertThat(section.columns()).extracting(Page.Column::title).contains("GB/s", "x floor");
    assertThat(new PageSections(report, path).groups().get(1).columns())
        .extracting(Page.Column::title)
        .doesNotContain("GB/s");
  }

  @Test
  void whatCannotBeWrittenIsSaidAndLeavesNothingBehind() throws Exception {
    Path run = new SampleRun(1).documents().write(directory.resolve("run"));
    Path file = Files.writeString(directory.resolve("file"), "in the way");

    assertThatThrownBy(() -> ReportWriter.write(List.of(run), file, "", Map.of()))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining("a file stands where a folder is needed")
        .hasMessageContaining("-o");
    Path out = directory.resolve("out");
    Files.createDirectories(out.resolve("report.html").resolve("taken"));
    assertThatThrownBy(() -> ReportWriter.write(List.of(run), out, "", Map.of()))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining("a folder stands in its place");
    try (Stream<Path> files = Files.walk(out)) {
      assertThat(files).noneMatch(each -> each.toString().endsWith(".part"));
    }
  }

  @Test
  void sessionsTheOtherSideAndChangedSourcesAreOnThePage() throws Exception {
    Path path = new SampleRun(1).against("JDK 25.0.3", 0.8).documents().write(directory);
    List<Page.Detail> facts = EnvironmentSection.of(Run.read(path)).facts();

    assertThat(facts)
        .extracting(Page.Detail::name, Page.Detail::text)
        .contains(
            tuple("Load before and after", "0.10, 1.10"),
            tuple("Other side", "JDK 25.0.3, OpenJDK 64-Bit Server VM 25"));
  }

  @Test
  void codeKeepsItsLinesAndNoOtherControlCharacter() {
    assertThat(Markdown.code("one\ntwo\u0007\u001b[2J")).isEqualTo("```sh\none\ntwo  [2J\n```\n");
    assertThat(Markdown.code("a ``` b")).startsWith("````sh\n").endsWith("\n````\n");
  }

  @Test
  void aFileOfOursWithoutRoundsIsGroupedByLibrary() throws Exception {
    List<ReportGroup> groups = Groups.of(Run.read(resource("encode.json")), 0, "");

    assertThat(groups).hasSize(1);
    assertThat(groups.get(0).baseline()).isEqualTo("JACKSON2");
    assertThat(groups.get(0).rows())
        .extracting(ReportRow::name)
        .containsExactlyInAnyOrder("JACKSON2", "GSON", "FASTJSON2");
    assertThat(groups.get(0).rows().get(0).measurement().allocation()).isPositive();
  }

  @Test
  void modesStandApartAndThroughputIsComparedAsTime() throws Exception {
    List<ReportGroup> groups = Groups.of(Run.read(resource("modes.json")), 0, "recursiveLong");

    assertThat(groups)
        .extracting(ReportGroup::mode)
        .containsExactlyInAnyOrder("thrpt", "avgt", "sample");
    for (ReportGroup group : groups) {
      assertThat(group.baseline()).isEqualTo("recursiveLong");
      ReportRow first = group.rows().get(0);
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

    List<ReportGroup> groups = Groups.of(Run.read(file), 0, "");

    assertThat(groups).hasSize(1);
    assertThat(groups.get(0).rows())
        .extracting(ReportRow::name)
        .containsExactlyInAnyOrder("LRU", "FIFO");
  }

  @Test
  void noParametersOneForkAndNoNumberAreShownAsTheyAre() throws Exception {
    Path file = directory.resolve("x.json");
    Files.writeString(
        file,
        """
        [{"benchmark":"a.B.one","mode":"thrpt","primaryMetric":{"score":12.5,"scoreUnit":"ops/s",
          "scoreError":"NaN","rawData":[[12.5]]}},
         {"benchmark":"a.B.lost","mode":"thrpt","primaryMetric":{"score":"NaN","scoreUnit":"ops/s",
          "scoreError":"NaN","rawData":[["NaN"]]}},
         {"benchmark":"a.B.bare","mode":"thrpt","primaryMetric":{"score":NaN,"scoreUnit":"ops/s"},
          "unknown":{"deep":[1,{"x":[]}]}}]
        """);
    ReportGroup group = Groups.of(Run.read(file), 0, "").get(0);

    assertThat(group.sentences())
        .containsExactlyInAnyOrder(
            "lost has no figure (no figure)", "bare has no figure (no figure)");
    assertThat(PageSections.headline(group)).isEmpty();
    ReportWriter.write(List.of(file), directory, "", Map.of());
    assertThat(directory.resolve("report.html")).content().contains("12.5");
  }

  @Test
  void jdksAreNeverMixed() throws Exception {
    Path old = new SampleRun(1).documents().write(directory.resolve("a"));
    Path now = new SampleRun(2).jdk("25.0.3").documents().write(directory.resolve("b"));
    Report report = Report.of(List.of(Run.read(old), Run.read(now)), "", Map.of());

    assertThat(report.groups()).hasSize(10);
    assertThat(report.sideBySide()).hasSize(5);
    assertThat(report.sideBySide())
        .allSatisfy(
            same ->
                assertThat(same)
                    .extracting(ReportGroup::platform)
                    .containsExactly("JDK 17.0.15", "JDK 25.0.3"));
  }

  @Test
  void bothSidesOfARunStandApart() throws Exception {
    SampleRun run = new SampleRun(1);
    for (String side : List.of("this", "against")) {
      for (String library : List.of("JACKSON2", "GSON")) {
        Map<String, String> parameters = Map.of("library", library, "side", side);
        run.foreign("requestpath.bench.X.go", "avgt", "us/op", parameters);
      }
    }
    Report report =
        Report.of(List.of(Run.read(run.writeResults(directory.resolve("x.json")))), "", Map.of());

    assertThat(report.groups())
        .extracting(ReportGroup::platform)
        .containsExactly("JDK 17.0.15 (this)", "against");
    assertThat(report.sideBySide()).hasSize(1);
  }

  @Test
  void aColdStartStandsBesideItsRow() throws Exception {
    Run run = Run.read(new SampleRun(1).documents().write(directory));
    Report report = Report.of(List.of(run), "", Map.of());
    ReportGroup encode = report.groups().get(0);

    assertThat(report.coldStart(encode, encode.rows().get(0))).matches("1\\d\\d(\\.\\d)? ms");
  }

  @Test
  void growthIsSeenWhereOneNumberChanges() throws Exception {
    Run run = Run.read(new SampleRun(1).documents().write(directory));
    List<Growth> growths = Growth.of(Groups.of(run, 0, ""));

    assertThat(growths).hasSize(1);
    assertThat(growths.get(0).parameter()).isEqualTo("size");
    assertThat(growths.get(0).groups().keySet()).containsExactly(1.0, 10.0, 100.0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|is empty",
        "not JSON at all|is not JSON",
        "[{\"benchmark\":\"a.b\"|is cut short",
        "[{\"benchmark\":\"a.b\",\"primaryMetric\":{\"score\":1,\"rawData\":[[1,|is cut short",
        "{}|no list of results",
        "[]|holds no result",
        "[1]|a result is no object",
        "[{}]|no benchmark",
        "[{\"benchmark\":\"a.b\",\"primaryMetric\":3}]|a metric is no object",
        "[{\"benchmark\":\"a.b\",\"primaryMetric\":{\"score\":\"many\"}}]|a number is",
        "[{\"benchmark\":{},\"primaryMetric\":{\"score\":1}}]|no benchmark",
      })
  void whatIsNoResultFileIsRefusedInOneSentence(String content, String words) throws Exception {
    Path file = directory.resolve("x.json");
    Files.writeString(file, content);
    Path out = directory.resolve("out");

    assertThatThrownBy(() -> ReportWriter.write(List.of(file), out, "", Map.of()))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining("x.json")
        .hasMessageContaining(words)
        .hasMessageNotContaining("\n");
    assertThat(out).doesNotExist();
  }

  @Test
  void aFileCutShortAnywhereGivesASentenceAndNoPage() throws Exception {
    String whole = Files.readString(resource("encode.json")).strip();
    Path file = directory.resolve("x.json");
    Path out = directory.resolve("out");
    for (int length = 1; length < whole.length(); length += 397) {
      Files.writeString(file, whole.substring(0, length));
      assertThatThrownBy(() -> ReportWriter.write(List.of(file), out, "", Map.of()))
          .isInstanceOf(ReportException.class);
    }
    assertThat(out).doesNotExist();
  }

  @Test
  void nestingWithoutEndIsRefused() throws Exception {
    Path file = directory.resolve("x.json");
    Files.writeString(file, "[".repeat(100_000));

    assertThatThrownBy(() -> Run.read(file)).isInstanceOf(ReportException.class);
    Files.writeString(file, "[{\"x\":" + "[".repeat(100_000));
    assertThatThrownBy(() -> Run.read(file)).isInstanceOf(ReportException.class);
  }

  @Test
  void aHundredMegabytesAreReadAndTheirPageStaysSmall() throws Exception {
    Path file = directory.resolve("large.json");
    try (Writer writer = Files.newBufferedWriter(file)) {
      writer.write('[');
      for (int row = 0; row < 10; row++) {
        writer.write(row == 0 ? "" : ",");
        writer.write("{\"benchmark\":\"a.B.m" + row + "\",\"mode\":\"avgt\",\"primaryMetric\":");
        writer.write("{\"score\":1,\"scoreUnit\":\"us/op\",\"rawData\":[");
        for (int fork = 0; fork < 5; fork++) {
          writer.write(fork == 0 ? "[" : ",[");
          for (int i = 0; i < 100_000; i++) {
            writer.write((i == 0 ? "" : ",") + "1.000000000000" + (i % 7_919 + 100_000));
          }
          writer.write(']');
        }
        writer.write("]}}");
      }
      writer.write("]");
    }
    assertThat(Files.size(file)).isGreaterThan(100_000_000);

    Path page = ReportWriter.write(List.of(file), directory, "", Map.of());

    assertThat(Files.size(page)).isLessThan(3_000_000);
  }

  @Test
  void moreResultsThanAPageCanShowAreRefused() throws Exception {
    Path file = directory.resolve("x.json");
    String one = "{\"benchmark\":\"a.b\",\"primaryMetric\":{\"score\":1,\"scoreUnit\":\"s\"}}";
    Files.writeString(file, "[" + (one + ",").repeat(JmhResults.MOST) + one + "]");

    assertThatThrownBy(() -> Run.read(file)).hasMessageContaining("more than 5000 results");
  }

  @Test
  void aDirectoryWithoutResultsAndABrokenRoundsFileAreNamed() throws Exception {
    assertThatThrownBy(() -> Run.read(directory)).hasMessageContaining("holds no results.json");
    new SampleRun(1).documents().write(directory);
    Files.writeString(directory.resolve("rounds.json"), "{\"groups\":[");
    assertThatThrownBy(() -> Run.read(directory)).hasMessageContaining("rounds.json is not JSON");
  }

  @Test
  void anUnknownBaselineIsRefused() throws Exception {
    Path run = new SampleRun(1).documents().write(directory);

    assertThatThrownBy(() -> ReportWriter.write(List.of(run), directory, "NOBODY", Map.of()))
        .hasMessageContaining("--baseline NOBODY");
  }

  @Test
  void aRunWritesItsReportIntoItsOwnDirectory() throws Exception {
    Path run = new SampleRun(1).documents().warning("The machine was busy.").write(directory);

    Path page = ReportWriter.write(run, Map.of());

    assertThat(page).isEqualTo(run.resolve("report.html"));
    assertThat(Files.size(page)).isLessThan(3_000_000);
    assertThat(run.resolve("report.md"))
        .content()
        .contains("> **Note:** The machine was busy.")
        .contains("| FASTJSON2 | ")
        .contains("java -jar target/benchmarks.jar 'JsonEncode|JsonDecode' -p size=1,10,100");
    try (Stream<Path> pictures = Files.list(run.resolve("pictures"))) {
      assertThat(pictures).hasSize(5).allSatisfy(this::isPicture);
    }
  }

  private void isPicture(Path picture) {
    assertThat(picture).content().startsWith("<svg xmlns=").contains("prefers-color-scheme");
  }

  @Test
  void twoReportsOfARunAreTheSame() throws Exception {
    Path run = new SampleRun(1).documents().write(directory);
    String first = Files.readString(ReportWriter.write(run, Map.of()));

    assertThat(Files.readString(ReportWriter.write(run, Map.of()))).isEqualTo(first);
  }

  @Test
  void hostileTextsStayTextsInHtmlAndMarkdownAndPictures() throws Exception {
    Path out = directory.resolve("out");
    Path run = hostileRun(directory.resolve("run"));

    ReportWriter.write(List.of(run), out, "", Map.of());

    String html = Files.readString(out.resolve("report.html")).replace(HtmlPage.charts(), "");
    String markdown = Files.readString(out.resolve("report.md"));
    assertThat(html).doesNotContain("<img").contains("&lt;img src=x onerror=alert(1)&gt;");
    assertThat(html.split("</script>", -1)).hasSize(4);
    assertThat(markdown).doesNotContain("<img").doesNotContain("](http").doesNotContain("@someone");
    assertThat(markdown.lines().filter(line -> line.startsWith("| &lt;img")))
        .allSatisfy(line -> assertThat(line.chars().filter(c -> c == '|').count()).isEqualTo(8));
    try (Stream<Path> pictures = Files.list(out.resolve("pictures"))) {
      assertThat(pictures)
          .isNotEmpty()
          .allSatisfy(p -> assertThat(p).content().doesNotContain("<img"));
    }
  }

  /** A run whose names would like to be tags, cells, links and the end of the script. */
  static Path hostileRun(Path directory) throws IOException {
    SampleRun run = new SampleRun(1).warning(HOSTILE + " [x](http://evil) @someone");
    for (String name :
        List.of(
            HOSTILE + " | a cell", "</script><script>alert(2)</script>", "'\"`${7*7}\\ \u2028")) {
      run.foreign(
          "evil." + HOSTILE + ".run", "avgt", "us/op", Map.of("kind", name, HOSTILE, HOSTILE));
    }
    run.foreign("evil.Other.run", "thrpt", "ops/<b>s", Map.of("library", HOSTILE));
    return run.write(directory);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "it's", "$(touch x)", "`x`", "a;b", "<x>", "a\nb", ""})
  void commandsQuoteWhatAShellWouldObey(String word) {
    assertThat(Commands.quoted(word)).startsWith("'").endsWith("'");
  }

  @ParameterizedTest
  @CsvSource({
    "0.43, 0.43x",
    "0.0123, 0.012x",
    "0.00000063, 6.3e-07x",
    "1, 1.00x",
    "123.4, 123x",
    "NaN, –",
  })
  void ratiosHaveTheDigitsTheyNeed(double ratio, String text) {
    assertThat(Figures.ratio(ratio)).isEqualTo(text);
  }

  @Test
  void relationsComparePairsDirectly() throws Exception {
    Run run = Run.read(new SampleRun(1).documents().write(directory));
    ReportGroup group = Groups.of(run, 0, "").get(0);
    List<String> names = group.rows().stream().map(ReportRow::name).toList();
    List<String> relations = group.relations();

    int fast = names.indexOf("FASTJSON2");
    int slow = names.indexOf("GSON");
    assertThat(relations.get(fast).charAt(slow)).isEqualTo('<');
    assertThat(relations.get(slow).charAt(fast)).isEqualTo('>');
    assertThat(relations.get(fast).charAt(fast)).isEqualTo('=');
    assertThat(relations.get(names.indexOf("JACKSON2")).charAt(names.indexOf("JACKSON3")))
        .isEqualTo('=');
  }

  private static Path resource(String name) throws URISyntaxException {
    return Path.of(ReportTest.class.getResource("/requestpath/report/" + name).toURI());
  }
}
