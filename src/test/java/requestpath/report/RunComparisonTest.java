package requestpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import requestpath.report.ComparisonWriter.Result;
import requestpath.result.ForkStatistic;
import requestpath.result.RankedGroup;
import requestpath.result.ResultException;

/** What changed is said, and nothing else. */
class RunComparisonTest {
  private static final double NOISE = 0.01;

  @TempDir Path directory;

  /** A run against itself, and against another run of the same truth. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void twoHonestRunsShowNothing(long seed) throws Exception {
    Result result = compare(run(1), run(seed));

    assertThat(result.regressions()).isEmpty();
    assertThat(result.judged()).isEqualTo(50);
    assertThat(result.text())
        .contains("No difference shown in 50 variants.")
        .doesNotContain("SLOWER", "REGRESSION");
  }

  @Test
  void aRowTenPercentSlowerIsShownWhereverItIs() throws Exception {
    Path slow = new SampleRun(3).slower("GSON", 1.1).documents().write(directory.resolve("slow"));

    Result result = compare(run(1), slow);

    assertThat(result.regressions()).hasSize(5).allMatch(each -> each.contains(": GSON: 1.1"));
    assertThat(result.text().lines().filter(line -> line.contains("SLOWER")))
        .hasSize(5)
        .allSatisfy(line -> assertThat(line).contains("GSON"));
    assertThat(compare(slow, run(1)).regressions()).isEmpty();
  }

  @Test
  void onlyARegressionAsLargeAsAskedForFails() throws Exception {
    Path slow = new SampleRun(3).slower("GSON", 1.1).documents().write(directory.resolve("slow"));

    assertThat(ComparisonWriter.compare(run(1), slow, NOISE, 0.05, false).regressions()).hasSize(5);
    assertThat(ComparisonWriter.compare(run(1), slow, NOISE, 0.25, false).regressions()).isEmpty();
    assertThat(ComparisonWriter.compare(run(1), slow, 0.25, 0, false).text())
        .contains("No difference shown");
  }

  @Test
  void aSlowerMachineIsSaidAndIsNoRegression() throws Exception {
    Path other =
        new SampleRun(4).cpu("Another CPU", 1.7).documents().write(directory.resolve("other"));

    Result result = compare(run(1), other);

    assertThat(result.regressions()).isEmpty();
    assertThat(result.text())
        .startsWith("# The baseline moved in ")
        .contains("\n# Another CPU: A CPU, then Another CPU\n");
  }

  /** Files of old builds do not say it: their runs took one fork after the other. */
  @Test
  void oneRunInterleavedAndTheOtherNotIsSaid() throws Exception {
    Map<String, Double> truth = Map.of("JACKSON2", 1.0, "GSON", 2.0);
    Path old = new SampleRun(1).encode(truth).write(directory.resolve("old"));
    Path turns = new SampleRun(2).interleaved(true).encode(truth).write(directory.resolve("turns"));
    Path single =
        new SampleRun(3).interleaved(false).encode(truth).write(directory.resolve("single"));
    Path file = new SampleRun(2).encode(truth).writeResults(directory.resolve("jmh.json"));
    String reason = ": raw times can differ for this reason alone";

    assertThat(flat(compare(old, turns).text()))
        .contains("# The new run was interleaved, the old run was not" + reason);
    assertThat(flat(compare(turns, single).text()))
        .contains("# The old run was interleaved, the new run was not" + reason);
    assertThat(compare(old, single).text()).doesNotContain("interleaved");
    assertThat(compare(turns, turns).text()).doesNotContain("interleaved");
    assertThat(compare(file, turns).text()).doesNotContain("interleaved");
  }

  /** Seen elsewhere: the baseline fell to 0.73x, all else less, and all else was a regression. */
  @Test
  void aBaselineThatBecameFasterIsTheHeadlineAndMakesNoRegressions() throws Exception {
    Map<String, Double> truth = new TreeMap<>(Map.of("JACKSON2", 1.0, "GSON", 2.0, "MOSHI", 1.5));
    Path old = new SampleRun(1).encode(truth).write(directory.resolve("old"));
    Path now =
        new SampleRun(2)
            .cpu("A CPU", 0.9)
            .slower("JACKSON2", 0.81)
            .encode(truth)
            .write(directory.resolve("now"));

    Result result = compare(old, now);

    assertThat(result.regressions()).isEmpty();
    assertThat(result.text())
        .startsWith("# The baseline moved in 1 group: it takes 0.73x its old time.")
        .containsPattern("GSON +20[.]\\d+ +18[.]\\d+ .*slower relative to JACKSON2 only")
        .contains("2 changed only relative to the baseline")
        .doesNotContain("SLOWER", "REGRESSION");
    assertThat(ComparisonWriter.compare(old, now, NOISE, 0, true).text())
        .startsWith("### Benchmarks compared\n\n**The baseline moved in 1 group: ");
  }

  @Test
  void twiceTheThroughputIsHalfTheTimeAndIsHeadedSo() throws Exception {
    Path old = throughput("old.json", 1);
    Path now = throughput("now.json", 2);

    assertThat(compare(old, now).text())
        .contains("time ratio", "0.50", "faster", "also for throughput")
        .doesNotContain("SLOWER");
    assertThat(compare(now, old).regressions()).hasSize(1);
  }

  private Path throughput(String name, double factor) throws IOException {
    return Files.writeString(
        directory.resolve(name),
        String.format(
            Locale.ROOT,
            "[{\"benchmark\":\"a.B.c\",\"mode\":\"thrpt\",\"primaryMetric\":{\"score\":1,"
                + "\"scoreUnit\":\"ops/s\",\"rawData\":[[%1$f],[%2$f],[%1$f],[%2$f]]}}]",
            100 * factor,
            101 * factor));
  }

  @Test
  void twoForksFarApartAreInconclusive() throws Exception {
    String forks = "[1.0],[90.0]";
    Path file = rows("wide.json", forks, forks, 2);

    assertThat(compare(file, file).text())
        .contains("Inconclusive: one (2 forks), two (2 forks)")
        .doesNotContain("[0.0");
  }

  @Test
  void rowsThatDifferInTheirPackageOrTheirThreadsAloneAreToldApart() throws Exception {
    SampleRun packages = new SampleRun(1);
    packages
        .foreign("p.B.a", "avgt", "ns/op", Map.of())
        .foreign("q.B.a", "avgt", "ns/op", Map.of());
    Path both = packages.writeResults(directory.resolve("packages.json"));
    assertThat(compare(both, both).text()).contains("p.B.a, avgt", "q.B.a, avgt");

    String row =
        "{\"benchmark\":\"p.B.a\",\"mode\":\"avgt\",\"threads\":%d,\"primaryMetric\":"
            + "{\"score\":1,\"scoreUnit\":\"us/op\",\"rawData\":[[1],[2]]}}";
    Path threads =
        Files.writeString(
            directory.resolve("threads.json"),
            "[" + row.formatted(1) + "," + row.formatted(2) + "]");
    assertThat(compare(threads, threads).text()).contains("B.a, avgt", "threads=1", "threads=2");
    assertThat(SampleFiles.groups(threads))
        .extracting(RankedGroup::title)
        .containsExactly("B.a (threads=1), avgt", "B.a (threads=2), avgt");
  }

  @Test
  void anotherJdkIsSaidAtTheTop() throws Exception {
    Path other = new SampleRun(5).jdk("25.0.3").documents().write(directory.resolve("other"));

    assertThat(compare(run(1), other).text()).startsWith("# Another JDK: 17.0.15, then 25.0.3\n");
  }

  @Test
  void filesOfOthersAreComparedByRawTimesAndItIsSaid() throws Exception {
    Path old = foreign(1, "ns/op");
    Path now = foreign(2, "ns/op");

    Result result = compare(old, now);

    assertThat(result.text())
        .contains("All variants are compared by raw times")
        .contains("No difference shown in 1 variant.");
  }

  @Test
  void aRowThatStandsAloneIsComparedByItsTime() throws Exception {
    for (String baseline : List.of("JACKSON2", "")) {
      Path old = alone(1, 10, baseline);
      Path slow = alone(2, 12, baseline);

      assertThat(compare(old, alone(3, 10, baseline)).regressions()).isEmpty();
      assertThat(compare(old, slow).regressions()).hasSize(1);
      assertThat(compare(old, slow).text())
          .contains("All variants are compared by raw times")
          .contains("SLOWER");
    }
  }

  private Path alone(long seed, double time, String baseline) throws Exception {
    return new SampleRun(seed)
        .baseline(baseline, ForkStatistic.MINIMUM)
        .group("JsonEncodeBenchmark.toBytes", "avgt", "us/op", time, 10, Map.of("JACKSON2", 1.0))
        .write(directory.resolve("alone" + seed + baseline));
  }

  @Test
  void aDifferenceThatTheIntervalDoesNotShowIsRemarkedAndARegressionAllTheSame() throws Exception {
    String old = "[0.991377],[0.991377],[1.008698],[1.008698]";
    Path before = rows("before.json", old, old, 4);
    Path after =
        rows(
            "after.json",
            "[1.991377],[1.991377],[2.008698],[2.008698]",
            "[1.010495],[1.010495],[1.028150],[1.028150]",
            4);

    Result result = ComparisonWriter.compare(before, after, NOISE, 0.015, false);

    assertThat(flat(result.text()))
        .containsPattern("SLOWER, .*a difference by Holm's test that the interval does not show");
    assertThat(result.regressions()).hasSize(2);
    assertThat(ComparisonWriter.compare(before, after, NOISE, 0.03, false).regressions())
        .as("its ratio is 1.019")
        .hasSize(1);
  }

  @Test
  void howManyForksThereWereIsNoOption() throws Exception {
    String forks = "[1.0],[1.01]";
    Path four = rows("four.json", forks, forks, 4);
    Path seven = rows("seven.json", forks, forks, 7);

    assertThat(compare(four, seven).text()).doesNotContain("Another options");
  }

  private Path rows(String name, String one, String two, int forks) throws Exception {
    String row =
        "{\"benchmark\":\"a.B.%s\",\"mode\":\"avgt\",\"forks\":%d,\"warmupIterations\":3,"
            + "\"primaryMetric\":{\"score\":1,\"scoreUnit\":\"us/op\",\"rawData\":[%s]}}";
    return Files.writeString(
        directory.resolve(name),
        "["
            + String.format(Locale.ROOT, row, "one", forks, one)
            + ","
            + String.format(Locale.ROOT, row, "two", forks, two)
            + "]");
  }

  @Test
  void markdownShowsChangesFirstAndHostileNamesAsText() throws Exception {
    Path slow = new SampleRun(3).slower("GSON", 1.1).documents().write(directory.resolve("slow"));
    String text = ComparisonWriter.compare(run(1), slow, NOISE, 0, true).text();

    assertThat(text)
        .contains("**Of 50 variants 5 shown to be slower, 0 to be faster. Regressions: 5.**");
    assertThat(text.indexOf("SLOWER")).isLessThan(text.indexOf("<details>"));

    Path hostile = SampleFiles.hostileRun(directory.resolve("hostile"));
    assertThat(ComparisonWriter.compare(hostile, hostile, NOISE, 0, true).text())
        .doesNotContain("<img")
        .contains("&lt;img src=x onerror=alert(1)&gt;");
  }

  private Path run(long seed) throws Exception {
    return new SampleRun(seed).documents().write(directory.resolve("run" + seed));
  }

  private Path foreign(long seed, String unit) throws Exception {
    SampleRun run = new SampleRun(seed).foreign("a.B.run", "avgt", unit, Map.of());
    return run.writeResults(directory.resolve("foreign" + seed + ".json"));
  }

  /** A text without the ends of its lines. */
  private static String flat(String text) {
    return text.replaceAll("\\s*\n#?\\s*", " ");
  }

  private static Result compare(Path old, Path now) throws ResultException {
    return ComparisonWriter.compare(old, now, NOISE, 0, false);
  }
}
