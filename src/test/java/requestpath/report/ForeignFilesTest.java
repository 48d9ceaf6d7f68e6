package requestpath.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import requestpath.result.Measurement;
import requestpath.result.RankedGroup;
import requestpath.result.RankedVariant;
import requestpath.result.RecordedRun;

/** Result files of other projects, in every form that JMH writes. */
class ForeignFilesTest {
  /** As JMH 1.37 writes a group of methods that share a state. */
  private static final String GROUP =
      """
      [{"jmhVersion":"1.37","benchmark":"org.example.queue.QueueBenchmark.readWrite","mode":"thrpt",
        "threads":4,"forks":2,"jdkVersion":"21.0.2","params":{"queue":"org.example.queue.Ring"},
        "primaryMetric":{"score":30.1,"scoreError":0.4,"scoreConfidence":[29.7,30.5],
          "scorePercentiles":{"0.0":29.9,"50.0":30.1,"100.0":30.3},"scoreUnit":"ops/us",
          "rawData":[[29.9,30.0],[30.2,30.3]]},
        "secondaryMetrics":{
          "read":{"score":20.0,"scoreError":0.3,"scorePercentiles":{"50.0":20.0},
            "scoreUnit":"ops/us","rawData":[[19.9,20.0],[20.0,20.1]]},
          "write":{"score":10.1,"scoreError":"NaN","scorePercentiles":{"50.0":10.1},
            "scoreUnit":"ops/us","rawData":[[10.0,10.0],[10.2,10.2]]},
          "retries":{"score":7,"scoreError":"NaN","scoreUnit":"#","rawData":[[3,4],[7,7]]},
          "gc.alloc.rate.norm":{"score":8.0,"scoreError":0.1,"scoreUnit":"B/op",
            "rawData":[[8,8],[8,8]]}}}]
      """;

  private static final String SAMPLES =
      """
      [{"benchmark":"org.example.Latency.call","mode":"sample","threads":1,"forks":2,
        "primaryMetric":{"score":2.5,"scoreError":0.1,
          "scorePercentiles":{"0.0":1.0,"50.0":2.0,"90.0":3.0,"95.0":4.0,"99.0":8.0,"99.9":16.0,
            "99.99":32.0,"100.0":64.0},
          "scoreUnit":"us/op",
          "rawDataHistogram":[[[[2.0,3],[4.0,1]]],[[[2.0,1],[3.0,1]]]]},
        "secondaryMetrics":{}}]
      """;

  @TempDir Path directory;

  @Test
  void theMethodsOfAGroupAreVariantsAsJmhPrintsThem() throws Exception {
    RankedGroup group = groups(GROUP).get(0);

    assertThat(group.rows())
        .extracting(RankedVariant::name)
        .containsExactlyInAnyOrder("readWrite", "readWrite:read", "readWrite:write");
    RankedVariant read = named(group, "readWrite:read");
    assertThat(read.count()).isEqualTo(2);
    assertThat(read.value()).isCloseTo(20, within(0.1));
    assertThat(read.measurement().error()).isEqualTo(0.3);
    assertThat(named(group, "readWrite").measurement().allocation()).isEqualTo(8);
    assertThat(named(group, "readWrite").measurement().metric("retries")).isEqualTo(7);
  }

  @Test
  void samplesHaveTheirPercentilesAndEachIterationsMean() throws Exception {
    Path file = SampleFiles.results(directory, SAMPLES);
    Measurement row = RecordedRun.read(file).measurements().get(0);

    assertThat(row.forks()).hasSize(2);
    assertThat(row.forks().get(0)).containsExactly(2.5);
    assertThat(row.forks().get(1)).containsExactly(2.5);
    assertThat(row.percentile("p50")).isEqualTo(2);
    assertThat(row.percentile("p99.9")).isEqualTo(16);
    assertThat(row.percentile("max")).isEqualTo(64);
    ReportWriter.write(List.of(file), directory, "", Map.of());
    assertThat(directory.resolve("report.html")).content().contains(">p99.9<", "p99.99");
    assertThat(directory.resolve("report.md"))
        .content()
        .contains("| mean | p50 | p99 | p99.9 | max | B/op |", "| 2.5 | 2 | 8 | 16 | 64 | – |");
  }

  @Test
  void percentilesOfIterationsAreNoPercentilesOfOperations() throws Exception {
    Path file = SampleFiles.results(directory, SAMPLES.replace("\"sample\"", "\"avgt\""));

    assertThat(RecordedRun.read(file).measurements().get(0).metrics()).isEmpty();
  }

  /** Before 1.36 profilers' metrics began with a dot; before 1.20 a file named no JVM. */
  @Test
  void filesOfOldVersionsAreRead() throws Exception {
    Measurement row =
        RecordedRun.read(
                SampleFiles.results(
                    directory,
                    """
                    [{"benchmark":"a.Old.run","mode":"avgt","threads":1,"forks":1,
                      "jvm":"/usr/bin/java","warmupIterations":5,"warmupTime":"1 s",
                      "primaryMetric":{"score":3.0,"scoreError":"NaN","scoreConfidence":["NaN","NaN"],
                        "scoreUnit":"ns/op","rawData":[[3.0]]},
                      "secondaryMetrics":{"·gc.alloc.rate.norm":{"score":24.0,"scoreUnit":"B/op",
                        "rawData":[[24.0]]},
                        "@stack":{"score":"NaN","scoreUnit":"---","rawData":[["NaN"]]}}}]
                    """))
            .measurements()
            .get(0);

    assertThat(row.allocation()).isEqualTo(24);
    assertThat(row.metrics()).containsOnlyKeys("gc.alloc.rate.norm", "stack");
    assertThat(row.settings().jdk()).isEmpty();
  }

  @Test
  void modesAndUnitsOfOneBenchmarkStandApart() throws Exception {
    StringJoiner rows = new StringJoiner(",", "[", "]");
    for (String mode : List.of("thrpt", "avgt", "sample", "ss")) {
      rows.add(row("a.B.run", mode, mode.equals("thrpt") ? "ops/s" : "s/op", Map.of()));
      rows.add(row("a.B.walk", mode, mode.equals("thrpt") ? "ops/s" : "s/op", Map.of()));
    }
    List<RankedGroup> groups = groups(rows.toString());

    assertThat(groups)
        .extracting(RankedGroup::title)
        .containsExactly("B, thrpt", "B, avgt", "B, sample", "B, ss");
    assertThat(groups).allMatch(group -> group.rows().size() == 2);
  }

  /** Not every number has a place on an axis, and none is the name of a variant. */
  @Test
  void numbersOfAnyKindAreNoVariants() throws Exception {
    StringJoiner rows = new StringJoiner(",", "[", "]");
    for (String size : List.of("0", "-1", "1e3", "0.5")) {
      rows.add(row("a.B.run", "avgt", "us/op", Map.of("size", size)));
    }
    List<RankedGroup> groups = groups(rows.toString());

    assertThat(groups).hasSize(4).allMatch(group -> group.rows().size() == 1);
    assertThat(Growth.of(groups))
        .singleElement()
        .satisfies(growth -> assertThat(growth.groups().keySet()).containsExactly(0.5, 1000.0));
  }

  @Test
  void thousandsAndMillionsAreNumbers() throws Exception {
    StringJoiner rows = new StringJoiner(",", "[", "]");
    for (String size : List.of("100", "10K", "1M")) {
      rows.add(row("a.B.run", "avgt", "us/op", Map.of("size", size)));
    }

    assertThat(Growth.of(groups(rows.toString())))
        .singleElement()
        .satisfies(growth -> assertThat(growth.groups().keySet()).containsExactly(100.0, 1e4, 1e6));
  }

  /** Nothing is ranked among them, and nobody reads 200 groups of one variant. */
  @Test
  void variantsOfSingleForksStandInOneGroupForEachClassAndGrow() throws Exception {
    StringJoiner rows = new StringJoiner(",", "[", "]");
    for (int from = 0; from < 10; from++) {
      for (int to = 1; to <= 20; to++) {
        Map<String, String> parameters = Map.of("from", from + "", "to", to + "", "size", "64");
        rows.add(row("org.example.Copy.copy", "avgt", "ns/op", parameters));
      }
    }
    String file = rows.toString().replace("[[1.0],[1.01],[0.99]]", "[[1.0,1.01,0.99]]");
    List<RankedGroup> groups = groups(file);

    assertThat(groups)
        .singleElement()
        .extracting(RankedGroup::title)
        .isEqualTo("Copy.copy (size=64), avgt");
    assertThat(names(groups.get(0))).hasSize(200).contains("from=0 to=3");
    assertThat(Growth.of(groups)).extracting(Growth::parameter).containsExactly("from", "to");
    assertThat(Growth.of(groups).get(0).groups()).hasSize(9);
    assertThat(Growth.of(groups).get(0).names()).hasSize(20).contains("to=3");
    assertThat(Growth.of(groups).get(1).value("from=0", 3)).isCloseTo(1, within(0.1));
    Path page =
        ReportWriter.write(List.of(SampleFiles.results(directory, file)), directory, "", Map.of());
    assertThat(page).exists();
  }

  @Test
  void oddValuesOfParametersAreReadable() throws Exception {
    StringJoiner rows = new StringJoiner(",", "[", "]");
    String text = "lorem ipsum ".repeat(1000);
    for (String value : List.of("", " ", "null", text, text + "!", "a,b", "\\u0000\\n")) {
      rows.add(row("a.B.run", "avgt", "us/op", Map.of("text", value, "also", text)));
    }
    Path file = SampleFiles.results(directory, rows.toString());
    RankedGroup group = SampleFiles.groups(file).get(0);

    assertThat(group.rows()).hasSize(7);
    assertThat(group.rows())
        .extracting(RankedVariant::name)
        .doesNotHaveDuplicates()
        .allMatch(name -> !name.isBlank() && name.length() < 150);
    assertThat(group.title()).hasSizeLessThan(200);
    ReportWriter.write(List.of(file), directory, "", Map.of());
    assertThat(directory.resolve("report.html")).exists();
  }

  @Test
  void namesHaveNoCommonPackagesOrDirectories() throws Exception {
    StringJoiner rows = new StringJoiner(",", "[", "]");
    for (String name : List.of("Fast", "Slow")) {
      rows.add(row("a.B.run", "avgt", "us/op", Map.of("type", "org.example.impl." + name)));
      rows.add(row("a.C.run", "avgt", "us/op", Map.of("file", "/data/in/" + name + ".json")));
      rows.add(
          row("a.D.run", "avgt", "us/op", Map.of("version", "v1." + name.length() + "-" + name)));
    }
    for (String name : List.of("one", "two")) {
      rows.add(row("org.example.perf." + name + ".E.run", "avgt", "us/op", Map.of()));
    }

    assertThat(groups(rows.toString()))
        .extracting(group -> group.title() + " " + names(group))
        .containsExactly(
            "B.run, avgt [Fast, Slow]",
            "C.run, avgt [Fast.json, Slow.json]",
            "D.run, avgt [v1.4-Fast, v1.4-Slow]",
            "one.E.run, avgt [run]",
            "two.E.run, avgt [run]");
  }

  /** As many results as are read, in one group. */
  @Test
  @Timeout(60)
  void aHugeFileIsReadAndJudgedInTime() throws Exception {
    StringJoiner rows = new StringJoiner(",", "[", "]");
    for (int i = 0; i < 5000; i++) {
      rows.add(row("org.example.Many.m" + i, "thrpt", "ops/ms", Map.of()));
    }

    assertThat(groups(rows.toString()))
        .singleElement()
        .satisfies(group -> assertThat(group.rows()).hasSize(5000));
  }

  private List<RankedGroup> groups(String content) throws Exception {
    return SampleFiles.groups(SampleFiles.results(directory, content));
  }

  /** The variants of a group by name. */
  static List<String> names(RankedGroup group) {
    return group.rows().stream().map(RankedVariant::name).sorted().toList();
  }

  private static RankedVariant named(RankedGroup group, String name) {
    return group.rows().stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow();
  }

  /** A row of a result file. */
  static String row(String benchmark, String mode, String unit, Map<String, String> parameters) {
    StringJoiner params = new StringJoiner(",");
    parameters.forEach((name, value) -> params.add("\"" + name + "\":\"" + value + "\""));
    return "{\"benchmark\":\"%s\",\"mode\":\"%s\",\"params\":{%s},\"primaryMetric\":{\"score\":1,"
            .formatted(benchmark, mode, params)
        + "\"scoreUnit\":\"%s\",\"rawData\":[[1.0],[1.01],[0.99]]}}".formatted(unit);
  }
}
