package requestpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import requestpath.report.ComparisonWriter.Result;
import requestpath.result.ResultException;
import requestpath.result.RunComparison;

/** A comparison fits its terminal and its comment, and its groups say what is the same in them. */
class ComparisonTextsTest {
  private static final int COMMENT = 65_536;

  @TempDir Path directory;

  @Test
  void aHeadingSaysWhatIsTheSameAndALineWhatDiffers() throws Exception {
    Path old = new SampleRun(1).documents().write(directory.resolve("old"));
    Path slow = new SampleRun(3).slower("GSON", 1.1).documents().write(directory.resolve("slow"));

    List<String> lines = compare(old, slow).text().lines().toList();

    int heading = 0;
    while (!lines.get(heading).contains("payload=DOCUMENT, size=100), avgt, us/op")) {
      heading++;
    }
    assertThat(lines.get(heading)).startsWith("JsonEncodeBenchmark.toBytes (binding=RECORD, ");
    assertThat(String.join("\n", lines.subList(heading, heading + 5)))
        .containsPattern("old +new +ratio +95% interval +B/op")
        .containsPattern("JACKSON2 .*the baseline")
        .containsPattern(
            "GSON +9\\d[.]\\d+ +10\\d[.]\\d+ +1[.]\\d+x +\\[1[.].*] +218,160 +SLOWER, a REGRESSION");
    assertThat(String.join(" ", lines))
        .contains("No difference shown (widest interval [0.9")
        .contains("geometric mean of 10 ratios: 1.0");
    assertThat(lines.get(lines.size() - 1)).endsWith("Regressions: 5.");
  }

  /** Two allocations of seven digits take too much room beside long words. */
  @Test
  void aRowWithItsWordsIsOneLineWhereItCanBe() throws Exception {
    Path old = words("old.json", 1, 100);
    Path now = words("now.json", 1.3, 120);

    assertThat(compare(old, now).text())
        .containsPattern("a variant of 24 letters[.] +1 +1[.]3 .* SLOWER, a REGRESSION\n")
        .contains("100 -> 120");
    assertThat(
            compare(words("a.json", 1234.5678, 1_000_000), words("b.json", 2000.5, 2_000_000))
                .text())
        .containsPattern("of 24 letters. .* 2.00x +SLOWER, a REGRESSION\n")
        .doesNotContain("->");
  }

  private Path words(String name, double factor, double allocation) throws IOException {
    return Files.writeString(
        directory.resolve(name),
        "["
            + row("a.B.c", "a variant of 24 letters.", factor, allocation)
            + ","
            + row("a.B.c", "other", factor, allocation)
            + "]");
  }

  @Test
  void noLineIsWiderThanATerminalHoweverLongTheNames() throws Exception {
    SampleRun before = new SampleRun(1);
    SampleRun after = new SampleRun(2);
    for (SampleRun run : List.of(before, after)) {
      run.foreign("a.B.of" + "Long".repeat(40), "avgt", "ns/op", Map.of("kind", "x".repeat(500)));
      run.foreign("a.B.ofOther", "avgt", "ns/op", Map.of("kind", "x".repeat(500)));
    }
    Path old = before.writeResults(directory.resolve("old.json"));
    Path now = after.writeResults(directory.resolve("now.json"));
    Path slow =
        new SampleRun(3)
            .cpu("A CPU " + "with a long name ".repeat(20), 1.4)
            .slower("GSON", 1.3)
            .documents()
            .write(directory.resolve("slow"));
    Path run = new SampleRun(1).documents().write(directory.resolve("run"));

    for (Result result : List.of(compare(old, now), compare(run, slow), compare(slow, run))) {
      assertThat(result.text().lines())
          .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(ComparisonText.WIDTH));
    }
  }

  @Test
  void numbersOfOneBenchmarkStandUnderOneHeading() throws Exception {
    Path old = sizes("old.json", 1);
    Path now = sizes("now.json", 1.2);

    String text = compare(old, now).text();

    assertThat(text.lines().filter(line -> line.startsWith("Sort.sort")))
        .containsExactly("Sort.sort (order=random), avgt, us/op");
    assertThat(text)
        .containsPattern("\n {2}size=10 +1 +1[.]2 +1[.]2")
        .containsPattern("\n {2}size=1000 +1 +1[.]2 +1[.]2")
        .contains("geometric mean of 3 ratios: 1.200x");
  }

  private Path sizes(String name, double factor) throws IOException {
    StringJoiner rows = new StringJoiner(",", "[", "]");
    for (String size : List.of("10", "100", "1000")) {
      rows.add(
          row("org.x.Sort.sort", size, factor, 24)
              .replace("{\"kind\":", "{\"order\":\"random\",\"size\":"));
    }
    return Files.writeString(directory.resolve(name), rows.toString());
  }

  /** From nothing to an object is the change that matters most, and has no ratio. */
  @Test
  void anotherAllocationIsALineOnBothSidesAndNoiseNextToNothingIsNone() throws Exception {
    Path old = kinds("old.json", 0.0001, 24);
    Path now = kinds("now.json", 0.0007, 0);

    String text = compare(old, now).text();

    assertThat(text).containsPattern("[(]?24 -> 0 +no difference shown");
    assertThat(text).contains("No difference shown (widest interval").doesNotContain("0.0007");
    assertThat(compare(kinds("a.json", 8, 0), kinds("b.json", 8, 24)).text())
        .containsPattern(" 0 -> 24 ");
  }

  private Path kinds(String name, double first, double second) throws IOException {
    return Files.writeString(
        directory.resolve(name),
        "["
            + row("org.x.Map.get", "hash", 1, first)
            + ","
            + row("org.x.Map.get", "tree", 1, second)
            + "]");
  }

  @Test
  void oneForkIsShownWithItsFiguresAndNotJudged() throws Exception {
    String row =
        "{\"benchmark\":\"a.B.%s\",\"mode\":\"avgt\",\"primaryMetric\":{\"score\":%s,"
            + "\"scoreUnit\":\"s/op\",\"rawData\":[[%s]]}}";
    Path old =
        Files.writeString(
            directory.resolve("old.json"),
            "[" + row.formatted("c", "2", "2") + "," + row.formatted("d", "3", "3") + "]");
    Path now =
        Files.writeString(
            directory.resolve("now.json"),
            "[" + row.formatted("c", "4", "4") + "," + row.formatted("d", "1", "\"NaN\"") + "]");

    Result result = compare(old, now);

    assertThat(result.isJudged()).isFalse();
    assertThat(result.text())
        .containsPattern("c +2 +4 +2.00x +– .*not judged: too few forks")
        .contains("No figure: d")
        .doesNotContain("SLOWER", "REGRESSION");
  }

  @Test
  void aCommentHoldsAsMuchAsItMayAndSaysWhatIsLeftOut() throws Exception {
    Path old = many("old.json", 1);
    Path now = many("now.json", 1.5);

    for (Path other : List.of(now, old)) {
      String text = ComparisonWriter.compare(old, other, RunComparison.NOISE, 0, true).text();
      assertThat(text.length()).isBetween(COMMENT - 2000, COMMENT);
      assertThat(text).containsPattern("\\*\\*A comment has room for 65,536 characters: \\d+ var");
      assertThat(count(text, "<details>")).isEqualTo(count(text, "</details>"));
    }
    assertThat(compare(old, now).text().lines().filter(line -> line.contains("SLOWER")))
        .hasSize(1500);
  }

  private static int count(String text, String part) {
    return text.split(part, -1).length - 1;
  }

  private Path many(String name, double factor) throws IOException {
    StringJoiner rows = new StringJoiner(",", "[", "]");
    for (int i = 0; i < 1500; i++) {
      rows.add(row("org.x.Many.run", "kind number " + i, factor, 100));
    }
    return Files.writeString(directory.resolve(name), rows.toString());
  }

  private static String row(String benchmark, String kind, double factor, double allocation) {
    return String.format(
        Locale.ROOT,
        "{\"benchmark\":\"%s\",\"mode\":\"avgt\",\"params\":{\"kind\":\"%s\"},\"primaryMetric\":"
            + "{\"score\":1,\"scoreUnit\":\"us/op\",\"rawData\":[[%f],[%f],[%f],[%f],[%f],[%f]]},"
            + "\"secondaryMetrics\":{\"gc.alloc.rate.norm\":{\"score\":%f,\"scoreUnit\":\"B/op\"}}}",
        benchmark,
        kind,
        factor,
        factor * 1.001,
        factor * 0.999,
        factor * 1.002,
        factor * 0.998,
        factor * 1.0005,
        allocation);
  }

  @Test
  void theSidesOfOneRunAreComparedInTheirRounds() throws Exception {
    Map<String, Double> truth = new TreeMap<>(Map.of("JACKSON2", 1.0, "GSON", 2.0));
    Path faster =
        new SampleRun(1).against("--against-jar base.jar", 0.8).encode(truth).write(directory);

    Result result = ComparisonWriter.compareSides(faster, RunComparison.NOISE, 0.05, false);

    assertThat(result.regressions()).hasSize(2).allMatch(each -> each.contains("1.25"));
    assertThat(result.text())
        .startsWith("# The candidate is this build; the base is base.jar (--against-jar base.jar")
        .containsPattern("base +candidate +ratio")
        .containsPattern("GSON +16[.]\\d* +20[.]\\d* .*SLOWER, a REGRESSION")
        .doesNotContain("relative to");
    assertThat(ComparisonWriter.compareSides(faster, RunComparison.NOISE, 0.3, false).regressions())
        .isEmpty();
  }

  @Test
  void aSlowerBaseIsNoRegressionOfTheCandidate() throws Exception {
    Map<String, Double> truth = new TreeMap<>(Map.of("JACKSON2", 1.0, "GSON", 2.0));
    Path slower = new SampleRun(1).against("base.jar", 1.25).encode(truth).write(directory);

    Result result = ComparisonWriter.compareSides(slower, RunComparison.NOISE, 0, false);

    assertThat(result.regressions()).isEmpty();
    assertThat(result.text()).contains("0 shown to be slower, 2 to be faster.");
  }

  private static Result compare(Path old, Path now) throws ResultException {
    return ComparisonWriter.compare(old, now, RunComparison.NOISE, 0, false);
  }
}
