package requestpath.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** All rules of axe-core, on every kind of page with everything unfolded, in light and in dark. */
class PageAccessibilityTest extends PageInBrowser {
  /** Everything that a reader can unfold, and all tabs. */
  private static final String UNFOLD =
      """
      document.querySelectorAll('details').forEach(details => details.open = true);
      document.querySelectorAll('.behind').forEach(row => row.classList.add('open'));
      document.querySelectorAll('.view').forEach(view => view.style.display = 'block');
      """;

  /** Each finding of the rules that are named, or of all, with its first elements. */
  private static final String FINDINGS =
      """
      const [rules, done] = arguments;
      axe.run(document, {resultTypes: ['violations'], ...(rules.length ? {runOnly: rules} : {})}).then(
        results => done(results.violations.map(found => found.id + ', ' + found.nodes.length + ': '
          + found.nodes.slice(0, 3).map(node => node.html + ' ' + node.failureSummary).join(' | '))),
        error => done([String(error)]));
      """;

  private static final Map<String, Double> TRUTH =
      Map.of("JACKSON2", 1.0, "GSON", 2.4, "FASTJSON2", 0.4, "HANDWRITTEN", 0.3);

  private static String axe = "";

  @BeforeAll
  static void readRules() throws IOException {
    try (InputStream rules = PageAccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
      axe = new String(Objects.requireNonNull(rules).readAllBytes(), UTF_8);
    }
    browser.manage().timeouts().scriptTimeout(Duration.ofMinutes(2));
  }

  @Test
  void aPageWithAllChartsAndTwoSidesHasNoFinding() throws Exception {
    List<Path> runs =
        List.of(
            small(new SampleRun(1).warning("The machine was busy.")).write(run("old")),
            new SampleRun(2).jdk("25.0.3").decode(TRUTH).write(run("now")),
            new SampleRun(3)
                .jdk("21.0.8")
                .against("--against-jvm jdk-25", 0.9)
                .decode(TRUTH)
                .write(run("sides")));
    expectNone(ReportWriter.write(runs, run("all"), "", SampleLibraries.facts()));
    for (String section : List.of("trade-offs", "growth", "cold-start", "parts", "sides")) {
      assertThat(count("#" + section + " table")).as(section).isPositive();
    }
  }

  @Test
  void anIndexOfPublishedRunsHasNoFinding() throws Exception {
    Path results = run("published");
    new SampleRun(1).warning("The machine was busy.").decode(TRUTH).write(results.resolve("one"));
    new SampleRun(2).jdk("25.0.3").decode(TRUTH).write(results.resolve("two"));
    PublishedResults.write(results);
    expectNone(results.resolve("index.html"));
  }

  @Test
  void aFileOfSingleForksHasNoFinding() throws Exception {
    StringJoiner rows = new StringJoiner(",", "[", "]");
    for (int size = 1; size <= 4; size++) {
      for (String method : List.of("get", "put")) {
        rows.add(
            """
            {"benchmark":"a.Cache.%s","mode":"thrpt","params":{"size":"%d"},
             "primaryMetric":{"score":%d,"scoreError":0.2,"scoreUnit":"ops/s","rawData":[[1,2]]}}
            """
                .formatted(method, size, size));
      }
    }
    Path file = SampleFiles.results(run("foreign"), rows.toString());
    expectNone(ReportWriter.write(List.of(file), run("foreign"), "", Map.of()));
  }

  private static Path run(String name) throws IOException {
    return Files.createDirectories(directory.resolve("accessible").resolve(name));
  }

  /** Few variants, and every kind of group. */
  private static SampleRun small(SampleRun run) {
    for (int size : new int[] {1, 10, 100}) {
      run.group(
          "JsonEncodeBenchmark.toBytes",
          "avgt",
          "us/op",
          0.4 * size + 0.2,
          size,
          new TreeMap<>(TRUTH));
    }
    return run.group(
            "JsonDecodeBenchmark.fromBytes", "avgt", "us/op", 61, 100, new TreeMap<>(TRUTH))
        .decode(TRUTH)
        .group("ColdStartBenchmark.encodeFirst", "ss", "ms/op", 130, 0, new TreeMap<>(TRUTH))
        .group("HelloRequestBenchmark.handle", "avgt", "us/op", 10, 0, new TreeMap<>(TRUTH))
        .partOf("HelloRequestBenchmark.handle")
        .group("HelloRequestBenchmark.json", "avgt", "us/op", 6, 0, new TreeMap<>(TRUTH));
  }

  /** All rules in light; in dark those of colours alone, for all else is the same. */
  private void expectNone(Path file) {
    open(file.toUri().toString());
    script(axe);
    script(UNFOLD);
    assertThat(findings()).as("light").isEmpty();
    browser.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features", List.of(STILL, Map.of("name", "prefers-color-scheme", "value", "dark"))));
    assertThat(findings("color-contrast")).as("dark").isEmpty();
  }

  private static List<?> findings(String... rules) {
    return (List<?>) browser.executeAsyncScript(FINDINGS, List.of(rules));
  }
}
