package requestpath.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import requestpath.result.ComparedVariant;
import requestpath.result.RecordedEnvironment;
import requestpath.result.RecordedRun;
import requestpath.result.ResultException;
import requestpath.result.RunComparison;

/** What the guide says of the published runs of which all or a part was measured again. */
class RepeatabilityTest {
  private static final Path RESULTS = Path.of("results");
  private static final Map<String, String> REPEATED =
      Map.of(
          "json", "2026-11-29-amd-epyc-2-cores-json",
          "msgpack", "2026-11-29-amd-epyc-2-cores-msgpack",
          "varied-beans-decode", "2026-11-30-intel-xeon-2-cores-varied-beans");
  private static final double NOISE = 0.01;
  private static final Pattern BASELINES_MOVED =
      Pattern.compile("baseline moved .*: it takes ([0-9.]+)x to ([0-9.]+)x its old time");

  private static Path first(String name) {
    return RESULTS.resolve(REPEATED.get(name));
  }

  private static Path again(String name) {
    return RESULTS.resolve("repeated").resolve(name);
  }

  @Test
  void thePublishedComparisonsAreThoseOfTheRuns() throws Exception {
    for (String name : REPEATED.keySet()) {
      assertThat(Files.readString(again(name).resolve("compare.md"), UTF_8).strip())
          .isEqualTo(
              ComparisonWriter.compare(first(name), again(name), NOISE, 0, true).text().strip());
    }
  }

  @Test
  void everyRepetitionIsChecked() throws Exception {
    try (Stream<Path> entries = Files.list(RESULTS.resolve("repeated"))) {
      assertThat(entries.filter(Files::isDirectory).map(entry -> entry.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(REPEATED.keySet());
    }
  }

  @Test
  void bothRunsAreOfTheSameJarAndMachine() throws Exception {
    for (String name : REPEATED.keySet()) {
      RecordedEnvironment old = RecordedRun.read(first(name)).environment();
      RecordedEnvironment repeated = RecordedRun.read(again(name)).environment();

      assertThat(repeated.jar()).isNotEmpty().isEqualTo(old.jar());
      assertThat(repeated.machine().cpu()).isNotEmpty();
      assertThat(repeated.machine()).isEqualTo(old.machine());
    }
  }

  @Test
  void theGuideSaysHowFarTheRatiosAreApart() throws Exception {
    List<ComparedVariant> judged = new ArrayList<>();
    for (String name : REPEATED.keySet()) {
      judged.addAll(compared(name).variants().stream().filter(ComparedVariant::isJudged).toList());
    }
    double[] apart =
        judged.stream().mapToDouble(variant -> Math.abs(variant.ratio() - 1)).sorted().toArray();
    double[] halfWidths =
        judged.stream()
            .map(variant -> requireNonNull(variant.interval()))
            .mapToDouble(interval -> Math.sqrt(interval.high() / interval.low()) - 1)
            .sorted()
            .toArray();

    assertThat(judged.stream().filter(ComparedVariant::isChange)).isEmpty();
    assertThat(guide())
        .contains(
            String.format(
                Locale.ROOT,
                "`compare` shows no difference in any of the %d ratios. Half of them changed by at"
                    + " most %.1f%%, nine of ten by at most %.1f%%, and all by at most %.1f%%. Half of the"
                    + " intervals are narrower than ±%.0f%%; in the other half, smaller differences"
                    + " could not be shown.",
                apart.length,
                100 * apart[apart.length / 2],
                100 * apart[apart.length * 9 / 10],
                100 * apart[apart.length - 1],
                100 * halfWidths[halfWidths.length / 2]));
  }

  @Test
  void theGuideSaysHowFarTheBaselinesMoved() throws Exception {
    DoubleSummaryStatistics moved = new DoubleSummaryStatistics();
    for (String name : REPEATED.keySet()) {
      Matcher range =
          BASELINES_MOVED.matcher(Files.readString(again(name).resolve("compare.md"), UTF_8));
      assertThat(range.find()).isTrue();
      moved.accept(Double.parseDouble(range.group(1)));
      moved.accept(Double.parseDouble(range.group(2)));
    }

    assertThat(guide())
        .contains(
            String.format(
                Locale.ROOT,
                "The baselines took between %.2fx and %.2fx of their old times.",
                moved.getMin(),
                moved.getMax()));
  }

  private static String guide() throws IOException {
    return Files.readString(Path.of("src/site/markdown/methodology.md")).replaceAll("\\s+", " ");
  }

  private static RunComparison compared(String name) throws ResultException {
    return RunComparison.of(RecordedRun.read(first(name)), RecordedRun.read(again(name)), NOISE);
  }
}
