package requestpath.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Pairs whose means are the other way round than their values. */
class OppositePairsTest {
  private final Random random = new Random(11);

  /** The row with the lower value is first in each. */
  @Test
  void pairsAreThoseThatAComparisonOfAllPairsFinds() {
    int found = 0;
    for (int i = 0; i < 60; i++) {
      List<Row> rows = rows(i % 2 == 0, List.of(3, 7, 8, 13).get(i % 4));

      Set<Set<String>> opposite = new HashSet<>();
      for (Row row : rows) {
        for (Row other : rows) {
          if (!row.name().equals(other.name())
              && Pair.of("", row, other).filter(Pair::isOppositeByMean).isPresent()) {
            opposite.add(Set.of(row.name(), other.name()));
          }
        }
      }

      List<Pair> pairs = Group.oppositePairs(rows);
      assertThat(pairs.stream().map(pair -> Set.of(pair.row().name(), pair.other().name())))
          .containsExactlyInAnyOrderElementsOf(opposite);
      assertThat(pairs)
          .allMatch(pair -> pair.row().sample().mean() <= pair.other().sample().mean());
      found += pairs.size();
    }
    assertThat(found).isGreaterThan(500);
  }

  /** With and without gaps, by different statistics, and two that are alike. */
  private List<Row> rows(boolean takesTurns, int rounds) {
    Row baseline = row("baseline", rounds, false, ForkStatistic.MINIMUM, takesTurns);
    List<Row> rows = new ArrayList<>(List.of(baseline));
    for (int i = 0; i < 12; i++) {
      ForkStatistic statistic = i % 6 == 5 ? ForkStatistic.MEAN : ForkStatistic.MINIMUM;
      rows.add(row("row " + i, rounds, i % 3 == 2, statistic, takesTurns).with(baseline));
    }
    Row last = rows.get(rows.size() - 1);
    rows.add(
        new Row("same as " + last.name(), last.forks(), last.statistic(), takesTurns, baseline));
    return rows;
  }

  private Row row(
      String name, int rounds, boolean hasGaps, ForkStatistic statistic, boolean takesTurns) {
    NavigableMap<Integer, double[]> forks = new TreeMap<>();
    double pause = random.nextDouble();
    for (int round = 1; round <= rounds; round++) {
      if (!hasGaps || round % 4 != 1 || rounds < 7) {
        double time = Math.exp(0.05 * random.nextGaussian());
        forks.put(round, new double[] {time, time * (1 + pause), time * 1.01});
      }
    }
    return new Row(name, forks, statistic, takesTurns);
  }
}
