package requestpath.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
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

  /** The variants of another group, as many as wanted, with its baseline. */
  private static List<PlannedVariant> group(String name, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Rows.inGroup(name, i == 0 ? "BASE" : "V" + i))
        .toList();
  }

  private static List<List<PlannedVariant>> blocks(
      long available, List<List<PlannedVariant>> groups) {
    List<PlannedVariant> order = groups.stream().flatMap(List::stream).toList();
    return Blocks.of(order, new Groups(order), HEAP, available);
  }

  @Test
  void smallGroupsTakeTurnsTogether() {
    List<PlannedVariant> one = group("one", 2);
    List<PlannedVariant> two = group("two", 3);

    assertThat(blocks(PLENTY, List.of(one, List.of(alone), two)))
        .containsExactly(Stream.concat(one.stream(), two.stream()).toList(), List.of(alone));
  }

  @Test
  void groupsAreJoinedOnlyWhereTheyFit() {
    assertThat(blocks(ROOM_FOR_FOUR, List.of(group("one", 2), group("two", 3), group("three", 2))))
        .extracting(List::size)
        .containsExactly(4, 3);
  }

  @Test
  void largeGroupsAreNotJoined() {
    assertThat(blocks(PLENTY, List.of(group("one", 20), group("two", 20))))
        .extracting(List::size)
        .containsExactly(20, 20);
  }

  private static List<PlannedFork> forks(List<PlannedVariant> block, Groups groups) {
    Schedule schedule = new Schedule(groups, Rows.rounds(Optional.empty()), false);
    return Blocks.forks(block, 1, schedule, HEAP, PLENTY);
  }

  @Test
  void aBlockOfASmallGroupHasAtMostHalfOfItsRounds() {
    List<PlannedVariant> group = group("one", 2);

    assertThat(forks(group, new Groups(group)))
        .extracting(PlannedFork::round)
        .as("%s forks of each, rounded up", Rows.MINIMUM)
        .containsExactly(1, 1, 2, 2);
  }

  @Test
  void aVariantAloneHasOneForkAtATimeIfThereIsNoRoomForMore() {
    List<PlannedVariant> single = group("one", 1);
    Schedule schedule = new Schedule(new Groups(single), Rows.rounds(Optional.empty()), false);

    assertThat(Blocks.forks(single, 1, schedule, HEAP, PLENTY)).hasSize(2);
    assertThat(Blocks.forks(single, 1, schedule, HEAP, GIBIBYTE)).hasSize(1);
  }

  @Test
  void aBlockHoldsWholeRoundsOnly() {
    List<PlannedVariant> group = group("one", 17);

    assertThat(forks(group, new Groups(group))).hasSize(17);
  }

  @Test
  void whatTakesNoTurnsRunsInItsOwnRoundAlone() {
    assertThat(forks(List.of(alone), groups)).containsExactly(new PlannedFork(alone, 1));
  }

  @Test
  void ofABlockCountEveryGoodForkAndTheFirstFailureOfAVariant() {
    PlannedFork fork = new PlannedFork(base, 1);
    InterleavedRunner.Ended good =
        new InterleavedRunner.Ended(fork, Optional.of(Rows.fork(100)), Optional.empty());
    InterleavedRunner.Ended bad =
        new InterleavedRunner.Ended(
            fork,
            Optional.empty(),
            Optional.of(new ForkFailedException(new Failure("crashed", false), List.of())));

    assertThat(good.isNews(Set.of(base))).isTrue();
    assertThat(bad.isNews(Set.of())).isTrue();
    assertThat(bad.isNews(Set.of(base))).isFalse();
  }
}
