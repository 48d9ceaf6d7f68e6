package requestpath.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import one.convert.Arguments;
import one.convert.FlameGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import requestpath.cli.CommandLines.Ended;

/** Profiles as their users ask for them: of a benchmark whose hot spot is known. */
class ProfileCommandTest {
  private static final Pattern LISTED =
      Pattern.compile("(?m)^ +(\\d+\\.\\d)%  (?:\\w+ +)?(\\S+).*$");

  /** A percentage in the terminal has one decimal. */
  private static final double ROUNDED = 0.06;

  @TempDir Path directory;

  @Test
  void aMethodBuiltToTakeSeventyPercentReadsSeventyPercentOnTheTerminalAndInTheGraph()
      throws IOException {
    Ended ended = run("-o", directory.toString(), "-i", "6", "HotSpotBenchmark");
    assertThat(ended.err()).isEmpty();
    assertThat(ended.exitCode()).isZero();
    assumeFalse(
        ended.out().contains("stands in for async-profiler"),
        "skipped: async-profiler does not load on this platform");

    Map<String, Double> listed = listed(ended.out());
    assertThat(listed.get("requestpath.harness.run.HotSpotBenchmark.seventy"))
        .isCloseTo(70, within(3.0));
    assertThat(listed.values().stream().mapToDouble(share -> share).sum())
        .isCloseTo(100, within(1.0));
    assertThat(ended.out())
        .contains("not shown of what was recorded: ", "set-up and correctness check");
    Map<String, Double> drawn = drawn(page("cpu"));
    for (String method : List.of("seventy", "thirty")) {
      String frame = "requestpath.harness.run.HotSpotBenchmark." + method;
      assertThat(listed.get(frame)).isCloseTo(drawn.get(frame), within(ROUNDED));
    }
    assertThat(drawn.keySet()).noneMatch(frame -> frame.contains("jmh"));
  }

  @Test
  void everyGraphStandsInTheIndexAndNeedsNothingFromElsewhere() throws IOException {
    String line = "-o " + directory + " -i 1 -r 200ms -p fault=NONE FaultyBenchmark -p size=";
    run((line + "1,2").split(" "));
    run((line + "2").split(" "));

    JsonNode index = new ObjectMapper().readTree(directory.resolve("profile/index.json").toFile());
    List<String> files = new ArrayList<>();
    for (JsonNode entry : index) {
      assertThat(entry.path("benchmark").asText())
          .isEqualTo("requestpath.harness.run.FaultyBenchmark.run");
      assertThat(entry.path("params").path("fault").asText()).isEqualTo("NONE");
      assertThat(entry.path("title").asText()).startsWith("Faulty.run NONE ");
      Path page = directory.resolve("profile").resolve(entry.path("file").asText());
      assertThat(page).hasFileName(entry.path("event").asText() + ".html");
      assertThat(Files.readString(page)).doesNotContain("src=", "<link", "@import");
      files.add(entry.path("file").asText());
    }
    assertThat(files).doesNotHaveDuplicates().anyMatch(file -> file.endsWith("alloc.html"));
    assertThat(index.findValuesAsText("size")).contains("1", "2");
  }

  @Test
  void aRowThatFailsIsNamedAndTheOthersAreRecorded() {
    Ended ended =
        run(
            "-o",
            directory.toString(),
            "-i",
            "1",
            "-r",
            "200ms",
            "-p",
            "fault=EXCEPTION,NONE",
            "FaultyBenchmark");

    assertThat(ended.exitCode()).isEqualTo(1);
    assertThat(ended.err()).contains("1 of 2 variants could not be recorded").contains("fell over");
    assertThat(ended.out()).contains("recording.jfr");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --event cache HotSpot         | is not known: choose from cpu, wall, alloc, lock
          --against GSON HotSpot        | --against GSON is none of the selected variants: choose from split
          -f 3 HotSpot                  | leave -f out
          -prof gc HotSpot              | leave -prof out
          -rf json HotSpot              | leave -rf out
          NoSuchBenchmark               | no benchmark matches NoSuchBenchmark
          -p library=NOPE JsonEncode    | library=NOPE is not known
          -jvm /nowhere/java HotSpot    | does not start a JVM
          -o /dev/null/graphs HotSpot   | -o /dev/null/graphs cannot be written
          -o /proc HotSpot              | -o /proc cannot be written
          """)
  void whatIsCalledWronglyEndsInOneSentence(String line, String sentence) {
    Ended ended = run(line.split(" "));

    assertThat(ended.err()).startsWith("requestpath: ").contains(sentence);
    assertThat(ended.err().lines()).hasSize(1);
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
  }

  @Test
  void helpSaysWhatIsLeftOut() {
    Ended ended = run("--help");

    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out()).contains("--against", "warm-up", "Exit codes:");
  }

  private Path page(String event) throws IOException {
    JsonNode index = new ObjectMapper().readTree(directory.resolve("profile/index.json").toFile());
    for (JsonNode entry : index) {
      if (entry.path("event").asText().equals(event)) {
        return directory.resolve("profile").resolve(entry.path("file").asText());
      }
    }
    throw new AssertionError("no graph of " + event);
  }

  /** Percentages of the first list, which is that of time, by frame. */
  private static Map<String, Double> listed(String out) {
    int end = out.indexOf("\n  allocation");
    Map<String, Double> listed = new HashMap<>();
    Matcher line = LISTED.matcher(end < 0 ? out : out.substring(0, end));
    while (line.find()) {
      listed.put(line.group(2), Double.parseDouble(line.group(1)));
    }
    return listed;
  }

  /** Self time in percent by frame, read back from the page. */
  private static Map<String, Double> drawn(Path page) throws IOException {
    Arguments arguments = new Arguments();
    arguments.output = "collapsed";
    ByteArrayOutputStream collapsed = new ByteArrayOutputStream();
    FlameGraph.parse(page.toString(), arguments).dump(collapsed);
    Map<String, Double> weights = new HashMap<>();
    for (String line : collapsed.toString(UTF_8).lines().toList()) {
      String[] stackAndWeight = line.split(" (?=\\d+$)");
      String[] frames = stackAndWeight[0].split(";");
      weights.merge(
          frames[frames.length - 1].replaceAll("_\\[.]$", ""),
          Double.parseDouble(stackAndWeight[1]),
          Double::sum);
    }
    double total = weights.values().stream().mapToDouble(weight -> weight).sum();
    weights.replaceAll((frame, weight) -> 100 * weight / total);
    return weights;
  }

  private static Ended run(String... arguments) {
    List<String> line = new ArrayList<>(List.of("profile"));
    line.addAll(List.of(arguments));
    return CommandLines.ended(line);
  }
}
