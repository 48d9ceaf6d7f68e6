package requestpath.harness.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import requestpath.harness.run.Rows;
import requestpath.payload.Support;

/** Who finds fewer fields than another of the same group is skipped, with the field's name. */
class FoundFieldsTest {
  private static final PlannedVariant ALL = Rows.row("a.Reading.fromBytes", "ALL");
  private static final PlannedVariant FEWER = Rows.row("a.Reading.fromBytes", "FEWER");
  private static final PlannedVariant ELSEWHERE = Rows.row("a.Other.fromBytes", "FEWER");

  @Test
  void whoFindsFewerIsSkipped() {
    Map<PlannedVariant, Support> lacking =
        FoundFields.lacking(
            Map.of(ALL, Support.YES, FEWER, Support.YES, ELSEWHERE, Support.YES),
            Map.of(ALL, Set.of("id", "order-id"), FEWER, Set.of("id"), ELSEWHERE, Set.of("id")));

    assertThat(lacking).containsOnlyKeys(FEWER);
    Support support = lacking.get(FEWER);
    assertThat(support.isOfFile()).isTrue();
    assertThat(support.reason())
        .isEqualTo(
            "tried on the file: it does not find the field order-id in the type, which ALL finds");
  }

  @Test
  void whoIsSkippedItselfSetsNoBar() {
    assertThat(
            FoundFields.lacking(
                Map.of(ALL, Support.noForFile("it fails", "here"), FEWER, Support.YES),
                Map.of(ALL, Set.of("id", "order-id"), FEWER, Set.of("id"))))
        .isEmpty();
  }
}
