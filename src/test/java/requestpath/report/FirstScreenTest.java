package requestpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import requestpath.report.FirstScreen.Question;
import requestpath.report.FirstScreen.View;
import requestpath.result.RankedGroup;
import requestpath.result.RankedVariant;

/** What a reader sees first. */
class FirstScreenTest {
  @TempDir Path directory;

  @Test
  void questionsOfTheReferencePayloadComeAloneAtTheLargestSizeThatAllShare() throws Exception {
    Report report = SampleFiles.report(new SampleRun(1).documents().write(directory));
    FirstScreen first = first(report);

    assertThat(first.questions())
        .extracting(Question::title)
        .containsExactly("Read JSON", "Write JSON");
    assertThat(first.questions())
        .extracting(Question::tag)
        .allMatch(tag -> tag.equals("DOCUMENT, size 100, records, JDK 17.0.15"));
    assertThat(first.more()).isEqualTo("3 more groups");
  }

  @Test
  void barsAreOfTheFastestFiveLibrariesTheBaselineAndTheReference() throws Exception {
    Map<String, Double> truth = new TreeMap<>(Map.of("JACKSON2", 1.0, "HANDWRITTEN", 0.2));
    List<String> fast = List.of("FASTJSON2", "DSL_JSON", "AVAJE_JSONB", "MOSHI", "FORY_JSON");
    fast.forEach(name -> truth.put(name, 0.3 + 0.1 * fast.indexOf(name)));
    truth.put("YASSON", 0.9);
    Report report = SampleFiles.report(new SampleRun(1).decode(truth).write(directory));
    RankedGroup group = report.groups().get(0);

    assertThat(AnswerBars.rows(group))
        .extracting(RankedVariant::name)
        .containsExactly("FASTJSON2", "DSL_JSON", "AVAJE_JSONB", "MOSHI", "FORY_JSON", "JACKSON2");
    for (String bars : List.of(AnswerBars.wide(report, group), AnswerBars.narrow(report, group))) {
      assertThat(bars)
          .contains("class=\"reference\"", "hand-written reference 2", "baseline</text>")
          .contains("<tspan class=\"letters\"><title>reads some decimals as another double")
          .doesNotContain("YASSON");
      assertThat(bars.split("class=\"fill\"", -1)).hasSize(7);
      assertThat(bars.split("class=\"bar\"", -1)).as("all but the baseline").hasSize(6);
    }
    assertThat(first(report).questions().get(0).views().get(0).linkText())
        .isEqualTo("All 8 variants");
  }

  @Test
  void aWhiskerHoldsItsBarAlsoForThroughput() throws Exception {
    Path path =
        new SampleRun(1)
            .group(
                "JsonDecodeBenchmark.fromBytes",
                "thrpt",
                "ops/us",
                10,
                10,
                SampleRun.THREE_LIBRARIES)
            .write(directory);
    Report report = SampleFiles.report(path);

    assertThat(AnswerBars.wide(report, report.groups().get(0)))
        .contains("more is better", "time ratio")
        .doesNotContain("class=\"tip\"");
  }

  @Test
  void anIntervalThatSaysNothingHasNoWhisker() throws Exception {
    Report report = SampleFiles.report(SampleFiles.resource("modes.json"));
    String bars = AnswerBars.wide(report, report.groups().get(0));

    assertThat(bars).contains("inconclusive (2 forks)");
    assertThat(bars.split("class=\"bar\"", -1)).as("one of the two others").hasSize(2);
  }

  @Test
  void bindingsAndJdksAreTabsOfOneQuestion() throws Exception {
    Path old =
        new SampleRun(1)
            .encode(SampleRun.THREE_LIBRARIES)
            .binding("MAP")
            .encode(SampleRun.THREE_LIBRARIES)
            .write(directory.resolve("old"));
    Path now =
        new SampleRun(2)
            .jdk("25.0.3")
            .encode(SampleRun.THREE_LIBRARIES)
            .write(directory.resolve("now"));
    List<Question> questions = first(SampleFiles.report(old, now)).questions();

    assertThat(questions).hasSize(1);
    assertThat(questions.get(0).views())
        .extracting(View::label)
        .containsExactly("records, JDK 17.0.15", "maps, JDK 17.0.15", "records, JDK 25.0.3");
    assertThat(questions.get(0).views())
        .extracting(View::isFirst)
        .containsExactly(true, false, false);
    assertThat(questions.get(0).tag()).isEqualTo("DOCUMENT, size 10");
    assertThat(Files.readString(ReportWriter.write(List.of(old, now), directory, "", Map.of())))
        .containsPattern("<input type=\"radio\" name=\"q-g\\w+\" id=\"g\\w+-answer\" checked>");
  }

  @Test
  void theSameWorkTwiceOnOneJdkIsToldApartByItsRun() throws Exception {
    SampleRun run = new SampleRun(1).encode(SampleRun.THREE_LIBRARIES);
    Path morning = run.write(directory.resolve("morning"));
    Path evening = run.write(directory.resolve("evening"));

    assertThat(first(SampleFiles.report(morning, evening)).questions().get(0).views())
        .extracting(View::label)
        .containsExactly("morning", "evening");
  }

  @Test
  void aControlThatFailedIsAnAlarmBesideItsQuestionAndAboveAll() throws Exception {
    Path run = new SampleRun(1).encode(SampleRun.THREE_LIBRARIES).write(directory);
    JsonMapper mapper = new JsonMapper();
    Path file = run.resolve("rounds.json");
    JsonNode rounds = mapper.readTree(file.toFile());
    for (JsonNode row : rounds.path("groups").path(0).path("rows")) {
      if (row.path("control").asBoolean()) {
        row.path("forks")
            .forEach(fork -> ((ObjectNode) fork).put("value", 1.3 * fork.path("value").asDouble()));
      }
    }
    mapper.writeValue(file.toFile(), rounds);
    Report report = SampleFiles.report(run);
    FirstScreen first = first(report);

    assertThat(first.questions().get(0).alarms()).singleElement().matches(chip -> chip.isAlarm());
    assertThat(first.questions().get(0).alarms().get(0).sentence())
        .contains("JACKSON2 measured twice", "too noisy");
    assertThat(first.alarms()).singleElement().matches(chip -> chip.text().contains("1 of 1"));
    assertThat(new PageSections(report, run).groups().get(0).alarms()).hasSize(1);
    assertThat(first.questions().get(0).views().get(0).chips())
        .noneMatch(chip -> chip.text().contains("control"));
  }

  @Test
  void notesOnARunAreInFewWordsAboveAndInSentencesWithItsEnvironment() throws Exception {
    Path run =
        new SampleRun(1)
            .quick()
            .warning("the load is 1.0 on 2 cores: other programs run")
            .encode(SampleRun.THREE_LIBRARIES)
            .write(directory);
    Report report = SampleFiles.report(run);

    assertThat(first(report).notes())
        .extracting(FirstScreen.Note::text)
        .containsExactly("the load is 1.0 on 2 cores", "first look (--quick)");
    assertThat(new PageSections(report, run).environments().get(0).notes())
        .hasSize(2)
        .contains("the load is 1.0 on 2 cores: other programs run");
  }

  @Test
  void oneLineSaysWhereAndWhenTheRunsWereMade() throws Exception {
    Path old = new SampleRun(1).encode(SampleRun.THREE_LIBRARIES).write(directory.resolve("old"));
    Path now =
        new SampleRun(2)
            .jdk("25.0.3")
            .encode(SampleRun.THREE_LIBRARIES)
            .write(directory.resolve("now"));

    assertThat(first(SampleFiles.report(old, now)).provenance())
        .isEqualTo("A CPU, 4 cores · JDK 17.0.15 and 25.0.3 · 2026-11-23 · revision 0123456");
  }

  @Test
  void twoSidesLeadWithTheCandidateRelativeToTheBase() throws Exception {
    Path path =
        new SampleRun(1)
            .against("--against-jvm jdk-25", 0.8)
            .encode(SampleRun.THREE_LIBRARIES)
            .write(directory);
    Report report = SampleFiles.report(path);
    FirstScreen first = first(report);
    List<View> views = first.questions().get(0).views();

    assertThat(first.lead()).isEqualTo("JDK 17.0.15 against JDK 25.0.3, per library");
    assertThat(views)
        .extracting(View::label)
        .containsExactly("JDK 17.0.15 against JDK 25.0.3, records", "JDK 17.0.15", "JDK 25.0.3");
    assertThat(views).extracting(View::isFirst).containsExactly(true, false, false);
    assertThat(views.get(0).sentence())
        .matches("JDK 17.0.15 is slower for all 3 variants \\(\\w+ the most: 1[.]2\\d+x, .*\\)[.]");
    assertThat(views.get(0).wideMarkup())
        .contains("<g class=\"slow\">", "time relative to JDK 25.0.3")
        .containsPattern("1[.]2\\d+x \\[1[.]\\d+, 1[.]\\d+\\]")
        .doesNotContain("<g class=\"fast\">");
    assertThat(new PageTables(report).sides().get(0).rows())
        .allSatisfy(
            row -> {
              assertThat(row.get(3)).startsWith("1.2");
              assertThat(row.get(5)).startsWith("JDK 25.0.3 is faster");
            });
  }

  @Test
  void sidesAreCalledByTheirJdksTheirJarOrTheirArguments() throws Exception {
    assertThat(names("--against-jar other.jar --against-args -Xint"))
        .isEqualTo(new SideNames("this build", "other.jar -Xint"));
    assertThat(names("--against-args -Xint")).isEqualTo(new SideNames("this run", "-Xint"));
    SampleRun jdks = new SampleRun(1);
    for (String side : List.of("this", "against")) {
      jdks.jdk(side.equals("this") ? "25.0.3" : "17.0.15");
      for (String library : List.of("JACKSON2", "GSON")) {
        Map<String, String> parameters = Map.of("library", library, "side", side);
        jdks.foreign("requestpath.bench.X.go", "avgt", "us/op", parameters);
      }
    }
    Report report = SampleFiles.report(jdks.writeResults(directory.resolve("x.json")));
    assertThat(SideNames.of(report, report.judgement().sides().get(0)))
        .isEqualTo(new SideNames("JDK 25.0.3", "JDK 17.0.15"));
  }

  private SideNames names(String label) throws Exception {
    Path path =
        new SampleRun(1)
            .against(label, 0.8)
            .encode(SampleRun.THREE_LIBRARIES)
            .write(directory.resolve("labelled"));
    Report report = SampleFiles.report(path);
    return SideNames.of(report, report.judgement().sides().get(0));
  }

  @Test
  void aForeignFileOfSingleForksHasAtMostSixQuestionsWithJmhsErrors() throws Exception {
    StringBuilder rows = new StringBuilder();
    for (int size = 1; size <= 8; size++) {
      for (String method : List.of("get", "put")) {
        rows.append(rows.isEmpty() ? "[" : ",")
            .append("{\"benchmark\":\"a.Cache." + method + "\",\"mode\":\"avgt\",")
            .append("\"params\":{\"size\":\"" + size + "\"},\"primaryMetric\":{\"score\":" + size)
            .append(",\"scoreError\":0.25,\"scoreUnit\":\"us/op\",\"rawData\":[[" + size + "]]}}");
      }
    }
    FirstScreen first = first(SampleFiles.report(SampleFiles.results(directory, rows + "]")));

    assertThat(first.questions())
        .hasSize(6)
        .allMatch(question -> question.title().equals("Cache") && question.views().size() == 1);
    assertThat(first.more()).isEqualTo("2 more groups");
    assertThat(first.alarms()).singleElement().matches(FirstScreen.Chip::isAlarm);
    assertThat(first.questions().get(1).tag()).startsWith("size=2, avgt");
    assertThat(first.questions().get(1).views().get(0).chips()).isEmpty();
    assertThat(first.questions().get(1).views().get(0).sentence())
        .isEqualTo("get: 2 us/op. One fork each, so nothing is ranked.");
    assertThat(first.questions().get(1).views().get(0).wideMarkup())
        .contains("class=\"bar\"")
        .doesNotContain("baseline");
  }

  @Test
  void aFileWithoutAnyFigureHasNoBars() throws Exception {
    Path file =
        SampleFiles.results(
            directory,
            """
        [{"benchmark":"a.B.lost","mode":"avgt","primaryMetric":{"score":"NaN","scoreUnit":"us/op",
          "rawData":[["NaN"],["NaN"]]}}]
        """);
    View view = first(SampleFiles.report(file)).questions().get(0).views().get(0);

    assertThat(view.sentence()).isEqualTo("No variant has a figure.");
    assertThat(view.wideMarkup() + view.narrowMarkup()).isEmpty();
  }

  private static FirstScreen first(Report report) {
    return FirstScreen.of(report, FirstScreen.Links.withinPage());
  }
}
