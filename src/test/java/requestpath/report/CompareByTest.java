package requestpath.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import requestpath.result.CompareBy;
import requestpath.result.Judgement;
import requestpath.result.RecordedRun;
import requestpath.result.ResultException;

/** What variants of a group differ in is chosen by {@code --compare-by}. */
class CompareByTest {
  @TempDir Path directory;

  @Test
  void whatIsComparedIsChosen() throws Exception {
    StringJoiner rows = new StringJoiner(",", "[", "]");
    for (String type : List.of("Gson", "Moshi")) {
      for (String method : List.of("read", "write")) {
        for (String kind : List.of("small", "large")) {
          rows.add(
              ForeignFilesTest.row(
                  "a." + type + "Benchmark." + method, "avgt", "us/op", Map.of("kind", kind)));
        }
      }
    }
    String file = rows.toString();

    assertThat(shown(file, "class"))
        .containsExactlyInAnyOrder(
            "read (kind=small), avgt [Gson, Moshi]",
            "read (kind=large), avgt [Gson, Moshi]",
            "write (kind=small), avgt [Gson, Moshi]",
            "write (kind=large), avgt [Gson, Moshi]");
    assertThat(shown(file, "method"))
        .contains("GsonBenchmark (kind=small), avgt [read, write]")
        .hasSize(4)
        .isEqualTo(shown(file, ""));
    Path whole = SampleFiles.results(directory, file);
    assertThat(
            ComparisonWriter.compare(whole, whole, new CompareBy("class"), 0.01, 0, false).text())
        .contains("read (kind=small), avgt", "write (kind=large), avgt");
    assertThat(ComparisonWriter.compare(whole, whole, 0.01, 0, false).text())
        .contains("GsonBenchmark (kind=small), avgt");
    assertThat(shown(file, "kind")).contains("GsonBenchmark.read, avgt [large, small]").hasSize(4);
    assertThatThrownBy(
            () ->
                ReportWriter.write(
                    List.of(SampleFiles.results(directory, file)),
                    directory,
                    "",
                    Map.of(),
                    new CompareBy("size")))
        .isInstanceOf(ResultException.class)
        .hasMessageContaining("--compare-by size: no variant has such a parameter")
        .hasMessageContaining("class, method, kind");
  }

  private List<String> shown(String file, String compareBy) throws Exception {
    RecordedRun run =
        RecordedRun.read(SampleFiles.results(directory, file)).comparedBy(new CompareBy(compareBy));
    return Judgement.of(List.of(run), "").groups().stream()
        .map(group -> group.title() + " " + ForeignFilesTest.names(group))
        .toList();
  }

  @Test
  void aRunOfOursCanBeComparedByItsBinding() throws Exception {
    Map<String, Double> truth = Map.of("JACKSON2", 1.0, "GSON", 2.0);
    Path path = new SampleRun(1).encode(truth).binding("BEAN").encode(truth).write(directory);
    RecordedRun run = RecordedRun.read(path).comparedBy(new CompareBy("binding"));

    assertThat(Judgement.of(List.of(run), "").groups())
        .hasSize(2)
        .allMatch(group -> ForeignFilesTest.names(group).equals(List.of("BEAN", "RECORD")));
  }
}
