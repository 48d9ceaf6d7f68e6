package requestpath.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import requestpath.result.Measurement;
import requestpath.result.RecordedRun;
import requestpath.result.ResultException;

/** Result files in, measurements or one clear sentence out. */
class RecordedRunTest {
  @TempDir Path directory;

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
    Path file = SampleFiles.results(directory, content);
    Path out = directory.resolve("out");

    assertThatThrownBy(() -> ReportWriter.write(List.of(file), out, "", Map.of()))
        .isInstanceOf(ResultException.class)
        .hasMessageContaining("x.json")
        .hasMessageContaining(words)
        .hasMessageNotContaining("\n");
    assertThat(out).doesNotExist();
  }

  @Test
  void aPackedResultFileIsReadAsItWasAndRefusedWhereItIsCut() throws Exception {
    Path run = new SampleRun(1).documents().write(directory.resolve("run"));
    List<Measurement> plain = RecordedRun.read(run).measurements();
    byte[] content = Files.readAllBytes(run.resolve("results.json"));
    Files.delete(run.resolve("results.json"));
    Path packed = run.resolve("results.json.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(content);
    }

    assertThat(RecordedRun.read(run).measurements())
        .extracting(Measurement::benchmark, Measurement::parameters, Measurement::score)
        .isEqualTo(
            plain.stream()
                .map(row -> tuple(row.benchmark(), row.parameters(), row.score()))
                .toList());
    byte[] whole = Files.readAllBytes(packed);
    for (byte[] broken : List.of(Arrays.copyOf(whole, whole.length / 2), content)) {
      Files.write(packed, broken);
      assertThatThrownBy(() -> RecordedRun.read(run))
          .isInstanceOf(ResultException.class)
          .hasMessageContaining("results.json.gz")
          .hasMessageNotContaining("\n");
    }
  }

  @Test
  void aFileCutShortAnywhereGivesASentenceAndNoPage() throws Exception {
    String whole = Files.readString(SampleFiles.resource("encode.json")).strip();
    Path file = directory.resolve("x.json");
    Path out = directory.resolve("out");
    for (int length = 1; length < whole.length(); length += 397) {
      Files.writeString(file, whole.substring(0, length));
      assertThatThrownBy(() -> ReportWriter.write(List.of(file), out, "", Map.of()))
          .isInstanceOf(ResultException.class);
    }
    assertThat(out).doesNotExist();
  }

  @Test
  void nestingWithoutEndIsRefused() throws Exception {
    Path file = SampleFiles.results(directory, "[".repeat(100_000));

    assertThatThrownBy(() -> RecordedRun.read(file)).isInstanceOf(ResultException.class);
    Files.writeString(file, "[{\"x\":" + "[".repeat(100_000));
    assertThatThrownBy(() -> RecordedRun.read(file)).isInstanceOf(ResultException.class);
  }

  @Test
  void aMillionIterationsAreReadAndTheirPageStaysSmall() throws Exception {
    Path file = directory.resolve("large.json");
    try (Writer writer = Files.newBufferedWriter(file)) {
      writer.write('[');
      for (int row = 0; row < 10; row++) {
        writer.write(row == 0 ? "" : ",");
        writer.write("{\"benchmark\":\"a.B.m" + row + "\",\"mode\":\"avgt\",\"primaryMetric\":");
        writer.write("{\"score\":1,\"scoreUnit\":\"us/op\",\"rawData\":[");
        for (int fork = 0; fork < 5; fork++) {
          writer.write(fork == 0 ? "[" : ",[");
          for (int i = 0; i < 20_000; i++) {
            writer.write((i == 0 ? "" : ",") + "1.000000000000" + (i % 7_919 + 100_000));
          }
          writer.write(']');
        }
        writer.write("]}}");
      }
      writer.write("]");
    }
    assertThat(Files.size(file)).isGreaterThan(20_000_000);

    Path page = ReportWriter.write(List.of(file), directory, "", Map.of());

    assertThat(Files.size(page)).isLessThan(3_000_000);
  }

  @Test
  void moreResultsThanAPageCanShowAreRefused() throws Exception {
    Path file = directory.resolve("x.json");
    String one = "{\"benchmark\":\"a.b\",\"primaryMetric\":{\"score\":1,\"scoreUnit\":\"s\"}}";
    Files.writeString(file, "[" + (one + ",").repeat(5000) + one + "]");

    assertThatThrownBy(() -> RecordedRun.read(file)).hasMessageContaining("more than 5000 results");
  }

  @Test
  void aDirectoryWithoutResultsAndABrokenRoundsFileAreNamed() throws Exception {
    assertThatThrownBy(() -> RecordedRun.read(directory))
        .hasMessageContaining("holds no results.json");
    new SampleRun(1).documents().write(directory);
    Files.writeString(directory.resolve("rounds.json"), "{\"groups\":[");
    assertThatThrownBy(() -> RecordedRun.read(directory))
        .hasMessageContaining("rounds.json is not JSON");
  }

  @Test
  void theFileOfRoundsMayBePackedAndIsThenNamedSo() throws Exception {
    new SampleRun(1).documents().write(directory);
    RecordedRun plain = RecordedRun.read(directory);
    Path rounds = directory.resolve("rounds.json");
    Path packed = directory.resolve("rounds.json.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      Files.copy(rounds, out);
    }
    Files.delete(rounds);

    assertThat(RecordedRun.read(directory).rounds()).isEqualTo(plain.rounds());

    byte[] whole = Files.readAllBytes(packed);
    Files.write(packed, Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> RecordedRun.read(directory))
        .isInstanceOf(ResultException.class)
        .hasMessageContaining("rounds.json.gz");
  }
}
