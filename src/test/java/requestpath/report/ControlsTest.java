package requestpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import requestpath.result.RankedGroup;

/** What the baseline measured a second time says. */
class ControlsTest {
  @TempDir Path directory;

  @Test
  void theForksOfAControlAreTheRoundsThatAlsoHoldTheBaseline() throws Exception {
    RankedGroup group =
        withControl(
            forks -> {
              forks.remove(6);
              forks.remove(0);
            });

    assertThat(group.control()).isNotNull();
    assertThat(group.control().forks()).isEqualTo(5);
  }

  @Test
  void forksWithoutARoundAreNumbered() throws Exception {
    RankedGroup numbered = withControl(forks -> {});
    RankedGroup group =
        withControl(forks -> forks.forEach(fork -> ((ObjectNode) fork).put("round", 0)));

    assertThat(group.control()).isEqualTo(numbered.control());
    assertThat(group.control().forks()).isEqualTo(7);
  }

  @Test
  void anInconclusiveControlIsSaidToBeInconclusive() throws Exception {
    RankedGroup group =
        withControl(
            forks -> {
              while (forks.size() > 2) {
                forks.remove(2);
              }
              ((ObjectNode) forks.get(0)).put("value", 1000);
            });

    assertThat(GroupTexts.control(group))
        .hasValue("Control: JACKSON2 measured twice is inconclusive (2 forks)");
    assertThat(PublishedResults.read(directory).index())
        .contains("the baseline measured twice is inconclusive (2 forks)\n");
  }

  private RankedGroup withControl(Consumer<ArrayNode> change) throws Exception {
    Path run =
        new SampleRun(1)
            .encode(Map.of("JACKSON2", 1.0, "GSON", 2.0))
            .write(directory.resolve("run"));
    change(run.resolve("rounds.json"), change);
    return SampleFiles.groups(run).get(0);
  }

  private static void change(Path file, Consumer<ArrayNode> change) throws IOException {
    JsonMapper mapper = new JsonMapper();
    JsonNode rounds = mapper.readTree(file.toFile());
    for (JsonNode row : rounds.path("groups").path(0).path("rows")) {
      if (row.path("control").asBoolean()) {
        change.accept((ArrayNode) row.path("forks"));
      }
    }
    mapper.writeValue(file.toFile(), rounds);
  }
}
