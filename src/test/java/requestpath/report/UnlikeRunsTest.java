package requestpath.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import requestpath.report.ComparisonWriter.Result;
import requestpath.result.ResultException;

/** Runs that cannot be compared, or only in part, are refused or said to be so. */
class UnlikeRunsTest {
  @TempDir Path directory;

  @Test
  void otherUnitsAreRefused() throws Exception {
    Path old = foreign(1, "ns/op");
    Path now = foreign(2, "us/op");

    assertThatThrownBy(() -> compare(old, now))
        .isInstanceOf(ResultException.class)
        .hasMessageContaining("is in ns/op in the old run and in us/op in the new one");
  }

  @Test
  void rowsOnOneSideAreListedAndNothingInCommonIsRefused() throws Exception {
    Path both = foreign(1, "ns/op");
    SampleRun more = new SampleRun(2);
    more.foreign("a.B.run", "avgt", "ns/op", Map.of());
    more.foreign("a.B.added", "avgt", "ns/op", Map.of());
    Path now = more.writeResults(directory.resolve("more.json"));

    Path ours = new SampleRun(1).documents().write(directory.resolve("ours"));

    assertThat(compare(both, now).text()).contains("Only in the new run:\n\n  B.added, avgt");
    assertThat(compare(now, both).text()).contains("Only in the old run:\n\n  B.added, avgt");
    assertThatThrownBy(() -> compare(ours, both)).hasMessageContaining("no variant in common");
  }

  @Test
  void oneForkIsNotJudged() throws Exception {
    Path file = directory.resolve("one.json");
    Files.writeString(
        file,
        "[{\"benchmark\":\"a.B.c\",\"mode\":\"avgt\",\"primaryMetric\":{\"score\":2,"
            + "\"scoreUnit\":\"s/op\",\"rawData\":[[2,2,2]]}}]");

    assertThat(compare(file, file).text()).contains("not judged").contains("Nothing can be judged");
  }

  @Test
  void theSameRowTwiceIsRefused() throws Exception {
    SampleRun twice = new SampleRun(1);
    twice.foreign("a.B.run", "avgt", "ns/op", Map.of());
    twice.foreign("a.B.run", "avgt", "ns/op", Map.of());
    Path file = twice.writeResults(directory.resolve("twice.json"));

    assertThatThrownBy(() -> compare(file, file)).hasMessageContaining("twice");
  }

  private Path foreign(long seed, String unit) throws IOException {
    SampleRun run = new SampleRun(seed).foreign("a.B.run", "avgt", unit, Map.of());
    return run.writeResults(directory.resolve("foreign" + seed + ".json"));
  }

  private static Result compare(Path old, Path now) throws ResultException {
    return ComparisonWriter.compare(old, now, 0.01, 0, false);
  }
}
