package requestpath.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import requestpath.harness.plan.PlannedVariant;
import requestpath.harness.plan.Rounds;

/** Who gets a fork in which round. */
class ScheduleTest {
  private static final Optional<Duration> NO_LIMIT = Optional.empty();

  private final PlannedVariant base = Rows.row("BASE");
  private final PlannedVariant known = Rows.row("KNOWN");
  private final PlannedVariant vague = Rows.row("VAGUE");
  private final Groups groups = new Groups(List.of(base, known, vague));

  private Schedule schedule(boolean isFixed, Optional<Duration> limit) {
    return new Schedule(groups, Rows.rounds(limit), isFixed);
  }

  private void putThree() {
    Rows.put(groups, base, 100, 100.1, 99.9);
    Rows.put(groups, known, 50, 50.1, 49.9);
    Rows.put(groups, vague, 100, 140, 80);
  }

  @Test
  void theFirstRoundsHoldAllInAnOrderOfTheirOwn() {
    Schedule schedule = schedule(false, Optional.empty());
    assertThat(schedule.round(1)).containsExactlyInAnyOrder(base, known, vague);
    assertThat(schedule.round(1)).isEqualTo(schedule.round(1));
    assertThat(List.of(schedule.round(1), schedule.round(2), schedule.round(3), schedule.round(4)))
        .as("not all orders are the same")
        .anySatisfy(order -> assertThat(order).isNotEqualTo(schedule.round(1)));
  }

  @Test
  void theOrderOfARoundIsDrawnFromTheSeed() {
    assertThat(orders(3)).isEqualTo(orders(3)).isNotEqualTo(orders(4));
  }

  private List<List<PlannedVariant>> orders(long seed) {
    Rounds rounds = new Rounds(seed, 0.02, Optional.empty(), Optional.empty(), NO_LIMIT, false);
    Schedule schedule = new Schedule(groups, rounds, false);
    return IntStream.rangeClosed(1, 20).mapToObj(schedule::round).toList();
  }

  @Test
  void aRowRestsWhenItsRatioIsKnownAndTheBaselineGoesOnForTheOthers() {
    putThree();
    Schedule schedule = schedule(false, Optional.empty());
    assertThat(schedule.round(4)).containsExactlyInAnyOrder(base, vague);
    assertThat(schedule.state(known)).isEqualTo("decided");
    assertThat(schedule.rests(known)).isTrue();
    assertThat(schedule.rests(base)).isFalse();
  }

  @Test
  void aDifferenceThatShowsDoesNotMakeARowRest() {
    Rows.put(groups, base, 100, 100.1, 99.9);
    Rows.put(groups, known, 50, 50.1, 49.9);
    // Ten times the baseline for certain, and by how much nobody knows.
    Rows.put(groups, vague, 1000, 1100, 900);
    assertThat(schedule(false, Optional.empty()).rests(vague)).isFalse();
  }

  @Test
  void withForksAskedForEveryRowGetsJustThose() {
    putThree();
    assertThat(schedule(true, Optional.empty()).round(4)).isEmpty();
  }

  @Test
  void noRowGetsMoreThanTheMaximum() {
    Rows.put(groups, base, 100, 130, 80, 100, 130, 80, 100, 130, 80, 100);
    Rows.put(groups, known, 50, 90, 30, 50, 90, 30, 50, 90, 30, 50);
    Rows.put(groups, vague, 50, 90, 30, 50, 90, 30, 50, 90, 30, 50);
    Schedule schedule = schedule(false, Optional.empty());
    assertThat(schedule.round(Rows.MAXIMUM + 1)).isEmpty();
    assertThat(schedule.state(vague)).startsWith("±");
  }

  @Test
  void whenTimeIsShortTheWidestGoesOnWithItsBaseline() {
    PlannedVariant vaguest = Rows.row("VAGUEST");
    Groups four = new Groups(List.of(base, known, vague, vaguest));
    Rows.put(four, base, 100, 100.1, 99.9);
    Rows.put(four, known, 50, 54, 47);
    Rows.put(four, vague, 100, 140, 80);
    Rows.put(four, vaguest, 100, 240, 40);
    Schedule schedule = new Schedule(four, Rows.rounds(Optional.of(Duration.ofMinutes(5))), false);
    assertThat(schedule.round(4)).containsExactlyInAnyOrder(base, vaguest);
  }

  @Test
  void aPartAndItsWholeAreMeasuredInTheSameRounds() {
    PlannedVariant whole = Rows.alone("handle", List.of());
    PlannedVariant part = Rows.alone("json", List.of(whole.benchmark()));
    PlannedVariant other = Rows.alone("get", List.of());
    for (Optional<Duration> limit : List.of(Optional.of(Duration.ofHours(1)), NO_LIMIT)) {
      Groups three = new Groups(List.of(whole, part, other));
      Rows.put(three, whole, 100, 100.1, 99.9);
      Rows.put(three, part, 60, 90, 40);
      Rows.put(three, other, 60, 90, 40);
      Schedule schedule = new Schedule(three, Rows.rounds(limit), false);

      assertThat(schedule.round(4)).containsExactlyInAnyOrder(whole, part);
      Rows.put(three, whole, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100);
      Rows.put(three, part, 50, 50, 50, 50, 50, 50, 50, 50, 50, 50);
      assertThat(List.of(schedule.state(part), schedule.state(whole), schedule.state(other)))
          .containsExactly("decided", "decided", "");
    }
  }

  /** The partner of a row that failed once is there when it is tried again. */
  @Test
  void aPartThatIsTriedAgainHasItsWholeBesideIt() {
    PlannedVariant whole = Rows.alone("handle", List.of());
    PlannedVariant part = Rows.alone("json", List.of(whole.benchmark()));
    Groups two = new Groups(List.of(whole, part));
    Rows.put(two, whole, 100, 100, 100);
    Rows.put(two, part, 50, 50);
    assertThat(new Schedule(two, Rows.rounds(NO_LIMIT), true).round(4))
        .containsExactlyInAnyOrder(whole, part);
  }

  @Test
  void aCrashIsTriedOnceMoreAndThenTheVariantHasFailed() {
    Schedule schedule = schedule(true, Optional.empty());
    assertThat(schedule.failed(known, false)).isTrue();
    Rows.put(groups, base, 100, 100, 100);
    Rows.put(groups, vague, 100, 100, 100);
    groups.put(known, 2, Rows.fork(50));
    groups.put(known, 3, Rows.fork(50));
    schedule.succeeded(known);
    assertThat(schedule.round(4))
        .as("with its baseline, or it would be part of no ratio")
        .containsExactlyInAnyOrder(known, base);
    assertThat(schedule.failed(known, false)).isFalse();
    assertThat(schedule.hasFailed(known)).isTrue();
    assertThat(schedule.round(4)).isEmpty();
  }

  @Test
  void aWrongAnswerFailsAtOnceAndNoOtherWaitsForIt() {
    putThree();
    Schedule schedule = schedule(false, Optional.empty());
    assertThat(schedule.failed(vague, true)).isFalse();
    assertThat(schedule.round(4)).isEmpty();
    assertThat(schedule.remaining()).isZero();
  }

  @Test
  void whatIsThereFromARunThatWasCutOffIsNotMeasuredAgain() {
    PlannedVariant one = Rows.alone("one", List.of());
    PlannedVariant two = Rows.alone("two", List.of(one.benchmark()));
    Groups alone = new Groups(List.of(one, two));
    alone.put(one, 1, Rows.fork(100));

    assertThat(new Schedule(alone, Rows.rounds(NO_LIMIT), false).round(1)).containsExactly(two);
  }

  @Test
  void turnsThatWereCutOffAreTakenInARoundOfTheirOwn() {
    groups.put(base, 1, Rows.fork(100));
    Schedule schedule = schedule(false, NO_LIMIT);

    assertThat(schedule.round(1)).isEmpty();
    assertThat(schedule.round(2)).containsExactlyInAnyOrder(base, known, vague);
  }

  private Schedule race() {
    return new Schedule(
        groups,
        new Rounds(1, 0.02, Optional.empty(), Optional.of(Rows.MAXIMUM), NO_LIMIT, true),
        false);
  }

  @Test
  void inARaceOnlyVariantsThatMayBeTheFastestGetMoreForks() {
    Rows.put(groups, base, 100, 100.1, 99.9);
    Rows.put(groups, known, 50, 50.1, 49.9);
    Rows.put(groups, vague, 60, 45, 52);
    Schedule race = race();

    assertThat(race.round(4)).containsExactlyInAnyOrder(known, vague);
    assertThat(race.rests(base)).isTrue();
    assertThat(race.state(base)).startsWith("slower, at least 1.9");
    assertThat(race.state(known)).isEmpty();
  }

  /** One row leads alone, or those that lead are shown to be equal. */
  @ParameterizedTest
  @CsvSource({"70, 70.1, 69.9", "50.1, 50, 49.8"})
  void aRaceIsOverWhenNothingIsOpen(double first, double second, double third) {
    Rows.put(groups, base, 100, 100.1, 99.9);
    Rows.put(groups, known, 50, 50.1, 49.9);
    Rows.put(groups, vague, first, second, third);

    assertThat(race().round(4)).isEmpty();
  }

  @Test
  void severalRoundsAtOnceHoldTheMinimumForksOfEach() {
    Schedule schedule = schedule(false, NO_LIMIT);
    Rows.put(groups, base, 100);
    Rows.put(groups, known, 50);

    assertThat(schedule.round(2, 0)).containsExactlyInAnyOrder(base, known, vague);
    assertThat(schedule.round(3, 1)).containsExactlyInAnyOrder(base, known, vague);
    assertThat(schedule.round(4, 2)).as("all but one have enough").contains(vague);
    assertThat(schedule.round(5, 3)).isEmpty();
  }

  @Test
  void severalRoundsAtOnceLeaveOutWhatIsDecided() {
    putThree();
    Schedule schedule = schedule(false, NO_LIMIT);

    assertThat(schedule.round(5, 1)).containsExactlyInAnyOrder(base, vague);
    assertThat(schedule.round(Rows.MAXIMUM + 1, Rows.MAXIMUM - Rows.MINIMUM)).isEmpty();
  }

  @Test
  void withATimeLimitEachRoundIsDecidedUpon() {
    assertThat(schedule(false, Optional.of(Duration.ofHours(1))).round(2, 1)).isEmpty();
  }

  @Test
  void aForkThatFailedIsMadeUpInARoundOfItsOwnWithItsBaseline() {
    Rows.put(groups, base, 100, 100);
    Rows.put(groups, known, 50, 50);
    Rows.put(groups, vague, 70);
    Schedule schedule = schedule(true, NO_LIMIT);

    assertThat(schedule.round(2)).as("the others took their turns without it").isEmpty();
    assertThat(schedule.round(3)).containsExactlyInAnyOrder(base, known, vague);
    Rows.put(groups, base, 100, 100, 100);
    Rows.put(groups, known, 50, 50, 50);
    assertThat(schedule.round(4)).containsExactlyInAnyOrder(base, vague);
  }

  @Test
  void aForkOfTheBaselineThatFailedIsMadeUpWithAllOthers() {
    Rows.put(groups, known, 50, 50, 50);
    Rows.put(groups, vague, 70, 70, 70);
    groups.put(base, 2, Rows.fork(100));
    groups.put(base, 3, Rows.fork(100));

    assertThat(schedule(true, NO_LIMIT).round(4)).containsExactlyInAnyOrder(base, known, vague);
  }
}
