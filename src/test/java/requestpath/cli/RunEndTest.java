package requestpath.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run prints after its last fork. */
class RunEndTest {
  @TempDir Path directory;

  @Test
  void anErrorOfThisProgramIsASentence() throws Exception {
    Files.writeString(
        directory.resolve("results.json"),
        """
        [{"benchmark":"a.B.c","mode":"avgt","primaryMetric":{"score":1,"scoreUnit":"us/op"}}]""");
    Files.writeString(directory.resolve("rounds.json"), "{\"groups\":[null]}");
    RunEnd end = new RunEnd();

    assertThat(String.join("", end.rankings(directory)))
        .startsWith("# There is no ranking because of an error in this program: ")
        .endsWith("; all results are saved");
    assertThat(end.make(directory, true))
        .startsWith("There is no page because of an error in this program: ")
        .endsWith("; all results are saved");
  }

  @Test
  void aFirstLookEndsWithItsRankingsAndItsPage() throws Exception {
    Path recorded = Path.of("src/test/resources/requestpath/report/a-real-run");
    for (String file : List.of("results.json", "rounds.json", "environment.json")) {
      String text = Files.readString(recorded.resolve(file));
      Files.writeString(
          directory.resolve(file), text.replace("\"quick\": false", "\"quick\": true"));
    }
    RunEnd end = new RunEnd();

    assertThat(end.rankings(directory).get(0)).startsWith("# A first look (--quick) ");
    assertThat(end.make(directory, true))
        .startsWith("The page with all results: ")
        .endsWith("report.html");
    assertThat(directory.resolve("report.html")).content().contains(" is a first look (--quick) ");
  }

  @Test
  void aDirectoryWithoutResultsIsASentence() {
    RunEnd end = new RunEnd();

    assertThat(String.join("", end.rankings(directory)))
        .startsWith("# There is no ranking: ")
        .contains("holds no results.json");
    assertThat(end.make(directory, true)).startsWith("There is no page: ");
  }
}
