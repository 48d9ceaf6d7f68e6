package requestpath.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static requestpath.cli.CommandLines.words;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import requestpath.cli.CommandLines.Ended;

/** How a run goes through its rounds, and what it says at its end. */
class RoundsTest {
  @TempDir Path folder;

  /** Where runs are kept, each in a folder of its own. */
  @TempDir Path kept;

  @Test
  void aRunEndsWithAVerdictOnEachGroup() {
    Ended ended =
        run(
            words(
                "-f 2 -wi 1 -w 50ms -i 3 -r 50ms -p size=10 -p library=JACKSON2,GSON -p"
                    + " binding=RECORD JsonDecode"));

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out())
        .contains(
            "# Verdicts on JsonDecodeBenchmark.fromBytes (binding=RECORD, payload=DOCUMENT,"
                + " size=10), avgt:")
        .containsPattern("#   GSON.*JACKSON2.*too few forks")
        .contains("the control of JsonDecodeBenchmark.fromBytes (library=JACKSON2")
        .doesNotContain("JACKSON2 (control)");
  }

  @Test
  void withoutForksAskedForARowGoesOnUntilItIsKnownWellEnough() throws IOException {
    Path json = folder.resolve("rounds.json");
    Ended ended =
        run(
            "--min-rounds",
            "2",
            "--max-rounds",
            "3",
            "--precision",
            "0.001%",
            "-wi",
            "0",
            "-i",
            "2",
            "-r",
            "20ms",
            "-p",
            "size=1",
            "-p",
            "library=JACKSON2,GSON",
            "-p",
            "binding=RECORD",
            "-rff",
            json.toString(),
            "-rf",
            "json",
            "JsonDecode");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("# Fork 3 of 3: ").doesNotContain("# Fork 4 ");
    assertThat(ended.out()).contains("# Verdicts on ", "too few forks");
    JsonNode results = new ObjectMapper().readTree(json.toFile());
    assertThat(results).hasSize(2);
    assertThat(results.get(0).get("forks").asInt()).isEqualTo(3);
  }

  @Test
  void oneForkRanksNothing() {
    Ended ended =
        run(words("-f 1 -wi 0 -i 1 -r 50ms -p size=1 -p library=JACKSON2,GSON JsonDecode"));

    assertThat(ended.out()).contains("size=1), avgt: none, as one fork ranks nothing");
  }

  @Test
  void theOrderOfARoundIsDrawnFromTheSeed() {
    String[] line = {
      "--seed",
      "3",
      "-f",
      "3",
      "-wi",
      "0",
      "-i",
      "1",
      "-r",
      "20ms",
      "FibonacciBenchmark.(iterative|memoised|recursiveInt)$"
    };
    List<String> forks = forks(run(line).out());

    assertThat(forks).hasSizeGreaterThanOrEqualTo(6);
    int rows = forks.size() / 3;
    List<List<String>> rounds =
        List.of(
            forks.subList(0, rows),
            forks.subList(rows, 2 * rows),
            forks.subList(2 * rows, 3 * rows));
    assertThat(rounds).allSatisfy(round -> assertThat(round).doesNotHaveDuplicates());
    assertThat(rounds.stream().distinct().count()).isGreaterThan(1);
    assertThat(forks(run(line).out())).isEqualTo(forks);
  }

  private static List<String> forks(String out) {
    return out.lines()
        .filter(each -> each.startsWith("# Fork "))
        .map(each -> each.substring(each.indexOf(": ")))
        .toList();
  }

  @Test
  void rowsThatAreNoLibrariesAreComparedWithTheDocumentsOwnForm() {
    Ended ended =
        run(words("-f 2 -wi 1 -w 20ms -i 3 -r 20ms FibonacciBenchmark.(recursiveInt|iterative)$"));

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out())
        .contains("# Ranking of FibonacciBenchmark (n=10), avgt:")
        .containsPattern("#   iterative.* recursiveInt .*too few forks");
  }

  @Test
  void anotherBaselineIsTakenWhereItIsAskedFor() {
    Ended ended =
        run(
            words(
                "--baseline iterative -f 2 -wi 1 -w 20ms -i 3 -r 20ms"
                    + " FibonacciBenchmark.(recursiveInt|iterative)$"));

    assertThat(ended.out()).containsPattern("#   recursiveInt.* iterative .*too few forks");
  }

  @Test
  void aFirstLookNamesClassesAlone() {
    Ended ended =
        run(
            words(
                "--quick -wi 1 -w 20ms -i 3 -r 20ms"
                    + " FibonacciBenchmark.(recursiveInt|iterative)$"));

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out())
        .contains("# Fork 3 of 3: ")
        .doesNotContain("# Fork 4")
        .contains("A first look")
        .containsPattern("#   iterative is (about|up|between)|#   iterative takes about");
  }

  @Test
  void aTimeLimitEndsTheRunWithWhatThereIs() throws IOException {
    Path out = folder.resolve("limited");
    Ended ended =
        run(
            "--time-limit",
            "6s",
            "-wi",
            "1",
            "-w",
            "20ms",
            "-i",
            "3",
            "-r",
            "20ms",
            "--out",
            out + "",
            "FibonacciBenchmark.(recursiveInt|iterative)$");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("The time limit leaves no room for another fork");
    assertThat(new ObjectMapper().readTree(out.resolve("results.json").toFile())).isNotEmpty();
  }

  @Test
  void everyRowIsMeasuredUnderOtherFlagsInTheSameRounds() throws IOException {
    Path out = folder.resolve("sides");
    Ended ended =
        run(
            "--against-args",
            "-Xint",
            "-f",
            "2",
            "-wi",
            "1",
            "-w",
            "20ms",
            "-i",
            "3",
            "-r",
            "20ms",
            "--out",
            out + "",
            "FibonacciBenchmark.iterative$");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out())
        .containsPattern(
            "#   FibonacciBenchmark.iterative \\(n=10\\) --against-args -Xint.* itself without");
    JsonNode results = new ObjectMapper().readTree(out.resolve("results.json").toFile());
    assertThat(results).hasSize(2);
    assertThat(results.get(0).path("params").path("side").textValue()).isEqualTo("this");
    assertThat(results.get(1).path("params").path("side").textValue()).isEqualTo("against");
    assertThat(results.get(1).path("jvmArgs").toString()).contains("-Xint");
    assertThat(results.get(0).path("jvmArgs").toString()).doesNotContain("-Xint");
  }

  @Test
  void aCollectorThatIsNamedReplacesTheRecipesAndIsRecorded() throws IOException {
    Path out = folder.resolve("collectors");
    Ended ended =
        run(
            words(
                "-jvmArgsAppend -XX:+UseSerialGC --against-args -XX:+UseParallelGC -f 1 -wi 0 -i 1"
                    + " -r 20ms --out "
                    + out
                    + " FibonacciBenchmark.iterative$"));

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("Your JVM arguments replace the recipe's -XX:+UseG1GC");
    JsonNode results = new ObjectMapper().readTree(out.resolve("results.json").toFile());
    assertThat(results.get(0).path("jvmArgs").toString())
        .contains("-XX:+UseSerialGC")
        .doesNotContain("G1");
    assertThat(results.get(1).path("jvmArgs").toString())
        .contains("-XX:+UseParallelGC")
        .doesNotContain("G1", "Serial");
    JsonNode environment = new ObjectMapper().readTree(out.resolve("environment.json").toFile());
    assertThat(environment.at("/jvm/replaced/0").textValue()).isEqualTo("-XX:+UseG1GC");
    assertThat(environment.at("/against/arguments").toString()).contains("-XX:+UseParallelGC");
  }

  @Test
  void aRecordingIsKeptForEachRound() throws IOException {
    Path out = folder.resolve("recorded");
    Ended ended =
        run(
            words(
                "-prof jfr -f 2 -wi 0 -i 1 -r 20ms --out "
                    + out
                    + " FibonacciBenchmark.iterative$"));

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("# Of -prof jfr, a folder for each round: " + out);
    for (String round : List.of("round-1", "round-2")) {
      try (Stream<Path> files = Files.walk(out.resolve("jfr").resolve(round))) {
        assertThat(files.filter(file -> file.toString().endsWith(".jfr"))).hasSize(1);
      }
    }
  }

  private Ended run(String... arguments) {
    return CommandLines.run(kept, arguments);
  }
}
