package requestpath.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import requestpath.codec.Marks;

/** The subcommands on the command line, and their exit codes. */
class SubcommandsTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir Path directory;

  @Test
  void aReportIsWrittenWhereItWasAsked() throws IOException {
    Path results = results("a.json", 1);
    Path there = directory.resolve("there");

    assertThat(run("report", results.toString(), "-o", there.toString())).isZero();
    assertThat(there.resolve("report.html")).exists();
    assertThat(there.resolve("report.md")).exists();
    assertThat(out.toString(UTF_8)).contains("report.html");
  }

  @Test
  void aPublishedRunHasItsDataPackedBesideItsPage() throws IOException {
    Path run = Files.createDirectory(directory.resolve("run"));
    Files.move(results("a.json", 1), run.resolve("results.json"));
    Path there = directory.resolve("there");

    assertThat(run("report", run + "", "--publish", "-o", there + "")).isZero();
    assertThat(there.resolve("report.html")).content(UTF_8).contains("there");
    assertThat(there.resolve("results.json.gz")).exists();
    assertThat(run("report", there + "", run + "", "--publish", "-o", there + "")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("--publish takes one run, and these are 2");
    Path nowhere = directory.resolve("nowhere");
    assertThat(run("report", directory + "", "--publish", "-o", nowhere + "")).isEqualTo(2);
    assertThat(nowhere).doesNotExist();
  }

  @Test
  void noRegressionIsZeroAndARegressionIsOne() throws IOException {
    String old = results("a.json", 1).toString();
    String slow = results("b.json", 1.1).toString();

    assertThat(run("compare", old, old)).isZero();
    assertThat(run("compare", old, slow)).isOne();
    assertThat(run("compare", slow, old)).isZero();
    assertThat(run("compare", old, slow, "--fail-on-regression", "5%", "--markdown")).isOne();
    assertThat(run("compare", old, slow, "--fail-on-regression", "20%")).isZero();
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @Test
  void theSidesOfOneRunAreComparedToo() throws IOException {
    String slower = sides("slower.json", 1, 1.2).toString();

    assertThat(run("compare", slower)).isOne();
    assertThat(run("compare", slower, "--fail-on-regression", "30%")).isZero();
    assertThat(run("compare", sides("faster.json", 1, 0.8).toString())).isZero();
    assertThat(run("compare", results("one.json", 1).toString())).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("one.json has one side only: name two runs");
  }

  @Test
  void theGateOfARunNamesRegressionsAndWhatIsNotJudged() throws IOException {
    Path slower = sides("slower.json", 1, 1.2);

    assertThat(gate("5%", slower)).isEqualTo(1);
    assertThat(err.toString(UTF_8).lines())
        .satisfiesExactly(
            named ->
                assertThat(named)
                    .startsWith("requestpath: the candidate is slower than the base: B.c, avgt: ")
                    .contains("1.20"),
            all -> assertThat(all).contains("--fail-on-regression 5%: 1 of 1 judged variants"));
    err.reset();
    assertThat(gate("30%", slower)).isZero();
    assertThat(gate("0%", sides("faster.json", 1, 0.8))).isZero();
    assertThat(err.size()).isZero();
    assertThat(out.toString(UTF_8)).contains("none of 1 judged variants");
    assertThat(gate("5%", results("one.json", 1))).isEqualTo(3);
    assertThat(err.toString(UTF_8)).contains("nothing can be judged").doesNotContain("slower");
    err.reset();
    Path single = Files.writeString(directory.resolve("single.json"), twoSides("[1]", "[2]"));
    assertThat(gate("5%", single)).isEqualTo(3);
    assertThat(err.toString(UTF_8)).contains("nothing can be judged: too few forks");
  }

  @Test
  void aGateTakesABase() {
    assertThat(run("--fail-on-regression", "5%", "JsonDecode")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("name the base with --against-jar");
  }

  private int gate(String atLeast, Path run) {
    BaseOptions options = new BaseOptions();
    options.regression = Optional.of(Percentage.of(atLeast));
    return options.gate(
        Optional.of(run), new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
  }

  private Path sides(String name, double base, double candidate) throws IOException {
    return Files.writeString(directory.resolve(name), twoSides(forks(base), forks(candidate)));
  }

  private static String twoSides(String base, String candidate) {
    String row =
        "{\"benchmark\":\"a.B.c\",\"mode\":\"avgt\",\"params\":{\"side\":\"%s\"},"
            + "\"primaryMetric\":{\"score\":10,\"scoreUnit\":\"us/op\",\"rawData\":[%s]}}";
    return "[" + row.formatted("this", candidate) + "," + row.formatted("against", base) + "]";
  }

  @Test
  void whatIsComparedCanBeChosen() throws IOException {
    Path results = results("a.json", 1);
    Path there = directory.resolve("there");

    assertThat(run("report", "--compare-by", "class", results + "", "-o", there + "")).isZero();
    assertThat(run("report", "--compare-by", "size", results + "", "-o", there + "")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("--compare-by size: no variant has such a parameter");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "verify --library NOPE",
        "verify GSON",
        "report",
        "report nowhere.json",
        "report --what",
        "compare",
        "compare nowhere.json",
        "compare nowhere.json nowhere.json",
        "compare a b c",
        "compare a b --noise 3",
        "compare a b --fail-on-regression much"
      })
  void whatIsCalledWronglyIsTwoAndOneSentence(String line) throws IOException {
    assertThat(run(line.split(" "))).isEqualTo(2);
    assertThat(err.toString(UTF_8).lines()).hasSize(1).allMatch(l -> l.startsWith("requestpath: "));
    assertThat(out.toString(UTF_8)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"verify", "report", "compare", "profile"})
  void eachSubcommandExplainsItself(String word) throws IOException {
    assertThat(run(word, "--help")).isZero();
    assertThat(out.toString(UTF_8)).contains("Exit codes:");
  }

  @Test
  void verifySaysNothingOfLibrariesThatAreNotNamed() {
    assertThat(run("verify", "--library", "MSGPACK_CORE")).isZero();
    assertThat(out.toString(UTF_8)).contains("MSGPACK_CORE").doesNotContain("Skipped:");
    assertThat(run("verify", "--library", "JACKSN2")).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("is not known: did you mean JACKSON2?");
  }

  @Test
  void helpBeginsWithOurOptionsAndExamples() {
    assertThat(run("-h")).isZero();
    assertThat(out.toString(UTF_8))
        .startsWith("Usage: java -jar target/benchmarks.jar ")
        .containsSubsequence(
            "Examples:", "Own options:", "--quick", "Exit codes:", "Options of JMH:");
  }

  @Test
  void thePageOfARunOfTheSameVariantsKnowsWhatTheyDoToData() throws IOException {
    Files.writeString(
        directory.resolve("results.json"),
        "[{\"benchmark\":\"requestpath.bench.JsonEncodeBenchmark.toBytes\",\"mode\":\"avgt\","
            + "\"params\":{\"library\":\"GSON\",\"binding\":\"RECORD\"},\"primaryMetric\":{\"score\":10,"
            + "\"scoreUnit\":\"us/op\",\"rawData\":[[10],[11]]}}]");

    assertThat(new RunEnd().make(directory, false))
        .isEqualTo("The page with all results: " + directory.resolve("report.html"));
    assertThat(directory.resolve("report.html")).content().doesNotContain("\"exact\":true");

    Files.writeString(
        directory.resolve("environment.json"), "{\"marks\":\"" + Marks.hash() + "\"}");
    new RunEnd().make(directory, false);

    assertThat(directory.resolve("report.html")).content().contains("\"exact\":true");
  }

  @Test
  void aRunWithoutAPageSaysWhyInASentence() {
    assertThat(new RunEnd().make(directory, false))
        .startsWith("There is no page: ")
        .contains("results.json")
        .hasLineCount(1);
  }

  private Path results(String name, double factor) throws IOException {
    return Files.writeString(
        directory.resolve(name),
        "[{\"benchmark\":\"a.B.c\",\"mode\":\"avgt\",\"primaryMetric\":{\"score\":10,"
            + "\"scoreUnit\":\"us/op\",\"rawData\":["
            + forks(factor)
            + "]}}]");
  }

  private static String forks(double factor) {
    return String.format(
        Locale.ROOT,
        "[%f],[%f],[%f],[%f]",
        10.0 * factor,
        10.1 * factor,
        9.9 * factor,
        10.05 * factor);
  }

  private int run(String... arguments) {
    return Main.run(
        arguments, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
  }
}
