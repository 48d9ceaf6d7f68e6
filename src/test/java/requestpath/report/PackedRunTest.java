package requestpath.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import requestpath.result.Measurement;
import requestpath.result.RankedGroup;
import requestpath.result.RecordedRun;
import requestpath.result.ResultException;
import requestpath.result.ResultFiles;

/** A run that is packed says the same as before, in fewer bytes. */
class PackedRunTest {
  @TempDir Path directory;
  private Path run;
  private Path published;

  @BeforeEach
  void measure() throws Exception {
    run = Files.createDirectories(directory.resolve("run"));
    published = directory.resolve("published");
    new SampleRun(1).documents().write(run);
  }

  @Test
  void itHoldsAllFiguresToSixDigits() throws Exception {
    PackedRun.write(run, published);

    assertThat(names(published))
        .containsExactlyInAnyOrder("results.json.gz", "rounds.json.gz", "environment.json");
    for (String name : List.of("results.json.gz", "rounds.json.gz")) {
      try (InputStream in = ResultFiles.open(published.resolve(name))) {
        assertThat(new String(in.readAllBytes(), UTF_8)).doesNotContainPattern("\\.\\d{7}");
      }
    }
    List<Measurement> before = RecordedRun.read(run).measurements();
    List<Measurement> after = RecordedRun.read(published).measurements();
    assertThat(after)
        .extracting(Measurement::key)
        .isEqualTo(before.stream().map(Measurement::key).toList());
    for (int i = 0; i < before.size(); i++) {
      Measurement plain = before.get(i);
      assertThat(after.get(i).score()).isCloseTo(plain.score(), withinPercentage(0.001));
      for (int fork = 0; fork < plain.forks().size(); fork++) {
        for (int k = 0; k < plain.forks().get(fork).length; k++) {
          assertThat(after.get(i).forks().get(fork)[k])
              .isCloseTo(plain.forks().get(fork)[k], withinPercentage(0.001));
        }
      }
    }
    assertThat(titles(published)).isNotEmpty().isEqualTo(titles(run));
  }

  private static List<String> titles(Path path) throws Exception {
    return Report.of(List.of(RecordedRun.read(path)), "", Map.of()).groups().stream()
        .map(RankedGroup::title)
        .toList();
  }

  @Test
  void itIsPackedInPlaceOnceItCannotBeResumed() throws Exception {
    Files.createDirectory(run.resolve("forks"));
    refused(run, run, "which --publish would replace");
    Files.delete(run.resolve("forks"));

    PackedRun.write(run, run);
    assertThat(names(run)).contains("results.json.gz", "rounds.json.gz");
    assertThat(names(run)).doesNotContain("results.json", "rounds.json");
    byte[] once = Files.readAllBytes(run.resolve("results.json.gz"));
    PackedRun.write(run, run);
    assertThat(run.resolve("results.json.gz")).hasBinaryContent(once);
  }

  @Test
  void whatIsNoRunOrWouldReplaceOneIsRefused() throws Exception {
    refused(directory, published, "holds no results.json");
    new SampleRun(2).documents().write(Files.createDirectories(published));
    byte[] other = Files.readAllBytes(published.resolve("results.json"));
    refused(run, published, "holds a run already");
    assertThat(published.resolve("results.json")).hasBinaryContent(other);

    String text = Files.readString(run.resolve("results.json"));
    Files.writeString(run.resolve("results.json"), text.substring(0, text.length() / 2));
    refused(run, directory.resolve("third"), "results.json is no JSON, or is cut short");
    assertThat(directory.resolve("third")).doesNotExist();
  }

  private static void refused(Path from, Path to, String sentence) {
    assertThatThrownBy(() -> PackedRun.write(from, to))
        .isInstanceOf(ResultException.class)
        .hasMessageContaining(sentence);
  }

  private static List<String> names(Path path) throws Exception {
    try (var files = Files.list(path)) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }
}
