package requestpath.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import requestpath.result.JudgedSides;
import requestpath.result.RankedGroup;

/** JDKs, sides and packages stand apart, and side by side. */
class PlatformsTest {
  @TempDir Path directory;

  @Test
  void jdksAreNeverMixed() throws Exception {
    Path old = new SampleRun(1).documents().write(directory.resolve("a"));
    Path now = new SampleRun(2).jdk("25.0.3").documents().write(directory.resolve("b"));
    Report report = SampleFiles.report(old, now);

    assertThat(report.groups()).hasSize(10);
    assertThat(report.sideBySide()).hasSize(5);
    assertThat(report.sideBySide())
        .allSatisfy(
            same ->
                assertThat(same)
                    .extracting(RankedGroup::platform)
                    .containsExactly("JDK 17.0.15", "JDK 25.0.3"));
  }

  @Test
  void bothSidesOfARunStandApart() throws Exception {
    SampleRun run = new SampleRun(1);
    for (String side : List.of("this", "against")) {
      for (String library : List.of("JACKSON2", "GSON")) {
        Map<String, String> parameters = Map.of("library", library, "side", side);
        run.foreign("requestpath.bench.X.go", "avgt", "us/op", parameters);
      }
    }
    Report report = SampleFiles.report(run.writeResults(directory.resolve("x.json")));

    assertThat(report.groups())
        .extracting(RankedGroup::platform)
        .containsExactly("JDK 17.0.15, this run", "JDK 17.0.15, the base");
    assertThat(report.judgement().sides()).hasSize(1);
    assertThat(report.sideBySide()).as("no two runs").isEmpty();
  }

  @Test
  void theTwoSidesOfARunAreComparedRowByRow() throws Exception {
    Map<String, Double> truth = new TreeMap<>(Map.of("JACKSON2", 1.0, "GSON", 2.0));
    Path path =
        new SampleRun(1).against("--against-jvm jdk-25", 0.8).encode(truth).write(directory);
    Report report = SampleFiles.report(path);

    assertThat(report.groups())
        .extracting(RankedGroup::platform)
        .containsExactly("JDK 17.0.15", "JDK 25.0.3");
    JudgedSides sides = report.judgement().sides().get(0);
    assertThat(sides.lines()).hasSize(2);
    for (JudgedSides.Line line : sides.lines()) {
      assertThat(line.verdict().isDifferent()).isTrue();
      assertThat(line.verdict().comparison().ratio()).isCloseTo(0.8, within(0.02));
    }
    ReportWriter.write(path, Map.of());
    assertThat(path.resolve("report.md")).content().contains("## The two sides: JsonEncode");
    assertThat(path.resolve("report.html"))
        .content()
        .contains("id=\"sides\"", "JDK 25.0.3 is faster");
  }

  @Test
  void groupsOfOneNameInTwoPackagesStandApart() throws Exception {
    SampleRun run = new SampleRun(1);
    for (String project : List.of("a", "b")) {
      run.foreign(project + ".Cache.get", "avgt", "ns/op", Map.of());
      run.foreign(project + ".Cache.put", "avgt", "ns/op", Map.of());
    }
    Path file = run.writeResults(directory.resolve("x.json"));
    Report report = SampleFiles.report(file, file);

    assertThat(report.groups()).hasSize(4).extracting(RankedGroup::id).doesNotHaveDuplicates();
    assertThat(report.groups()).extracting(ReportWriter::pictureName).doesNotHaveDuplicates();
    assertThat(report.sideBySide()).hasSize(2);
    assertThat(PageData.of(report)).contains("\"key\":\"a.Cache.get\"", "\"key\":\"b.Cache.get\"");
  }

  @Test
  void aColdStartStandsBesideItsRow() throws Exception {
    Report report = SampleFiles.report(new SampleRun(1).documents().write(directory));
    RankedGroup encode = report.groups().get(0);

    assertThat(report.coldStart(encode, encode.rows().get(0))).matches("1\\d\\d(\\.\\d)? ms");
  }

  @Test
  void theSameWorkTwiceOnOnePlatformIsToldApartByItsRun() throws Exception {
    SampleRun run = new SampleRun(1).encode(Map.of("JACKSON2", 1.0, "GSON", 2.0));
    Path morning = run.write(directory.resolve("morning"));
    Path evening = run.write(directory.resolve("evening"));
    Report twice = SampleFiles.report(morning, evening);
    Report once = SampleFiles.report(morning);

    assertThat(twice.where(twice.groups().get(0))).isEqualTo("JDK 17.0.15, morning");
    assertThat(twice.where(twice.groups().get(1))).isEqualTo("JDK 17.0.15, evening");
    assertThat(once.where(once.groups().get(0))).isEqualTo("JDK 17.0.15");
    assertThat(MarkdownReport.of(twice)).contains("JDK 17.0.15, morning. ", ", evening. ");
  }

  @Test
  void filesOfOneNameAreToldApartByTheirDirectories() throws Exception {
    SampleRun run = new SampleRun(1).foreign("a.B.c", "avgt", "ns/op", Map.of());
    Path one = run.writeResults(Files.createDirectories(directory.resolve("A")).resolve("r.json"));
    Path two = run.writeResults(Files.createDirectories(directory.resolve("B")).resolve("r.json"));
    Report report = SampleFiles.report(one, two);

    assertThat(report.groups())
        .extracting(report::where)
        .containsExactly("JDK 17.0.15, A/r.json", "JDK 17.0.15, B/r.json");
    assertThat(new PageSections(report, directory).title()).endsWith(": A/r.json, B/r.json");
    assertThat(MarkdownReport.of(report)).contains("### A/r.json", "### B/r.json");
  }
}
