package requestpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links to flame graphs and sources, where there are such files. */
class PageLinksTest {
  @TempDir Path directory;

  @Test
  void flameGraphsAreLinkedOnTheirSideWhateverElseTheRunMeasured() throws Exception {
    Map<String, Double> truth = new TreeMap<>(Map.of("JACKSON2", 1.0, "GSON", 2.0));
    Path path =
        new SampleRun(1).against("--against-jvm jdk-25", 0.8).encode(truth).write(directory);
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

    Report report = SampleFiles.report(path);
    List<Page.Section> sections = new PageSections(report, path).groups();

    assertThat(flameGraphs(sections.get(0)))
        .containsExactly(
            "Flame graph, cpu: GSON: CPU time: profile/a%20row/cpu.html",
            "Differential flame graph, cpu-diff: GSON: what differs, against JACKSON2's row:"
                + " profile/a%20row/cpu-diff.html",
            "Flame graph, alloc: no name of a file: ");
    assertThat(flameGraphs(sections.get(1))).as("the base").isEmpty();
    assertThat(Files.readString(ReportWriter.write(path, Map.of())))
        .contains("href=\"profile/a%20row/cpu.html\"");
  }

  @Test
  void aNameThatIsNoNameOfAFileHasNoLink() throws Exception {
    Path file =
        SampleFiles.results(
            directory,
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
}
