package requestpath.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import requestpath.harness.plan.PlannedVariant;
import requestpath.result.Stopping;

/** Parts are measured until their share of the whole is known. */
class PartsTest {
  private static final Stopping RULE = new Stopping(3, 10, 0.02);

  private final PlannedVariant whole = Rows.alone("handle", List.of());
  private final PlannedVariant part = Rows.alone("json", List.of(whole.benchmark()));
  private final Groups groups = new Groups(List.of(whole, part));

  @Test
  void aPartNeedsNoMoreForksOnceItsShareIsKnown() {
    Rows.put(groups, whole, 100, 100.1, 99.9, 100, 100);
    Rows.put(groups, part, 60, 60.1, 59.9, 60, 60);

    assertThat(groups.isDecided(part, RULE, List.of())).isTrue();
  }

  @Test
  void aPartNeedsForksUntilItsShareIsKnown() {
    Rows.put(groups, whole, 100, 100.1, 99.9);
    Rows.put(groups, part, 60, 90, 40);

    assertThat(groups.isDecided(part, RULE, List.of())).isFalse();
    assertThat(groups.isDecided(whole, RULE, List.of())).isFalse();
  }
}
