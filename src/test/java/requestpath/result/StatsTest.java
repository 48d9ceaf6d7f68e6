package requestpath.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StatsTest {
  @Test
  void theValueOfAForkIsWhatItsStatisticSays() {
    double[] times = {5, 1, 2, 3, 4, 6, 7, 8, 9, 100, 11};
    assertThat(ForkStatistic.MINIMUM.of(times)).isEqualTo(1);
    assertThat(ForkStatistic.LOW_QUANTILE.of(times)).isEqualTo(1.5);
    assertThat(ForkStatistic.MEDIAN.of(times)).isEqualTo(6);
    assertThat(ForkStatistic.MEAN.of(1, 2, 6)).isEqualTo(3);
    assertThat(ForkStatistic.LOW_QUANTILE.of(1, 2)).isCloseTo(1.05, within(1e-12));
    assertThatIllegalArgumentException().isThrownBy(() -> ForkStatistic.MEAN.of());
    assertThatIllegalArgumentException().isThrownBy(() -> ForkStatistic.MEAN.of(1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> ForkStatistic.MEAN.of(Double.NaN));
  }

  /** Figures of SciPy 1.17: ttest_ind of the logarithms, equal_var=False. */
  @Test
  void aComparisonIsWelchsT() {
    Comparison comparison =
        Comparison.of(Sample.of(2, 2.1, 1.9, 2.05, 1.95), Sample.of(1, 1.1, 0.9, 1.02, 0.98));
    assertThat(comparison.ratio()).isCloseTo(2.00293098, within(1e-8));
    assertThat(comparison.degreesOfFreedom()).isCloseTo(6.19341997, within(1e-8));
    assertThat(comparison.interval(0.95).low()).isCloseTo(1.8312777, within(1e-6));
    assertThat(comparison.interval(0.95).high()).isCloseTo(2.1906741, within(1e-6));
    assertThat(comparison.probability()).isCloseTo(1.05965e-6, within(1e-10));
    assertThat(Comparison.of(Sample.of(1, 1), Sample.of(1, 1)).probability()).isOne();
    assertThat(Comparison.of(Sample.of(2, 2), Sample.of(1, 1)).probability()).isZero();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Comparison.of(Sample.of(1), Sample.of(1, 2)));
  }

  /** Figures of SciPy 1.17: ttest_rel of the logarithms. */
  @Test
  void aComparisonOfPairsIsStudentsT() {
    Comparison comparison =
        Comparison.ofPairs(
            new double[] {2, 2.1, 1.9, 2.05, 1.95, 2.2}, 1, 1.1, 0.9, 1.02, 0.98, 1.06);
    assertThat(comparison.ratio()).isCloseTo(2.01484259, within(1e-8));
    assertThat(comparison.degreesOfFreedom()).isEqualTo(5);
    assertThat(comparison.interval(0.95).low()).isCloseTo(1.94185138, within(1e-6));
    assertThat(comparison.interval(0.95).high()).isCloseTo(2.0905774, within(1e-6));
    assertThat(comparison.probability()).isCloseTo(6.82518e-8, within(1e-12));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Comparison.ofPairs(new double[] {1, 2}, 1));
  }

  /** Two rows of which the machine slowed both in a round, in forks that took turns or did not. */
  private static Comparison slowedAlike(boolean takeTurns, int rounds) {
    NavigableMap<Integer, double[]> forks = new TreeMap<>();
    NavigableMap<Integer, double[]> others = new TreeMap<>();
    for (int round = 1; round <= rounds; round++) {
      double slowed = 1 + round % 3;
      forks.put(round, new double[] {(2 + 0.01 * (round % 2)) * slowed});
      others.put(round, new double[] {slowed});
    }
    return new Row("row", forks, ForkStatistic.MINIMUM, takeTurns)
        .against(new Row("baseline", others, ForkStatistic.MINIMUM, takeTurns));
  }

  @Test
  void forksThatTookTurnsAreComparedInPairs() {
    assertThat(slowedAlike(true, 8).precision()).isLessThan(0.01);
    assertThat(slowedAlike(true, 7).precision()).as("too few pairs").isGreaterThan(0.5);
    assertThat(slowedAlike(false, 8).precision()).as("one by one").isGreaterThan(0.5);
  }

  @Test
  void intervalsAreBonferronisAndHolmFindsMore() {
    Sample base = Sample.of(1, 1.01, 0.99, 1.005, 0.995);
    Comparison clear = Comparison.of(Sample.of(2, 2.02, 1.98, 2.01, 1.99), base);
    // By itself it differs at 5%, not beside another.
    Comparison close = new Comparison(1.02, 0.0081, 8);
    List<Interval> intervals = Holm.intervals(List.of(close, clear));
    assertThat(intervals).containsExactly(close.interval(0.975), clear.interval(0.975));
    assertThat(intervals.get(0).contains(1)).isTrue();
    assertThat(Holm.differ(List.of(close, clear))).containsExactly(true, true);
    assertThat(Holm.differ(List.of(close, close))).containsExactly(false, false);
    assertThat(Holm.differ(List.of(close), 2)).containsExactly(false);
  }

  @Test
  void flagsTellWhatTheFigureHides() {
    assertThat(Flag.smallerGroup(1, 1.01, 0.99, 1.5, 1.49, 1.51, 1.0)).isEqualTo(3);
    assertThat(Flag.smallerGroup(1, 1.01, 0.99, 1.02, 1.5)).isEqualTo(1);
    assertThat(Flag.smallerGroup(1, 1.01, 0.99, 1.02, 1.03)).isZero();
    double[] steady = new double[50];
    double[] falling = new double[50];
    for (int i = 0; i < 50; i++) {
      steady[i] = 1 + i % 5 * 0.01;
      falling[i] = 2 - i * 0.02;
    }
    assertThat(Flag.of(List.of(steady, steady), ForkStatistic.MINIMUM))
        .containsExactly(Flag.TOO_FEW_FORKS);
    assertThat(Flag.of(List.of(falling, falling, falling, falling, steady), ForkStatistic.MINIMUM))
        .contains(Flag.SLOW_START);
    assertThat(Flag.of(List.of(steady, steady, steady, steady, falling), ForkStatistic.MINIMUM))
        .doesNotContain(Flag.SLOW_START);
  }

  @Test
  void aPairWithFewRoundsInCommonIsFlagged() {
    Row row = inRounds(1, 2, 3, 4, 5, 6);
    assertThat(Pair.verdicts(List.of(new Pair("few", row, inRounds(5, 6, 7, 8, 9, 10)))))
        .extracting(Verdict::flags)
        .containsExactly(Set.of(Flag.TOO_FEW_FORKS));
    assertThat(Pair.verdicts(List.of(new Pair("enough", row, inRounds(2, 3, 4, 5, 6, 7)))))
        .extracting(Verdict::flags)
        .containsExactly(Set.of());
  }

  private static Row inRounds(int... rounds) {
    NavigableMap<Integer, double[]> forks = new TreeMap<>();
    for (int round : rounds) {
      forks.put(round, fork(1 + round % 3 * 0.001));
    }
    return new Row("row", forks, ForkStatistic.MINIMUM);
  }

  @Test
  void verdictsSayWhatDiffersAndWhatTiesWithTheBest() {
    Group group =
        new Group(row("JACKSON2", 1), List.of(row("FASTJSON2", 0.43), row("JACKSON3", 1.0005)));
    List<Verdict> verdicts = group.verdicts();
    assertThat(verdicts).extracting(Verdict::row).containsExactly("FASTJSON2", "JACKSON3");
    assertThat(verdicts).extracting(Verdict::isDifferent).containsExactly(true, false);
    assertThat(verdicts).extracting(Verdict::tiesWithBest).containsExactly(true, false);
    assertThat(verdicts.get(0).interval()).hasToString("[0.424, 0.436]");
  }

  @Test
  void aRatioUsesOnlyTheRoundsThatHoldBoth() {
    Row baseline =
        Row.of("B", List.of(fork(1), fork(1.01), fork(3), fork(3.03)), ForkStatistic.MEAN);
    Row rested = Row.of("R", List.of(fork(2), fork(2.02)), ForkStatistic.MEAN);
    assertThat(rested.roundsWith(baseline)).isEqualTo(2);
    assertThat(rested.against(baseline).ratio()).isCloseTo(2, within(1e-9));
  }

  @Test
  void aRowRestsWhenItsIntervalIsNarrowAndNeverBecauseItDiffers() {
    Stopping rule = new Stopping(3, 5, 0.02);
    Row narrow = shots(1, 1.001, 0.999);
    assertThat(rule.rests(narrow, narrow)).isTrue();
    assertThat(rule.rests(shots(1, 1.2, 0.8), narrow)).isFalse();
    assertThat(rule.rests(shots(9, 9.9, 8.1), narrow)).isFalse();
    assertThat(rule.rests(shots(1, 1.001), narrow)).isFalse();
    assertThat(rule.rests(shots(1, 1.2, 0.8, 1, 1), narrow)).isTrue();
  }

  private static Row shots(double... times) {
    return Row.of(
        "row", Arrays.stream(times).mapToObj(StatsTest::fork).toList(), ForkStatistic.MEAN);
  }

  private static double[] fork(double time) {
    return new double[] {time, time};
  }

  private static Row row(String name, double time) {
    return Row.of(
        name,
        List.of(
            new double[] {time},
            new double[] {time * 1.01},
            new double[] {time * 0.99},
            new double[] {time * 1.005},
            new double[] {time * 0.995}),
        ForkStatistic.MEAN);
  }

  @Test
  void anIntervalHasTheDigitsThatItsWidthIsWorth() {
    assertThat(new Interval(0.9, 1.6)).hasToString("[0.90, 1.60]");
    assertThat(new Interval(0.0123, 0.0131)).hasToString("[0.0123, 0.0131]");
    assertThat(new Interval(1.001, 1.012).text(1.0061)).isEqualTo("1.006x");
  }

  @Test
  void rowsThatChangePlacesByTheMeanAreNamedOnce() {
    Group group =
        new Group(
            skewed("BASE", 1, 1.1),
            List.of(skewed("PAUSES", 0.8, 2), skewed("SMOOTH", 0.9, 0.9), skewed("SLOW", 3, 4)));
    assertThat(group.changesByMean())
        .extracting(pair -> pair.row().name() + " and " + pair.other().name())
        .containsExactly("PAUSES and SMOOTH", "PAUSES and BASE");
    assertThat(group.verdicts())
        .filteredOn(verdict -> verdict.flags().contains(Flag.RANK_DIFFERS_BY_MEAN))
        .extracting(Verdict::row)
        .containsExactly("PAUSES", "SMOOTH");
    assertThat(group.baselineFlags()).contains(Flag.RANK_DIFFERS_BY_MEAN);
    assertThat(group.verdicts().get(0).reversedByMean()).isTrue();
    assertThat(group.byMeans().verdicts())
        .extracting(Verdict::row)
        .containsExactly("SMOOTH", "PAUSES", "SLOW");
    assertThat(group.byMeans().changesByMean()).isEmpty();
  }

  /** Two rows that tie are ranked by chance, so their means change nothing. */
  @Test
  void aTieDoesNotChangePlacesByTheMean() {
    Group group = new Group(row("BASE", 1), List.of(skewed("A", 2, 2.3), skewed("B", 2.004, 2.1)));
    assertThat(group.changesByMean()).isEmpty();
    assertThat(group.verdicts())
        .noneMatch(verdict -> verdict.flags().contains(Flag.RANK_DIFFERS_BY_MEAN));
  }

  @Test
  void aLibraryThatBeatsTheHandWrittenReferenceIsNamed() {
    List<Row> rows =
        List.of(
            row("HANDWRITTEN", 0.5),
            row("FORY_JSON", 0.45),
            row("WAST", 0.4995),
            row("HANDWRITTEN_CACHED", 0.3));
    assertThat(new Group(row("JACKSON2", 1), rows).fasterThanReference())
        .singleElement()
        .satisfies(
            faster -> {
              assertThat(faster.row()).isEqualTo("FORY_JSON");
              assertThat(faster.ratio()).isCloseTo(0.9, within(1e-9));
              assertThat(faster.interval()).hasToString("[0.887, 0.914]");
            });
    assertThat(new Group(rows.get(0), rows.subList(1, 3)).fasterThanReference()).hasSize(1);
    assertThat(new Group(row("JACKSON2", 1), rows.subList(2, 4)).fasterThanReference()).isEmpty();
  }

  @Test
  void rowsWhoseRankDiffersBetweenBindingsAreNamedAndTiesAreNot() {
    Map<String, List<Row>> rankings = new LinkedHashMap<>();
    rankings.put(
        "RECORD",
        List.of(
            row("FASTJSON2", 1),
            row("WAST", 1.2),
            row("FORY_JSON", 1.5),
            row("GSON", 3),
            row("MOSHI", 3.005),
            row("RECORD_ONLY", 0.1)));
    rankings.put(
        "BEAN",
        List.of(
            row("FASTJSON2", 1),
            row("WAST", 1.2),
            row("FORY_JSON", 0.8),
            row("GSON", 3.005),
            row("MOSHI", 3)));
    assertThat(RankChange.byBinding("RECORD", rankings))
        .containsExactly(
            new RankChange("FORY_JSON", List.of("FASTJSON2", "WAST"), "RECORD", "BEAN"));
    assertThat(RankChange.byBinding("BEAN", rankings))
        .isEqualTo(RankChange.byBinding("RECORD", rankings));
    rankings.put("MAP", List.of(row("WAST", 1.2), row("FASTJSON2", 2)));
    assertThat(RankChange.byBinding("MAP", rankings))
        .containsExactly(
            new RankChange("WAST", List.of("FASTJSON2"), "RECORD", "MAP"),
            new RankChange("WAST", List.of("FASTJSON2"), "BEAN", "MAP"));
    assertThat(RankChange.byBinding("", rankings)).hasSize(3);
    rankings.put("BEAN", rankings.get("RECORD"));
    rankings.remove("MAP");
    assertThat(RankChange.byBinding("BEAN", rankings)).isEmpty();
  }

  /** Five forks of ten iterations each, of which two pause. */
  private static Row skewed(String name, double low, double mean) {
    List<double[]> forks = new ArrayList<>();
    for (double level : new double[] {1, 1.01, 0.99, 1.005, 0.995}) {
      double[] times = new double[10];
      Arrays.fill(times, low * level);
      times[4] = low * level + 5 * (mean - low) * level;
      times[9] = times[4];
      forks.add(times);
    }
    return Row.of(name, forks, ForkStatistic.MINIMUM);
  }

  @Test
  void aSmallEndOfAWideIntervalHasADigit() {
    assertThat(new Interval(0.0034, 0.15)).hasToString("[0.003, 0.15]");
    assertThat(new Interval(0.42, 0.47)).hasToString("[0.42, 0.47]");
  }
}
