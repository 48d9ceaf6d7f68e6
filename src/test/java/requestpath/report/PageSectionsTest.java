package requestpath.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import requestpath.result.RankedGroup;
import requestpath.result.RecordedRun;

/** What the sections of a page say. */
class PageSectionsTest {
  @TempDir Path directory;

  @Test
  void aFirstLookHasANoticeAndRatiosIntervalsAndPlotsLikeEveryRun() throws Exception {
    Path run = new SampleRun(1).quick().documents().write(directory);
    ReportWriter.write(run, Map.of());

    RankedGroup encode = SampleFiles.groups(run).get(0);
    assertThat(GroupTexts.sentences(encode, 0.02))
        .anyMatch(
            sentence ->
                sentence.matches("GSON is 2[.]\\d+x slower than JACKSON2 .*too few forks.*"));
    assertThat(GroupTexts.headline(encode))
        .matches("FASTJSON2 is 2[.]\\d+x faster than JACKSON2 \\(.*\\) and is the fastest[.]");
    assertThat(encode.rows())
        .extracting(row -> GroupTexts.kind(encode, row))
        .contains("base", "same", "fast", "slow");
    assertThat(new PageSections(SampleFiles.report(run), run).notices())
        .filteredOn(notice -> notice.contains("first look"))
        .singleElement()
        .asString()
        .contains(" is a first look (--quick) ", "intervals are wide", "run without --quick");
    assertThat(Files.readString(run.resolve("report.md")))
        .contains("is a first look", "| 95% interval |");
    assertThat(run.resolve("report.html"))
        .content()
        .contains(" is a first look (--quick) ", "95% interval", "class=\"forest wide");
    assertThat(run.resolve("pictures")).isNotEmptyDirectory();
  }

  @Test
  void aFileOfSingleForksHasOneNoticeBarsWithJmhsErrorsGrowthAndNothingToChoose() throws Exception {
    StringBuilder rows = new StringBuilder();
    for (int size : new int[] {1, 10, 100}) {
      for (String method : List.of("get", "put")) {
        rows.append(rows.isEmpty() ? "[" : ",")
            .append("{\"benchmark\":\"a.Cache." + method + "\",\"mode\":\"avgt\",")
            .append("\"params\":{\"size\":\"" + size + "\"},\"primaryMetric\":{\"score\":" + size)
            .append(",\"scoreError\":0.25,\"scoreUnit\":\"us/op\",\"rawData\":[[" + size + "]]}}");
      }
    }
    Path file = SampleFiles.results(directory, rows + "]");
    Report report = SampleFiles.report(file);
    PageSections sections = new PageSections(report, directory);

    assertThat(sections.notices()).singleElement().asString().contains("nothing is ranked");
    assertThat(sections.groups())
        .hasSize(3)
        .allMatch(group -> group.sentences().isEmpty() && group.headline().isEmpty());
    assertThat(sections.groups().get(0).wideMarkup()).contains("1 ± 0.25 us/op");
    assertThat(sections.groups().get(0).rows()).noneMatch(row -> row.note().contains("few forks"));
    assertThat(Growth.of(report.groups())).hasSize(1);
    String page = Files.readString(ReportWriter.write(List.of(file), directory, "", Map.of()));
    assertThat(page)
        .contains("id=\"contents\"", "id=\"growth-0\"")
        .doesNotContain("id=\"choose\"", "id=\"budget\"", "Sparkjava");
    assertThat(directory.resolve("report.md")).content().contains("| get | 1 | ± 0.25 |");
  }

  @Test
  void aRowWithoutAFigureABenchmarkWithoutAClassAndAGroupOfOneAreNamed() throws Exception {
    Path file =
        SampleFiles.results(
            directory,
            """
        [{"benchmark":"alone","mode":"avgt","primaryMetric":{"score":1,"scoreUnit":"us/op",
          "rawData":[[1.0],[1.1]]}},
         {"benchmark":"a.B.lost","mode":"avgt","primaryMetric":{"score":"NaN","scoreUnit":"us/op",
          "rawData":[["NaN"],["NaN"]]}}]
        """);
    String markdown = MarkdownReport.of(SampleFiles.report(file));

    assertThat(markdown)
        .contains("## alone, avgt", "alone: 1.049 us/op", "lost has no figure")
        .doesNotContain("## , avgt", "JVM. \n");
  }

  @Test
  void theBudgetIsOfTheMean() throws Exception {
    Path file =
        SampleFiles.results(
            directory,
            """
        [{"benchmark":"requestpath.bench.X.go","mode":"avgt","params":{"binding":"MAP","library":"JACKSON2"},
          "primaryMetric":{"score":1,"scoreUnit":"us/op",
          "rawData":[[100,100,100,100,200],[100,100,100,100,200]]}}]
        """);
    Report report = SampleFiles.report(file);
    PageSections sections = new PageSections(report, directory);

    assertThat(sections.groups().get(0).rows().get(0).cells().get(0).text()).isEqualTo("100");
    assertThat(sections.groups().get(0).statistic()).contains("minimum");
    assertThat(new Budget(report).lines().get(0).get(1)).isEqualTo("JACKSON2 12%");
    assertThat(PageData.of(report)).contains("\"share\":0.00012").doesNotContain("\"records\"");
  }

  @Test
  void onlyTheRowWithoutCachesIsTheFloor() throws Exception {
    Map<String, Double> truth =
        new TreeMap<>(Map.of("JACKSON2", 1.0, "HANDWRITTEN", 0.3, "HANDWRITTEN_CACHED", 0.2));
    Path path =
        new SampleRun(1)
            .encode(truth)
            .group("ColdStartBenchmark.encodeFirst", "ss", "ms/op", 10, 10, truth)
            .write(directory);
    Report report = SampleFiles.report(path);
    Page.Section section = new PageSections(report, path).groups().get(0);

    assertThat(section.rows().get(0).name()).isEqualTo("HANDWRITTEN_CACHED");
    assertThat(section.rows().get(0).note()).startsWith("no library, with caches");
    assertThat(section.rows().get(1).note()).startsWith("hand-written reference");
    assertThat(section.wideMarkup()).contains("<title>hand-written reference: 0.30x</title>");
    assertThat(section.columns())
        .extracting(Page.Column::title)
        .contains("GB/s", "x reference", "ratio by mean");
    assertThat(new PageSections(report, path).groups().get(1).columns())
        .extracting(Page.Column::title)
        .doesNotContain("GB/s");
  }

  @Test
  void sessionsTheOtherSideAndChangedSourcesAreOnThePage() throws Exception {
    Path path = new SampleRun(1).against("--against-jvm jdk-25", 0.8).documents().write(directory);
    List<Page.Detail> facts = EnvironmentSection.of(RecordedRun.read(path), "run").facts();

    assertThat(facts)
        .extracting(Page.Detail::name, Page.Detail::text)
        .contains(
            tuple("Load before and after", "0.10, 1.10"),
            tuple("Base", "--against-jvm jdk-25, OpenJDK 64-Bit Server VM 25"));
  }

  @Test
  void whatWasNotMeasuredIsOnThePageWithTheReason() throws Exception {
    Path run = new SampleRun(1).documents().write(directory);
    ObjectNode environment = SampleEnvironment.json();
    environment.putArray("skipped").add("JsonDecode (library=MOSHI): reads no <maps>");
    Files.writeString(run.resolve("environment.json"), environment.toString());

    ReportWriter.write(run, Map.of());

    assertThat(run.resolve("report.html"))
        .content()
        .contains("1 not measured", "<li>JsonDecode (library=MOSHI): reads no &lt;maps&gt;</li>");
    assertThat(run.resolve("report.md"))
        .content()
        .contains("- JsonDecode (library=MOSHI): reads no");
  }

  @Test
  void marksStandBesideNamesInEveryRanking() throws Exception {
    Map<String, Double> truth = new TreeMap<>(Map.of("JACKSON2", 1.0, "FASTJSON2", 0.5));
    Path path = new SampleRun(1).decode(truth).write(directory);
    Report report = SampleFiles.report(path);
    Page.Section section = new PageSections(report, path).groups().get(0);

    assertThat(section.rows().get(0).marks())
        .extracting(Page.Badge::letter)
        .containsExactly("I", "L");
    assertThat(section.rows().get(0).marks().get(1).text())
        .isEqualTo("accepts documents that are not JSON");
    assertThat(section.rows().get(1).marks()).isEmpty();
    assertThat(section.legend()).contains("(I) reads some decimals", "(L) accepts");
    assertThat(section.wideMarkup()).contains("FASTJSON2 (I,L)<");
    assertThat(MarkdownReport.of(report))
        .contains("| FASTJSON2 (I,L) |", "(L) accepts documents that are not JSON");
  }

  @Test
  void whatCausesAMarkIsSaidOnceOfEachLibrary() throws Exception {
    Map<String, Double> truth = new TreeMap<>(Map.of("JACKSON2", 1.0, "FASTJSON2", 0.5));
    Path path = new SampleRun(1).decode(truth).encode(truth).write(directory);
    RowDetails details = new RowDetails(SampleFiles.report(path), path);

    assertThat(details.libraries())
        .filteredOn(library -> library.id().equals("library-FASTJSON2"))
        .singleElement()
        .satisfies(
            library ->
                assertThat(library.facts())
                    .filteredOn(fact -> fact.name().equals("(L) lenient"))
                    .singleElement()
                    .extracting(Page.Detail::text)
                    .asString()
                    .startsWith("accepts documents that are not JSON: ")
                    .contains("a comma before the closing brace"));
    assertThat(details.libraries())
        .filteredOn(library -> library.id().equals("library-JACKSON2"))
        .singleElement()
        .satisfies(
            library -> assertThat(library.facts()).noneMatch(fact -> fact.name().startsWith("(")));
  }

  /** What this jar's variants do says nothing of another jar's, nor of another version's. */
  @Test
  void marksAndFactsOfOtherVersionsAreNotShown() throws Exception {
    Map<String, Double> truth = new TreeMap<>(Map.of("JACKSON2", 1.0, "FASTJSON2", 0.5));
    List<SampleRun> others =
        List.of(
            new SampleRun(1).marks(""), new SampleRun(1).marks("0f"), new SampleRun(1).gson("2.0"));
    for (int i = 0; i < others.size(); i++) {
      Path path = others.get(i).decode(truth).write(directory.resolve("run" + i));
      Report report = Report.of(List.of(RecordedRun.read(path)), "", SampleLibraries.facts());
      Page.Section section = new PageSections(report, path).groups().get(0);

      assertThat(section.rows()).allMatch(row -> row.marks().isEmpty());
      assertThat(section.legend()).startsWith("No marks are shown: ").doesNotContain("(L)");
      assertThat(section.wideMarkup()).doesNotContain("(I,L)");
      assertThat(MarkdownReport.of(report))
          .contains("| FASTJSON2 |", "No marks are shown: ")
          .doesNotContain("(I,L)");
      assertThat(report.facts(report.groups().get(0), report.groups().get(0).rows().get(0)))
          .isEmpty();
    }
    Path same = new SampleRun(1).decode(truth).write(directory.resolve("same"));
    Report report = Report.of(List.of(RecordedRun.read(same)), "", SampleLibraries.facts());
    assertThat(report.facts(report.groups().get(0), report.groups().get(0).rows().get(0)))
        .isNotEmpty();
  }

  @Test
  void aPartIsAMultipleOfItsWholeOnEveryPage() throws Exception {
    Map<String, Double> truth = new TreeMap<>(Map.of("JACKSON2", 1.0, "GSON", 2.0));
    Path path =
        new SampleRun(1)
            .group("HelloRequestBenchmark.handle", "avgt", "us/op", 10, 0, truth)
            .partOf("HelloRequestBenchmark.handle")
            .group("HelloRequestBenchmark.json", "avgt", "us/op", 6, 0, truth)
            .write(directory);
    Report report = SampleFiles.report(path);
    Page.Table table = new PageTables(report).parts().get(0);

    assertThat(table.headings())
        .containsExactly("part", "where", "whole", "ratio", "95% interval", "verdict");
    assertThat(table.rows()).hasSize(2);
    assertThat(table.rows().get(0).get(0))
        .isEqualTo(
            "HelloRequestBenchmark.json (binding=RECORD, library=JACKSON2, payload=DOCUMENT)");
    assertThat(table.rows().get(0).get(2)).isEqualTo("handle");
    assertThat(table.rows().get(0).get(3)).matches("0[.](59|60)\\d?x");
    assertThat(table.rows().get(0).get(5)).isEqualTo("less than the whole");
    assertThat(MarkdownReport.of(report)).contains("## Parts and the whole: ");
    ReportWriter.write(path, Map.of());
    assertThat(path.resolve("report.html")).content().contains("<section id=\"parts\"");
  }

  @Test
  void earlierConfigurationsOfTheSameNameAreNoted() throws Exception {
    Map<String, Double> truth = new TreeMap<>(Map.of("JACKSON2", 1.0, "AVAJE_JSONB", 0.5));
    Path earlier = new SampleRun(1).encode(truth).write(directory.resolve("earlier"));
    String note =
        "earlier measured earlier configurations of AVAJE_JSONB, which changed on 2026-11-28.";
    assertThat(new PageSections(SampleFiles.report(earlier), earlier).notices()).contains(note);
    assertThat(MarkdownReport.of(SampleFiles.report(earlier))).contains(Markdown.escape(note));
    assertThat(PublishedResults.read(directory).index()).contains(Markdown.escape(note));
    assertThat(PublishedResults.read(directory).answers())
        .contains(
            "Note: Some of these runs measured earlier configurations of AVAJE&#95;JSONB, which");

    Path later =
        new SampleRun(1)
            .started("2026-11-28T07:00:00Z")
            .encode(truth)
            .write(directory.resolve("later"));
    assertThat(new PageSections(SampleFiles.report(later), later).notices()).isEmpty();
  }
}
