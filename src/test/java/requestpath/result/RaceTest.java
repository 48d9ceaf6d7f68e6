package requestpath.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Who leaves a race, and how often that is wrong, by simulation with a fixed seed. */
class RaceTest {
  private static final long SEED = 11;
  private static final int ROWS = 20;
  private static final int ROUNDS = 15;
  private static final int RACES = 100;

  private static Row row(String name, double... values) {
    List<double[]> forks = new ArrayList<>();
    for (double value : values) {
      forks.add(new double[] {value});
    }
    return Row.of(name, forks, ForkStatistic.MEAN);
  }

  @Test
  void aRowThatIsFarSlowerLeavesAfterThreeRounds() {
    Row fast = row("FAST", 100, 101, 99);
    Row slow = row("SLOW", 300, 303, 297);

    Race race = Race.of(List.of(slow, fast), 3);

    assertThat(race.leaders()).containsExactly(fast);
    assertThat(race.isOver(0.02)).isTrue();
    Race.Left left = race.left("SLOW").orElseThrow();
    assertThat(left.round()).isEqualTo(3);
    assertThat(left.faster()).isEqualTo("FAST");
    assertThat(left.atLeast()).isBetween(1.8, 3.0);
    assertThat(race.isLeading("SLOW")).isFalse();
  }

  @Test
  void twoRoundsAreTooFewToLeave() {
    assertThat(Race.of(List.of(row("A", 100, 101), row("B", 900, 901)), 2).leaders()).hasSize(2);
  }

  @Test
  void rowsThatAreAlikeStayUntilTheyAreKnownToBe() {
    Row one = row("ONE", 100, 104, 97);
    Row other = row("OTHER", 101, 98, 103);
    assertThat(Race.of(List.of(one, other), 3).isOver(0.02)).isFalse();
    assertThat(Race.of(List.of(one, other), 3).leaders()).hasSize(2);
    assertThat(Race.of(List.of(row("A", 100, 100.1, 100.2), row("B", 100, 100.2, 100.1)), 3))
        .matches(race -> race.isOver(0.02));
  }

  @Test
  void codeByHandCannotWinAndPushesNobodyOut() {
    Row hand = row("HANDWRITTEN", 10, 10.1, 9.9);
    Row library = row("GSON", 100, 101, 99);
    assertThat(Race.of(List.of(hand, library), 3).leaders()).containsExactly(library);
  }

  @Test
  void laterRoundsBringNobodyBack() {
    Row fast = row("FAST", 100, 101, 99, 900, 900, 900, 900);
    Row slow = row("SLOW", 300, 303, 297, 100, 100, 100, 100);
    assertThat(Race.of(List.of(slow, fast), 7).left("SLOW")).isPresent();
  }

  /** Twenty rows, the first of which is the fastest; a race that goes on to the last round. */
  private static Race race(SplittableRandom random, Noise noise, double margin, double spread) {
    List<Row> rows = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      double truth = row == 0 ? 1 : (1 + margin) * Math.exp(spread * (row - 1));
      double[] values = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        values[round] = truth * Math.exp(noise.draw(random, round));
      }
      rows.add(row("row " + row, values));
    }
    return Race.of(rows, ROUNDS);
  }

  /** The forks that a row gets on average. */
  private static double forks(Race race) {
    int rounds = race.left().stream().mapToInt(Race.Left::round).sum();
    int toTheEnd = race.leaders().size() > 1 ? ROUNDS : race.left().get(ROWS - 2).round();
    return (double) (rounds + race.leaders().size() * toTheEnd) / ROWS;
  }

  @Test
  void theFastestLeavesInAtMostFiveOfAHundredRaces() {
    List<String> table = new ArrayList<>();
    table.add("noise     others slower by     fastest left  forks a row  leaders");
    for (Noise noise : List.of(Noise.CV_1, Noise.CV_3, Noise.CV_10, Noise.REPLAYED)) {
      for (double[] others : new double[][] {{0, 0}, {0.01, 0}, {0.05, 0}, {0.02, 0.1}}) {
        SplittableRandom random = new SplittableRandom(SEED);
        int wrong = 0;
        double forks = 0;
        double leaders = 0;
        for (int i = 0; i < RACES; i++) {
          Race race = race(random, noise, others[0], others[1]);
          wrong += race.isLeading("row 0") ? 0 : 1;
          forks += forks(race);
          leaders += race.leaders().size();
        }
        table.add(
            String.format(
                Locale.ROOT,
                "%-9s %3.0f%%, each next %3.0f%%  %10.1f%%  %11.1f  %7.1f",
                noise,
                100 * others[0],
                100 * Math.expm1(others[1]),
                100.0 * wrong / RACES,
                forks / RACES,
                leaders / RACES));
        assertThat((double) wrong / RACES).as("%s %s", noise, others[0]).isLessThanOrEqualTo(0.05);
      }
    }
    System.out.println(String.join(System.lineSeparator(), table));
  }

  @Test
  void aRaceTakesFewerForksThanAWholeRun() {
    Race race = race(new SplittableRandom(SEED), Noise.CV_1, 0.05, 0.1);
    assertThat(race.leaders()).hasSize(1);
    assertThat(forks(race)).isLessThan(5);
  }
}
