package requestpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of a group, and the budget that is made from groups. */
class GroupTableTest {
  @TempDir Path directory;

  @Test
  void theBudgetAddsReadingAndWritingOfTheSameJsonAndLeavesTheReferenceOut() throws Exception {
    Path path =
        new SampleRun(1)
            .encode(Map.of("JACKSON2", 1.0, "GSON", 2.0, "HANDWRITTEN", 0.2))
            .decode(Map.of("JACKSON2", 1.0, "GSON", 3.0, "MOSHI", 0.5, "HANDWRITTEN", 0.2))
            .write(directory);
    List<List<String>> lines = new Budget(SampleFiles.report(path)).lines();

    assertThat(lines).hasSize(3);
    assertThat(lines.get(0).get(0)).startsWith("JSON, read and write (binding=RECORD");
    assertThat(lines.get(0).get(1)).isEqualTo(lines.get(0).get(2)).matches("JACKSON2 2(\\.\\d)?%");
    assertThat(lines.get(0).get(3)).matches("GSON 5(\\.\\d)?%");
    assertThat(lines.get(2).get(1)).startsWith("MOSHI ");
  }

  @Test
  void whatIsTheSameInAllRowsStandsInTheCaption() throws Exception {
    Path path = new SampleRun(1).encode(Map.of("JACKSON2", 1.0, "JACKSON3", 2.0)).write(directory);
    Path other =
        new SampleRun(1)
            .encode(Map.of("JACKSON2", 1.0, "YASSON", 2.0))
            .write(directory.resolve("other"));
    Page.Section same = new PageSections(SampleFiles.report(path), path).groups().get(0);
    Page.Section different = new PageSections(SampleFiles.report(other), other).groups().get(0);

    assertThat(same.constants()).contains("licence Apache-2.0", "bytes 1,332", "7 forks");
    assertThat(same.columns()).extracting(Page.Column::title).doesNotContain("licence", "forks");
    assertThat(same.rows()).allMatch(row -> row.cells().size() == same.columns().size() + 1);
    assertThat(same.rows().get(0).words()).contains("Spring Boot");
    assertThat(different.constants()).doesNotContain("licence");
    assertThat(different.columns()).extracting(Page.Column::title).contains("licence");
  }

  @Test
  void aRatioHasItsIntervalAndABarInItsCell() throws Exception {
    Path path =
        new SampleRun(1)
            .encode(Map.of("JACKSON2", 1.0, "GSON", 2.0, "MOSHI", 4.0))
            .write(directory);
    Page.Section section = new PageSections(SampleFiles.report(path), path).groups().get(0);
    List<Page.Cell> ratios = section.rows().stream().map(row -> row.cells().get(1)).toList();

    assertThat(section.columns().get(0)).isEqualTo(new Page.Column("ratio", "95% interval", true));
    assertThat(ratios.get(1).note()).matches("\\[1\\.9\\d*, 2\\.0\\d*]");
    assertThat(ratios.get(0).percent()).isBetween(24.0, 26.0);
    assertThat(ratios.get(2).percent()).isEqualTo(100);
  }
}
