package requestpath.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "verify --library NOPE",
        "verify GSON",
        "report",
        "report nowhere.json",
        "report --what",
        "compare",
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
  void thePageOfARunOfTheSameVariantsKnowsWhatTheyDoToData() throws IOException {
    Files.writeString(
        directory.resolve("results.json"),
        "[{\"benchmark\":\"requestpath.bench.JsonEncodeBenchmark.toBytes\",\"mode\":\"avgt\","
            + "\"params\":{\"library\":\"GSON\",\"binding\":\"RECORD\"},\"primaryMetric\":{\"score\":10,"
            + "\"scoreUnit\":\"us/op\",\"rawData\":[[10],[11]]}}]");

    assertThat(new RunEnd().make(directory, false))
        .isEqualTo("The page: " + directory.resolve("report.html"));
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
    String forks =
        String.format(
            java.util.Locale.ROOT,
            "[%f],[%f],[%f],[%f]",
            10.0 * factor,
            10.1 * factor,
            9.9 * factor,
            10.05 * factor);
    return Files.writeString(
        directory.resolve(name),
        "[{\"benchmark\":\"a.B.c\",\"mode\":\"avgt\",\"primaryMetric\":{\"score\":10,"
            + "\"scoreUnit\":\"us/op\",\"rawData\":["
            + forks
            + "]}}]");
  }

  private int run(String... arguments) {
    return Main.run(
        arguments, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
  }
}
