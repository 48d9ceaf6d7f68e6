package requestpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import requestpath.text.Screen;

/** What a run shows on a terminal at its end. */
class ScreenReportTest {
  private static final Screen PLAIN = new Screen(20, 80, false, true);

  private final Map<String, Double> truth = new TreeMap<>();

  @TempDir Path directory;

  @BeforeEach
  void fillIn() {
    truth.put("JACKSON2", 1.0);
    truth.put("HANDWRITTEN", 0.3);
    truth.put("FASTJSON2", 0.4);
    truth.put("GSON", 2.0);
  }

  /** As many libraries as a terminal cannot show. */
  private void many() {
    for (int i = 0; i < 30; i++) {
      truth.put("LIBRARY_" + i, 0.5 + 0.04 * i);
    }
  }

  private static int height(List<String> lines, Screen screen) {
    assertThat(lines)
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(screen.columns()));
    return screen.height(lines);
  }

  @Test
  void aGroupHasItsHeadlineItsVariantsAndTheControl() throws Exception {
    List<String> lines = ScreenReport.of(new SampleRun(1).decode(truth).write(directory), PLAIN);

    assertThat(height(lines, PLAIN)).isLessThanOrEqualTo(20);
    assertThat(String.join(" ", lines))
        .startsWith(
            "JsonDecodeBenchmark.fromBytes (binding=RECORD, payload=DOCUMENT, size=10)"
                + " FASTJSON2 is 2.")
        .contains("ratio [95%]", "us/op", "B/op")
        .contains("Marks: (I) inexact")
        .contains("The control holds: measured twice, ")
        .doesNotContain(" is 2.0x slower than");
    assertThat(lines)
        .anyMatch(line -> line.matches("  HANDWRITTEN +█[▊▉]? +0[.](29|30)\\d*x \\[.*"))
        .anyMatch(line -> line.matches("  JACKSON2 +█████[█▉]▏? +1 +[\\d.]+ +[\\d,]+"))
        .anyMatch(line -> line.matches("  GSON \\(L\\) +█{11,12}▉? +[12][.].*"));
  }

  @ParameterizedTest
  @CsvSource({"20, 80", "12, 80", "20, 50", "40, 132", "14, 60"})
  void aGroupThatIsTooHighShowsItsFastestItsBaselineAndHowManyAreLeftOut(int height, int width)
      throws Exception {
    many();
    Screen screen = new Screen(height, width, false, true);
    List<String> lines = ScreenReport.of(new SampleRun(1).decode(truth).write(directory), screen);

    assertThat(height(lines, screen)).isLessThanOrEqualTo(height);
    assertThat(lines)
        .anyMatch(line -> line.matches("  HANDWRITTEN .*"))
        .anyMatch(line -> line.matches("  JACKSON2 .*"))
        .anyMatch(line -> line.matches("  \\d+ more are on the page") || height == 40);
  }

  @Test
  void severalGroupsShowTheFastestThreeTheBaselineAndTheControlOfEach() throws Exception {
    many();
    List<String> lines =
        ScreenReport.of(
            new SampleRun(1).decode(truth).encode(truth).write(directory),
            new Screen(24, 80, false, true));

    assertThat(height(lines, PLAIN)).isLessThanOrEqualTo(24);
    assertThat(lines)
        .filteredOn(line -> line.startsWith("  "))
        .filteredOn(line -> line.contains(" us/op"))
        .hasSize(8);
    assertThat(lines).filteredOn(line -> line.startsWith("  JACKSON2 ")).hasSize(2);
    assertThat(lines).filteredOn(line -> line.startsWith("  control: JACKSON2 ")).hasSize(2);
    assertThat(lines).noneMatch(line -> line.startsWith("  HANDWRITTEN"));
  }

  @Test
  void manyGroupsShowOnlyTheFastestOfEach() throws Exception {
    SampleRun run = new SampleRun(1);
    for (int size : new int[] {1, 10, 100, 1000, 10000}) {
      run.group("JsonEncodeBenchmark.toBytes", "avgt", "us/op", size, size, truth);
    }
    List<String> lines = ScreenReport.of(run.write(directory), PLAIN);

    assertThat(height(lines, PLAIN)).isLessThanOrEqualTo(20);
    assertThat(lines).filteredOn(line -> line.startsWith("  FASTJSON2 ")).hasSize(5);
    assertThat(lines).noneMatch(line -> line.startsWith("  GSON "));
  }

  @Test
  void warningsNameTheirVariantsOnce() throws Exception {
    List<String> lines =
        ScreenReport.of(
            new SampleRun(1).quick().bimodal("GSON").encode(truth).write(directory), PLAIN);

    assertThat(String.join(" ", lines).replaceAll(" +", " "))
        .containsPattern(
            "a first look: run without --quick before you decide; too few forks: all variants;"
                + " ratios to ±[\\d.]+% at worst");
  }

  @Test
  void twoSidesLeadWithTheirDifferences() throws Exception {
    truth.remove("HANDWRITTEN");
    List<String> lines =
        ScreenReport.of(
            new SampleRun(1).against("--against-args -Xint", 0.6).encode(truth).write(directory),
            PLAIN);

    assertThat(lines.get(0)).isEqualTo("This run against -Xint:");
    assertThat(lines)
        .filteredOn(line -> line.matches("  \\w+: this run is 1[.]6\\d*x slower than -Xint .*"))
        .hasSize(3);
  }

  @Test
  void aRunWithOneForkShowsItsFigures() throws Exception {
    Path file =
        SampleFiles.results(
            directory,
            """
            [{"benchmark":"requestpath.bench.FibonacciBenchmark.iterative","mode":"avgt",
              "params":{"n":"10"},"threads":2,
              "primaryMetric":{"score":12.5,"scoreError":0.5,"scoreUnit":"ns/op","rawData":[[12,13]]}}]
            """);

    assertThat(ScreenReport.of(file, PLAIN))
        .contains("FibonacciBenchmark.iterative (n=10, threads=2): 12.5 ± 0.5 ns/op");
  }

  @Test
  void coloursAreThoseOfTheTerminalAndNothingElseChanges() throws Exception {
    Path run = new SampleRun(1).decode(truth).write(directory);
    List<String> plain = ScreenReport.of(run, PLAIN);
    List<String> coloured = ScreenReport.of(run, new Screen(20, 80, true, true));

    assertThat(String.join("", plain)).doesNotContain("\u001b");
    assertThat(String.join("", coloured)).contains("\u001b[1m", "\u001b[32m", "\u001b[33m");
    assertThat(coloured.stream().map(line -> line.replaceAll("\u001b\\[\\d+m", "")).toList())
        .isEqualTo(plain);
  }

  @Test
  void aCharacterSetWithoutBlocksHasNoBars() throws Exception {
    Path run = new SampleRun(1).decode(truth).write(directory);

    assertThat(String.join("", ScreenReport.of(run, new Screen(20, 80, false, false))))
        .containsPattern("GSON \\(L\\) +[12][.]")
        .doesNotContainPattern("[" + Screen.BLOCKS + "]");
  }
}
