package requestpath.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import requestpath.harness.plan.GroupMember;
import requestpath.harness.plan.PlannedRow;
import requestpath.harness.plan.Recipe;
import requestpath.harness.plan.Side;
import requestpath.payload.Support;
import requestpath.result.ForkStatistic;
import requestpath.result.Stopping;

/** Parts are measured until their share of the whole is known. */
class PartsTest {
  private static final String SOME = "requestpath.bench.SomeBenchmark.";
  private static final Recipe RECIPE =
      new Recipe(
          5,
          0,
          Duration.ofSeconds(3),
          Duration.ofSeconds(2),
          Duration.ofMinutes(2),
          ForkStatistic.LOW_QUANTILE,
          List.of());

  private static PlannedRow row(
      String method, Map<String, String> parameters, String name, List<String> wholes) {
    return new PlannedRow(
        SOME + method,
        Mode.AverageTime,
        parameters,
        RECIPE,
        new GroupMember("SomeBenchmark." + method + parameters, SOME + method, name, "", wholes),
        Support.YES,
        Side.THIS,
        false);
  }

  @Test
  void aPartRestsOnceItsShareIsKnown() {
    PlannedRow whole = row("handle", Map.of("library", "GSON"), "GSON", List.of());
    PlannedRow part = row("json", Map.of("library", "GSON"), "GSON", List.of(SOME + "handle"));
    Groups groups = new Groups(List.of(whole, part));
    Rows.put(groups, whole, 100, 100.1, 99.9, 100, 100);
    Rows.put(groups, part, 60, 60.1, 59.9, 60, 60);

    assertThat(groups.isDecided(part, new Stopping(3, 10, 0.02), List.of())).isTrue();
  }

  @Test
  void aPartGoesOnUntilItsShareIsKnown() {
    PlannedRow whole = row("handle", Map.of("library", "GSON"), "GSON", List.of());
    PlannedRow part = row("json", Map.of("library", "GSON"), "GSON", List.of(SOME + "handle"));
    Groups groups = new Groups(List.of(whole, part));
    Rows.put(groups, whole, 100, 100.1, 99.9);
    Rows.put(groups, part, 60, 90, 40);

    assertThat(groups.isDecided(part, new Stopping(3, 10, 0.02), List.of())).isFalse();
    assertThat(groups.isDecided(whole, new Stopping(3, 10, 0.02), List.of())).isFalse();
  }
}
