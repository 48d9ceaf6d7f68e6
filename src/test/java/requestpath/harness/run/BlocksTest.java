package requestpath.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import requestpath.harness.plan.PlannedVariant;

/** Which forks of a round run at the same time. */
class BlocksTest {
  private static final long GIBIBYTE = 1L << 30;
  private static final ToLongFunction<PlannedVariant> HEAP = planned -> GIBIBYTE / 2;
  private static final long PLENTY = 64 * GIBIBYTE;

  /** 80% of it is room for four forks of 512 MiB and what they need beside their heaps. */
  private static final long ROOM_FOR_FOUR = 4 * GIBIBYTE;

  private final PlannedVariant base = Rows.row("BASE");
  private final List<PlannedVariant> others =
      IntStream.range(0, 6).mapToObj(i -> Rows.row("V" + i)).toList();
  private final PlannedVariant alone = Rows.alone("waits", List.of());
  private final List<PlannedVariant> all =
      Stream.of(List.of(alone), others, List.of(base)).flatMap(List::stream).toList();
  private final Groups groups = new Groups(all);

  @Test
  void whatIsComparedRunsTogetherAndWhatTakesNoTurnsRunsAlone() {
    List<List<PlannedVariant>> blocks = Blocks.of(all, groups, HEAP, PLENTY);

    assertThat(blocks).hasSize(2);
    assertThat(blocks.get(0)).containsExactly(alone);
    assertThat(blocks.get(1)).containsExactlyElementsOf(all.subList(1, all.size()));
  }

  @Test
  void aBlockThatDoesNotFitHoldsTheBaselineAndThoseWithTheFewestForks() {
    Rows.put(groups, others.get(0), 100, 100);
    Rows.put(groups, others.get(1), 100);
    List<PlannedVariant> block = Blocks.of(all, groups, HEAP, ROOM_FOR_FOUR).get(1);

    assertThat(block)
        .hasSize(4)
        .contains(base)
        .doesNotContain(others.get(0), others.get(1))
        .isSubsetOf(Set.copyOf(all));
  }

  @Test
  void largerHeapsLeaveRoomForFewerForks() {
    assertThat(Blocks.of(all, groups, planned -> GIBIBYTE, ROOM_FOR_FOUR).get(1)).hasSize(2);
  }

  @Test
  void withAlmostNoMemoryTwoForksStillTakeTurns() {
    assertThat(Blocks.of(all, groups, HEAP, 1).get(1)).hasSize(2).contains(base);
  }
}
