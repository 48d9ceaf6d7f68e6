package requestpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that stands before all published runs. */
class IndexPageTest {
  @TempDir Path directory;

  @Test
  void theIndexPageHasTheAnswersOfAllRunsAndLinksToEach() throws Exception {
    Path results = Files.createDirectories(directory.resolve("results"));
    new SampleRun(1).encode(SampleRun.THREE_LIBRARIES).write(results.resolve("a run"));
    new SampleRun(2).jdk("25.0.3").encode(SampleRun.THREE_LIBRARIES).write(results.resolve("b"));

    PublishedResults.write(results);

    assertThat(results.resolve("index.html"))
        .content()
        .contains("href=\"a%20run/report.html\"", "href=\"b/report.md\"", "Write JSON")
        .contains("JDK 17.0.15 and 25.0.3", "JDK 25.0.3</label>", "4 cores", "2026-11-23")
        .containsPattern("<li>Write JSON: FASTJSON2 is 2[.]\\d+x faster than JACKSON2")
        .doesNotContain("<script");
  }

  @Test
  void theIndexPageBeginsWithTheRankingOfTheFullestNewestRunNotWithTwoSides() throws Exception {
    Path results = Files.createDirectories(directory.resolve("results"));
    new SampleRun(1).encode(SampleRun.THREE_LIBRARIES).write(results.resolve("a"));
    new SampleRun(2)
        .started("2026-12-01T00:00:00Z")
        .against("--against-jvm jdk-25", 0.8)
        .encode(SampleRun.THREE_LIBRARIES)
        .write(results.resolve("b"));
    new SampleRun(3)
        .started("2026-12-02T00:00:00Z")
        .encode(Map.of("JACKSON2", 1.0, "GSON", 0.5))
        .write(results.resolve("c"));

    PublishedResults.write(results);

    FirstScreen.Question question =
        IndexPage.of(
                SampleFiles.report(
                    results.resolve("a"), results.resolve("b"), results.resolve("c")))
            .first()
            .questions()
            .get(0);
    assertThat(question.views().get(0).id()).endsWith("-answer");
    assertThat(question.views().get(0).link()).startsWith("b/");
    assertThat(question.views().get(0).isFirst()).isTrue();
    assertThat(question.views().get(question.views().size() - 1).id()).endsWith("-sides");
    assertThat(results.resolve("index.html"))
        .content()
        .contains("Where two sides are compared")
        .doesNotContain("answers-lead\"");
  }

  @Test
  void aLongerListOfFewerLibrariesDoesNotAnswer() throws Exception {
    Path results = Files.createDirectories(directory.resolve("results"));
    new SampleRun(1).encode(SampleRun.THREE_LIBRARIES).write(results.resolve("a"));
    new SampleRun(2)
        .group(
            "JsonEncodeBenchmark.toBytes",
            "avgt",
            "us/op",
            10_000,
            10_000,
            Map.of("JACKSON2", 1.0, "GSON", 0.5))
        .write(results.resolve("b"));

    FirstScreen.Question question =
        IndexPage.of(SampleFiles.report(results.resolve("a"), results.resolve("b")))
            .first()
            .questions()
            .get(0);

    assertThat(question.tag()).startsWith("DOCUMENT, size 10,");
    assertThat(question.views().get(0).link()).startsWith("a/");
  }
}
