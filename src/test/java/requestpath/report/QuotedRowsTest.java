package requestpath.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import requestpath.result.RecordedRun;
import requestpath.result.ResultException;

/** The tables of a guide agree with the runs that it quotes. */
class QuotedRowsTest {
  private static final String BENCHMARK = "JsonEncodeBenchmark.toBytes";

  @TempDir Path directory;
  private QuotedRows quoted;

  @BeforeEach
  void measure() throws Exception {
    Map<String, Double> times = new TreeMap<>(Map.of("JACKSON2", 1.0, "GSON", 2.0, "WAST", 0.5));
    Path old = new SampleRun(1).encode(new TreeMap<>(times)).write(directory.resolve("old"));
    Path now =
        new SampleRun(2).jdk("25.0.3").encode(new TreeMap<>(times)).write(directory.resolve("now"));
    quoted =
        new QuotedRows(
            Report.of(List.of(RecordedRun.read(old), RecordedRun.read(now)), "", Map.of()),
            "results");
  }

  @Test
  void theRowsThatAreNamedStandBetweenTheComments() throws Exception {
    String guide =
        "before\n<!-- rows: old; "
            + BENCHMARK
            + "; variant=GSON,JACKSON2 -->\nolder figures\n<!-- rows end -->\nafter\n";

    String written = quoted.in(guide);

    assertThat(written)
        .startsWith("before\n<!-- rows: old; ")
        .endsWith("<!-- rows end -->\nafter\n")
        .contains("| variant | ratio | 95% interval |", "| GSON | 2.0", "| JACKSON2 | baseline |")
        .contains("](../../../results/old/pictures/JsonEncodeBenchmark.toBytes")
        .doesNotContain("older figures", "WAST", "| JDK |");
    assertThat(quoted.in(written)).isEqualTo(written);
  }

  @Test
  void whatDiffersBetweenTheRunsIsAColumn() throws Exception {
    assertThat(quoted.in(quote("old, now; " + BENCHMARK + "; variant=GSON")))
        .contains("| JDK | variant |", "| 17.0.", "| 25.0.3 | GSON | 2.0");
  }

  @Test
  void whatTheRunsDoNotHoldIsNamed() {
    for (String[] wrong :
        new String[][] {
          {"none; " + BENCHMARK, "names no rows of none"},
          {"old; ADifferentBenchmark.run", "names no rows of old"},
          {"old; " + BENCHMARK + "; binding=MAP", "names no rows of old"},
          {"old; " + BENCHMARK + "; variant=GSON,NOBODY", "has no row NOBODY"},
          {"old; " + BENCHMARK + "; GSON", "\"GSON\" in the quote"},
          {"old", "is not complete"}
        }) {
      assertThatThrownBy(() -> quoted.in(quote(wrong[0])))
          .isInstanceOf(ResultException.class)
          .hasMessageContaining(wrong[1]);
    }
  }

  private static String quote(String words) {
    return "<!-- rows: " + words + " -->\n<!-- rows end -->\n";
  }
}
