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

/** Whole runs of several variants in rounds, and what they print and save. */
class RoundsTest {
  @TempDir Path kept;

  @Test
  void aRunEndsWithARankingOfEachGroup() {
    Ended ended = run("-f 2 -wi 1 -w 20ms -i 3 -r 20ms Fibonacci.*(recursiveInt|iterative)$");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out())
        .contains("# Ranking of FibonacciBenchmark (n=10), avgt:")
        .containsPattern("#   iterative.* recursiveInt .*too few forks")
        .contains("# Round 2: 3 forks take turns: FibonacciBenchmark (n=10), avgt")
        .contains("#   the control of FibonacciBenchmark.recursiveInt")
        .doesNotContain("# Round 3", "recursiveInt (control)");
  }

  @Test
  void aTimeLimitEndsTheRunWithTheForksSoFar() throws IOException {
    Path out = kept.resolve("limited");
    Ended ended = run("--time-limit 2s -f 5 -p fault=NONE --out " + out + " FaultyBenchmark");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("The time limit is too short for another fork");
    assertThat(json(out, "results.json")).isNotEmpty();
  }

  @Test
  void baseAndCandidateAreMeasuredInTheSameRoundsEachWithItsArgumentsAndRecordings()
      throws IOException {
    Path out = kept.resolve("sides");
    Ended ended =
        run(
            "-jvmArgsAppend -XX:+UseSerialGC --against-args -XX:+UseParallelGC -prof jfr -f 2 -wi 0"
                + " -i 3 -r 20ms --out "
                + out
                + " FibonacciBenchmark.iterative$");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out())
        .contains("Your JVM arguments replace the recipe's -XX:+UseG1GC")
        .contains("against -XX:+UseParallelGC (the base)")
        .contains("-prof jfr")
        .contains(out.resolve("jfr").toString());
    JsonNode results = json(out, "results.json");
    assertThat(results).hasSize(2);
    assertThat(results.findValuesAsText("side")).containsExactly("this", "against");
    assertThat(results.get(0).path("jvmArgs").toString())
        .contains("-XX:+UseSerialGC")
        .doesNotContain("G1", "Parallel");
    assertThat(results.get(1).path("jvmArgs").toString())
        .contains("-XX:+UseParallelGC")
        .doesNotContain("G1", "Serial");
    JsonNode environment = json(out, "environment.json");
    assertThat(environment.at("/jvm/replaced/0").textValue()).isEqualTo("-XX:+UseG1GC");
    assertThat(environment.at("/against/arguments").toString()).contains("-XX:+UseParallelGC");
    for (String fork : List.of("round-1", "round-2", "round-1-against", "round-2-against")) {
      try (Stream<Path> files = Files.walk(out.resolve("jfr").resolve(fork))) {
        assertThat(files.filter(file -> file.toString().endsWith(".jfr"))).hasSize(1);
      }
    }
  }

  private static JsonNode json(Path run, String file) throws IOException {
    return new ObjectMapper().readTree(run.resolve(file).toFile());
  }

  private Ended run(String line) {
    return CommandLines.run(kept, words(line));
  }
}
