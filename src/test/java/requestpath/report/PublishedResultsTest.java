package requestpath.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import requestpath.result.Judgement;
import requestpath.result.RecordedRun;
import requestpath.result.ResultException;
import requestpath.result.ResultFiles;

/** What the README and the index say is what the published runs say. */
class PublishedResultsTest {
  private static final Path PUBLISHED = Path.of("results");
  private static final Path README = Path.of("README.md");

  private static final Path GUIDES = Path.of("src", "site", "markdown");

  /** The run whose verdicts a guide quotes where it explains one. */
  private static final String QUOTED = "2026-11-29-amd-epyc-2-cores-json";

  @TempDir Path directory;

  @Test
  void theIndexOfThePublishedRunsIsGeneratedFromThem() throws Exception {
    Assumptions.assumeTrue(isPublished(), "nothing is published yet");
    assertThat(PUBLISHED.resolve("README.md"))
        .content(UTF_8)
        .isEqualTo(PublishedResults.read(PUBLISHED).index());
  }

  @Test
  void theAnswersOfTheReadmeAreGeneratedFromThem() throws Exception {
    Assumptions.assumeTrue(isPublished(), "nothing is published yet");
    String readme = Files.readString(README, UTF_8);
    assertThat(
            readme.substring(
                readme.indexOf(PublishedResults.BEGIN), readme.indexOf(PublishedResults.END)))
        .isEqualTo(PublishedResults.read(PUBLISHED).answers());
  }

  @Test
  void aVerdictThatAGuideQuotesFromThePublishedRunIsOneOfIts() throws Exception {
    Assumptions.assumeTrue(isPublished(), "nothing is published yet");
    List<String> verdicts =
        Judgement.of(List.of(RecordedRun.read(PUBLISHED.resolve(QUOTED))), "").groups().stream()
            .flatMap(group -> GroupTexts.sentences(group, 0.02).stream())
            .toList();
    List<String> quoted =
        Pattern.compile(
                "published run\\]\\([./]*results\\)[^`]*`(\\w+ is [^`]+x faster than [^`]+)`")
            .matcher(Files.readString(GUIDES.resolve("profiling.md"), UTF_8))
            .results()
            .map(match -> match.group(1))
            .toList();

    assertThat(quoted)
        .isNotEmpty()
        .allSatisfy(
            sentence -> assertThat(verdicts).anyMatch(verdict -> verdict.startsWith(sentence)));
  }

  @Test
  void publishedRunsNameNoPathOfTheirMachine() throws Exception {
    Assumptions.assumeTrue(isPublished(), "nothing is published yet");
    try (var files = Files.walk(PUBLISHED)) {
      for (Path file :
          files.filter(each -> each.toString().matches(".*[.]json([.]gz)?")).toList()) {
        try (InputStream in = ResultFiles.open(file)) {
          assertThat(new String(in.readAllBytes(), UTF_8))
              .as(file.toString())
              .doesNotContain("/home/", "/root/", "/usr/lib/", "/tmp/");
        }
      }
    }
  }

  @Test
  void pagesOfPublishedRunsHaveTheNameOfTheirDirectory() throws Exception {
    try (Stream<Path> runs = Files.list(PUBLISHED)) {
      for (Path page : runs.map(run -> run.resolve("report.md")).filter(Files::exists).toList()) {
        assertThat(Files.readAllLines(page).get(0)).endsWith(page.getParent().getFileName() + "");
      }
    }
  }

  @Test
  void anIndexSaysHowARunWasObtainedAndTheReadmeBesideItWhatItFound() throws Exception {
    Path results = Files.createDirectories(directory.resolve("results"));
    new SampleRun(1).documents().write(results.resolve("a-run"));
    Path readme = directory.resolve("README.md");
    Files.writeString(
        readme,
        "before\n"
            + PublishedResults.BEGIN
            + "\nwhat was there\n"
            + PublishedResults.END
            + "\nafter\n");

    PublishedResults.write(results);

    assertThat(results.resolve("README.md"))
        .content(UTF_8)
        .contains("## a-run", "Machine: ", "Command line: `java -jar", "ratios are known to ±");
    assertThat(readme)
        .content(UTF_8)
        .startsWith("before\n")
        .endsWith("after\n")
        .contains("results/a-run/pictures/", "Measured on ", " with records**, ")
        .doesNotContain("what was there");
  }

  @Test
  void theTablesOfTheFindingsAreWrittenOrNothingIs() throws Exception {
    Path results = Files.createDirectories(directory.resolve("results"));
    new SampleRun(1).documents().write(results.resolve("a-run"));
    Path guide = directory.resolve("src/site/markdown/findings.md");
    Files.createDirectories(guide.getParent());
    Files.writeString(
        guide, "<!-- rows: no-run; JsonEncodeBenchmark.toBytes -->\n<!-- rows end -->\n");

    assertThatThrownBy(() -> PublishedResults.write(results))
        .isInstanceOf(ResultException.class)
        .hasMessageContaining("names no rows of no-run");
    assertThat(results.resolve("README.md")).doesNotExist();

    Files.writeString(
        guide, "<!-- rows: a-run; JsonEncodeBenchmark.toBytes -->\n<!-- rows end -->\n");
    PublishedResults.write(results);
    assertThat(guide).content(UTF_8).contains("| GSON | 2.");
    assertThat(results.resolve("README.md")).exists();
  }

  @Test
  void eachWorkIsAnsweredInOneLineForAllPlatforms() throws Exception {
    Map<String, Double> truth = SampleRun.THREE_LIBRARIES;
    new SampleRun(1).encode(truth).write(directory.resolve("a"));
    new SampleRun(2).jdk("25.0.3").encode(truth).write(directory.resolve("b"));

    String answers = PublishedResults.read(directory).answers();

    String faster = "fastjson2 is 2[.]\\d+x faster than Jackson 2 [(]2[.]\\d+ to 2[.]\\d+x[)]";
    assertThat(table(answers))
        .satisfiesExactly(
            heading -> assertThat(heading).isEqualTo("|  | JDK 17.0.15 | JDK 25.0.3 |"),
            rule -> assertThat(rule).isEqualTo("| --- | --- | --- |"),
            line ->
                assertThat(line)
                    .matches(
                        "[|] [*][*]Writing JSON with records[*][*], 3 variants [|] "
                            + faster
                            + " [|] "
                            + faster
                            + " [|]"));
    assertThat(answers.lines().filter(line -> line.startsWith("!["))).hasSize(1);

    new SampleRun(3).encode(Map.of("JACKSON2", 1.0, "GSON", 2.0)).write(directory.resolve("a"));
    assertThat(table(PublishedResults.read(directory).answers()).get(2))
        .contains(
            ", 2 to 3 variants |",
            "| Jackson 2 is the fastest, and Gson is 2.",
            " | fastjson2 is ");
  }

  @Test
  void aLibraryThatTiesWithAnotherIsNotTheFastest() throws Exception {
    new SampleRun(1)
        .encode(Map.of("JACKSON2", 1.0, "GSON", 1.0, "MOSHI", 3.0))
        .write(directory.resolve("a"));

    assertThat(PublishedResults.read(directory).answers())
        .containsPattern(
            "(Jackson 2|Gson) has the lowest time, and no difference from \\1 is shown for"
                + " (Jackson 2|Gson) [|]")
        .doesNotContain("is the fastest");
  }

  @Test
  void eachBindingHasALineThatSaysWhatIsNotPublished() throws Exception {
    new SampleRun(1)
        .encode(Map.of("JACKSON2", 1.0, "FASTJSON2", 0.4, "FORY_JSON", 0.6))
        .binding("BEAN")
        .encode(Map.of("JACKSON2", 1.0, "FASTJSON2", 0.4, "FORY_JSON", 0.3))
        .write(directory.resolve("a"));
    new SampleRun(2)
        .jdk("25.0.3")
        .encode(Map.of("JACKSON2", 1.0, "FASTJSON2", 0.4, "FORY_JSON", 0.6))
        .write(directory.resolve("b"));

    assertThat(table(PublishedResults.read(directory).answers()))
        .satisfiesExactly(
            heading -> assertThat(heading).contains("JDK 17", "JDK 25"),
            rule -> assertThat(rule).isNotEmpty(),
            line ->
                assertThat(line)
                    .startsWith("| **Writing JSON with records**, 3 variants | fastjson2 is 2.")
                    .doesNotContain("not published"),
            line ->
                assertThat(line)
                    .startsWith(
                        "| **Writing JSON with beans**, 3 variants | Apache Fory JSON is 3.")
                    .endsWith("| not published |"));
  }

  @Test
  void eachQuestionOfReadersHasOneAnswerAndOtherWorkNone() throws Exception {
    new SampleRun(1).documents().write(directory.resolve("a"));

    List<String> table = table(PublishedResults.read(directory).answers());
    assertThat(table.subList(2, table.size()))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("| **Writing JSON with records**, "),
            line -> assertThat(line).startsWith("| **Reading JSON with records**, "));
  }

  @Test
  void answersHaveTheMarksOfTheirLibrariesAndALegend() throws Exception {
    new SampleRun(1)
        .decode(Map.of("JACKSON2", 1.0, "FASTJSON2", 0.5, "GSON", 2.0))
        .write(directory.resolve("a"));

    assertThat(PublishedResults.read(directory).answers())
        .contains("| fastjson2 (I,L) is ")
        .contains("\n\nA library with (I) reads some decimals as another double")
        .contains("; (L) accepts documents that are not JSON; verify lists the inputs.\n\n");
  }

  @Test
  void anIndexNamesTheJvmsOfBothSides() throws Exception {
    new SampleRun(1)
        .against("--against-jvm jdk17", 1.2)
        .encode(Map.of("JACKSON2", 1.0, "GSON", 2.0))
        .write(directory.resolve("a"));

    assertThat(PublishedResults.read(directory).index())
        .containsPattern("- JVM: .*, and OpenJDK 64-Bit Server VM 25 as the base\n");
  }

  @Test
  void aFolderWithoutRunsIsRefused() throws IOException {
    Path empty = Files.createDirectories(directory.resolve("empty"));
    assertThatExceptionOfType(ResultException.class)
        .isThrownBy(() -> PublishedResults.write(empty))
        .withMessageContaining("holds no run");
  }

  private static List<String> table(String answers) {
    return answers.lines().filter(line -> line.startsWith("|")).toList();
  }

  private static boolean isPublished() throws IOException {
    try (var files = Files.list(PUBLISHED)) {
      return files.anyMatch(file -> ResultFiles.in(file).isPresent());
    }
  }
}
