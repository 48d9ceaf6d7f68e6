package requestpath.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Groups that do not fit into memory: each round has the baseline and some of the others. */
class LargeGroupTest {
  private static final ForkStatistic MINIMUM = ForkStatistic.MINIMUM;
  private static final int ROUNDS = 13;
  private static final int FORKS = 5;
  private static final int GROUPS = 3000;

  @Test
  void oneForkOfEachInAnotherRoundHasARatioAndNoInterval() {
    Row baseline = row("JACKSON2", 10, 20);
    Row gson = row("GSON", 30, 0).with(baseline);
    Row moshi = row("MOSHI", 0, 80).with(baseline);

    assertThat(gson.ratioTo(moshi)).isCloseTo(0.75, within(1e-9));
  }

  @Test
  void rowsWithoutACommonRoundAreComparedByTheBaselineOfEach() {
    Row baseline = row("JACKSON2", 10, 20, 40, 80);
    Row gson = row("GSON", 30, 60, 0, 0).with(baseline);
    Row moshi = row("MOSHI", 0, 0, 80, 160).with(baseline);

    assertThat(gson.roundsWith(moshi)).isEqualTo(2);
    assertThat(gson.against(moshi).ratio()).isEqualTo(1.5, within(1e-12));
    assertThat(gson.ratioTo(moshi)).isEqualTo(1.5, within(1e-12));
    assertThat(gson.against(baseline).ratio()).isEqualTo(3, within(1e-12));
    assertThat(gson.byMeans().against(moshi.byMeans()).ratio()).isEqualTo(1.5, within(1e-12));
  }

  @Test
  void rowsOfOtherGroupsAreNotDividedByTheirBaselines() {
    Row gson = row("GSON", 30, 60, 0).with(row("JACKSON2", 10, 20, 40));
    Row other = row("GSON", 0, 90, 90).with(row("JACKSON2", 1, 1, 1));

    assertThat(gson.roundsWith(other)).isEqualTo(1);
    assertThat(gson.comparedWith(other)).isEmpty();
  }

  @Test
  void rowsOfTheSameRoundsAreComparedDirectly() {
    Row baseline = row("JACKSON2", 10, 2000, 3);
    Row gson = row("GSON", 30, 30, 30).with(baseline);
    Row moshi = row("MOSHI", 20, 20, 20).with(baseline);

    assertThat(gson.against(moshi).standardError()).isZero();
  }

  @Test
  void aSlowRowIsNotCalledAsFastAsTheFastest() {
    Random random = new Random(7);
    List<Row> rows = group(random, 1, 0.25, 0.27, 0.3, 1.4, 2);
    Group group = new Group(rows.get(0), rows.subList(1, rows.size()));

    assertThat(group.verdicts())
        .filteredOn(verdict -> verdict.ratio() > 1)
        .hasSize(2)
        .noneMatch(Verdict::tiesWithBest);
  }

  /** At most one in twenty is said to differ though it does not, and real differences are found. */
  @Test
  void equalRowsDifferByChanceAlone() {
    Random random = new Random(11);
    int differ = 0;
    int found = 0;
    for (int i = 0; i < GROUPS; i++) {
      List<Row> rows = group(random, 1, 0.5, 0.5, 0.65);
      differ += rows.get(1).against(rows.get(2)).probability() < 0.05 ? 1 : 0;
      found += rows.get(1).against(rows.get(3)).probability() < 0.05 ? 1 : 0;
    }
    assertThat((double) differ / GROUPS).isBetween(0.01, 0.06);
    assertThat((double) found / GROUPS).isGreaterThan(0.99);
  }

  /** Rows of these times, on a machine that is slower in some rounds than in others. */
  private static List<Row> group(Random random, double baselineTime, double... times) {
    double[] machine =
        IntStream.range(0, ROUNDS)
            .mapToDouble(i -> Math.exp(0.3 * random.nextGaussian()))
            .toArray();
    Row baseline = new Row("JACKSON2", forks(random, machine, baselineTime, ROUNDS), MINIMUM, true);
    List<Row> rows = new ArrayList<>(List.of(baseline));
    for (double time : times) {
      rows.add(
          new Row("ROW" + rows.size(), forks(random, machine, time, FORKS), MINIMUM, true)
              .with(baseline));
    }
    return rows;
  }

  private static NavigableMap<Integer, double[]> forks(
      Random random, double[] machine, double time, int count) {
    List<Integer> rounds = new ArrayList<>(IntStream.range(0, ROUNDS).boxed().toList());
    Collections.shuffle(rounds, random);
    NavigableMap<Integer, double[]> forks = new TreeMap<>();
    rounds
        .subList(0, count)
        .forEach(
            round ->
                forks.put(
                    round + 1,
                    new double[] {time * machine[round] * Math.exp(0.03 * random.nextGaussian())}));
    return forks;
  }

  /** A fork of each round; none where its time is 0. */
  private static Row row(String name, double... times) {
    NavigableMap<Integer, double[]> forks = new TreeMap<>();
    for (int i = 0; i < times.length; i++) {
      if (times[i] > 0) {
        forks.put(i + 1, new double[] {times[i]});
      }
    }
    return new Row(name, forks, MINIMUM, true);
  }
}
