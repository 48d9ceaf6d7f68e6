package requestpath.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StatsTest {
  @Test
  void theValueOfAForkIsWhatItsStatisticSays() {
    double[] times = {5, 1, 2, 3, 4, 6, 7, 8, 9, 100, 11};
    assertThat(ForkStatistic.LOW_QUANTILE.of(times)).isEqualTo(2);
    assertThat(ForkStatistic.MEDIAN.of(times)).isEqualTo(6);
    assertThat(ForkStatistic.MEAN.of(1, 2, 6)).isEqualTo(3);
    assertThat(ForkStatistic.LOW_QUANTILE.of(1, 2)).isCloseTo(1.1, within(1e-12));
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
    assertThat(
            new Verdict("A", close, intervals.get(0), true, false, false, Set.of()).sentence("B"))
        .endsWith("a difference by Holm's test that the interval does not show");
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
    assertThat(Flag.of(List.of(steady, steady), ForkStatistic.LOW_QUANTILE))
        .containsExactly(Flag.TOO_FEW_FORKS);
    assertThat(
            Flag.of(List.of(steady, steady, steady, steady, falling), ForkStatistic.LOW_QUANTILE))
        .contains(Flag.NO_STEADY_STATE);
  }

  @Test
  void verdictsAreSentences() {
    Group group =
        new Group(row("JACKSON2", 1), List.of(row("FASTJSON2", 0.43), row("JACKSON3", 1.0005)));
    List<Verdict> verdicts = group.verdicts();
    assertThat(verdicts.get(0).sentence("JACKSON2"))
        .isEqualTo("FASTJSON2 takes 0.430x the time of JACKSON2 [0.424, 0.436]");
    assertThat(verdicts.get(0).tiesWithBest()).isTrue();
    assertThat(verdicts.get(1).sentence("JACKSON2"))
        .startsWith("JACKSON3: no difference from JACKSON2 shown (1.0");
    assertThat(verdicts.get(1).tiesWithBest()).isFalse();
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
  void aFirstLookTellsClassesApartAndNothingCloser() {
    assertThat(roughly(1.08)).isEqualTo("GSON takes about the time of JACKSON2");
    assertThat(roughly(0.9)).isEqualTo("GSON takes about the time of JACKSON2");
    assertThat(roughly(1.43)).isEqualTo("GSON takes about 1.5x the time of JACKSON2");
    assertThat(roughly(2.2)).isEqualTo("GSON takes about 2x the time of JACKSON2");
    assertThat(roughly(0.47)).isEqualTo("GSON takes about 0.5x the time of JACKSON2");
    assertThat(roughly(0.02)).isEqualTo("GSON takes about 0.02x the time of JACKSON2");
    assertThat(roughly(900)).isEqualTo("GSON takes about 1000x the time of JACKSON2");
    assertThat(roughly(1.22)).isEqualTo("GSON takes about 1x to 1.5x the time of JACKSON2");
  }

  private static String roughly(double ratio) {
    Comparison comparison = new Comparison(ratio, 0.01, 5);
    return new Verdict("GSON", comparison, comparison.interval(0.95), true, false, false, Set.of())
        .roughly("JACKSON2");
  }

  @Test
  void anIntervalHasTheDigitsThatItsWidthIsWorth() {
    assertThat(new Interval(0.9, 1.6)).hasToString("[0.90, 1.60]");
    assertThat(new Interval(0.0123, 0.0131)).hasToString("[0.0123, 0.0131]");
    assertThat(new Interval(1.001, 1.012).text(1.0061)).isEqualTo("1.006x");
  }
}
