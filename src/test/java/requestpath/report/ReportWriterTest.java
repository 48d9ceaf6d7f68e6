package requestpath.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import requestpath.result.ResultException;

/** The files of a report: whole, in their places, and harmless. */
class ReportWriterTest {
  @TempDir Path directory;

  @Test
  void aRunWritesItsReportIntoItsOwnDirectory() throws Exception {
    Path run = new SampleRun(1).documents().warning("The machine was busy.").write(directory);

    Path page = ReportWriter.write(run, Map.of());

    assertThat(page).isEqualTo(run.resolve("report.html"));
    assertThat(Files.size(page)).isLessThan(500_000);
    assertThat(run.resolve("report.md"))
        .content()
        .contains("> **Note:** The machine was busy.")
        .contains("| FASTJSON2 (I,L) | ")
        .contains("java -jar target/benchmarks.jar 'JsonEncode|JsonDecode' -p size=1,10,100");
    try (Stream<Path> pictures = Files.list(run.resolve("pictures"))) {
      assertThat(pictures).hasSize(5).allSatisfy(this::isPicture);
    }
  }

  private void isPicture(Path picture) {
    assertThat(picture).content().startsWith("<svg xmlns=").contains("prefers-color-scheme");
  }

  @Test
  void twoReportsOfARunAreTheSame() throws Exception {
    Path run = new SampleRun(1).documents().write(directory);
    String first = Files.readString(ReportWriter.write(run, Map.of()));

    assertThat(Files.readString(ReportWriter.write(run, Map.of()))).isEqualTo(first);
  }

  @Test
  void whatCannotBeWrittenIsSaidAndLeavesNothingBehind() throws Exception {
    Path run = new SampleRun(1).documents().write(directory.resolve("run"));
    Path file = Files.writeString(directory.resolve("file"), "in the way");

    assertThatThrownBy(() -> ReportWriter.write(List.of(run), file, "", Map.of()))
        .isInstanceOf(ResultException.class)
        .hasMessageContaining("a file is where a directory is needed")
        .hasMessageContaining("-o");
    Path out = directory.resolve("out");
    Files.createDirectories(out.resolve("report.html").resolve("taken"));
    assertThatThrownBy(() -> ReportWriter.write(List.of(run), out, "", Map.of()))
        .isInstanceOf(ResultException.class)
        .hasMessageContaining("a directory has its name");
    try (Stream<Path> files = Files.walk(out)) {
      assertThat(files).noneMatch(each -> each.toString().endsWith(".part"));
    }
  }

  @Test
  void anUnknownBaselineIsRefused() throws Exception {
    Path run = new SampleRun(1).documents().write(directory);

    assertThatThrownBy(() -> ReportWriter.write(List.of(run), directory, "NOBODY", Map.of()))
        .hasMessageContaining("--baseline NOBODY");
  }

  @Test
  void hostileTextsStayTextsInHtmlAndMarkdownAndPictures() throws Exception {
    Path out = directory.resolve("out");
    Path run = SampleFiles.hostileRun(directory.resolve("run"));

    ReportWriter.write(List.of(run), out, "", Map.of());

    String html = Files.readString(out.resolve("report.html"));
    String markdown = Files.readString(out.resolve("report.md"));
    assertThat(html).doesNotContain("<img").contains("&lt;img src=x onerror=alert(1)&gt;");
    assertThat(html.split("</script>", -1)).hasSize(3);
    assertThat(markdown).doesNotContain("<img").doesNotContain("](http").doesNotContain("@someone");
    assertThat(markdown.lines().filter(line -> line.startsWith("| &lt;img")))
        .allSatisfy(line -> assertThat(line.chars().filter(c -> c == '|').count()).isEqualTo(9));
    try (Stream<Path> pictures = Files.list(out.resolve("pictures"))) {
      assertThat(pictures)
          .isNotEmpty()
          .allSatisfy(p -> assertThat(p).content().doesNotContain("<img"));
    }
  }
}
