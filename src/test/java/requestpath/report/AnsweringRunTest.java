package requestpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of several published runs answers. */
class AnsweringRunTest {
  @TempDir Path directory;

  @Test
  void theRunWithTheMostVariantsAnswersAndOfEqualOnesTheNewest() throws Exception {
    Map<String, Double> truth = SampleRun.THREE_LIBRARIES;
    Map<String, Double> few = Map.of("JACKSON2", 1.0, "GSON", 0.5);
    Map<String, Double> earlier = Map.of("JACKSON2", 1.0, "GSON", 0.5, "FASTJSON2", 2.0);
    new SampleRun(1).started("2026-11-29T00:00:00Z").encode(truth).write(directory.resolve("a"));
    new SampleRun(2).started("2026-11-28T00:00:00Z").encode(earlier).write(directory.resolve("b"));
    new SampleRun(3)
        .cpu("Another CPU", 1)
        .started("2026-11-30T00:00:00Z")
        .encode(few)
        .write(directory.resolve("c"));

    PublishedResults published = PublishedResults.read(directory);
    assertThat(table(published.answers()).get(2))
        .startsWith("| **Writing JSON with records**, 3 variants | fastjson2 is 2.");
    assertThat(published.answers())
        .contains("Measured on 2026-11-29 on ")
        .doesNotContain("Another CPU");
  }

  @Test
  void runsThatCannotBeJudgedAnswerNothing() throws Exception {
    new SampleRun(1).encode(Map.of("JACKSON2", 1.0)).write(directory.resolve("a"));

    assertThat(PublishedResults.read(directory).answers())
        .contains("Measured on 2026-11-")
        .doesNotContain("Writing JSON", "Jackson 2");
  }

  @Test
  void thePayloadOfTheSourceArticlesAnswersWhateverElseHasMoreVariants() throws Exception {
    new SampleRun(1)
        .payload("VARIED")
        .encode(Map.of("JACKSON2", 1.0, "GSON", 2.0, "FASTJSON2", 1.5))
        .payload("DOCUMENT")
        .encode(Map.of("JACKSON2", 1.0, "GSON", 0.4))
        .decode(SampleRun.THREE_LIBRARIES)
        .write(directory.resolve("a"));

    List<String> table = table(PublishedResults.read(directory).answers());
    assertThat(table.subList(2, table.size()))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("| **Reading JSON with records**, 3 variants | "),
            line ->
                assertThat(line)
                    .startsWith("| **Writing JSON with records**, 2 variants | Gson is 2."));
  }

  private static List<String> table(String answers) {
    return answers.lines().filter(line -> line.startsWith("|")).toList();
  }
}
