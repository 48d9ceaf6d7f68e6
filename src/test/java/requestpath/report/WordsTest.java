package requestpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import requestpath.result.Comparison;
import requestpath.result.Flag;
import requestpath.result.Interval;
import requestpath.result.Verdict;

/** What was found out, in words. */
class WordsTest {
  @Test
  void aVerdictIsASentence() {
    assertThat(Words.sentence(verdict(0.43, true, false, new Interval(0.424, 0.436)), "JACKSON2"))
        .isEqualTo("GSON is 2.33x faster than JACKSON2 (2.29 to 2.36x)");
    assertThat(Words.sentence(verdict(1.001, false, false, new Interval(0.9, 1.1)), "JACKSON2"))
        .isEqualTo("GSON: no difference from JACKSON2 shown (0.90 to 1.10x its time)");
    assertThat(Words.sentence(verdict(1.1, true, false, new Interval(0.99, 1.2)), "JACKSON2"))
        .endsWith("a difference by Holm's test that the interval does not show");
    assertThat(Words.sentence(verdict(0.5, true, true, new Interval(0.4, 0.6)), "JACKSON2"))
        .endsWith("; by the mean it is the other way round");
  }

  private static Verdict verdict(
      double ratio, boolean isDifferent, boolean isReversed, Interval interval) {
    return new Verdict(
        "GSON",
        new Comparison(ratio, 0.01, 5),
        7,
        interval,
        isDifferent,
        false,
        isReversed,
        Set.of());
  }

  @Test
  void aPartIsAShareOfTheWhole() {
    assertThat(Words.share(verdict(0.31, true, false, new Interval(0.29, 0.334)), "handle"))
        .isEqualTo("GSON takes 31% of the time of handle (29 to 33%)");
    assertThat(Words.share(verdict(0.031, true, false, new Interval(0.02, 0.04)), "handle"))
        .isEqualTo("GSON takes 3.1% of the time of handle (2.0 to 4.0%)");
  }

  @Test
  void aPartIsSaidWithItsReservations() {
    assertThat(Words.share(known(1), "handle"))
        .isEqualTo("GSON: inconclusive (2 forks) against handle");
    assertThat(Words.share(verdict(1.1, true, false, new Interval(0.99, 1.2)), "handle"))
        .endsWith(", a difference by Holm's test that the interval does not show");
  }

  @Test
  void aVerdictInATableIsNoDifferenceOnlyIfItIsKnown() {
    assertThat(Words.verdict(known(1), "less", "more")).containsExactly("inconclusive");
    assertThat(Words.verdict(known(0.1), "less", "more")).containsExactly("no difference shown");
    assertThat(Words.verdict(verdict(0.5, true, false, new Interval(0.4, 0.6)), "less", "more"))
        .containsExactly("less");
    assertThat(Words.verdict(verdict(1.1, true, false, new Interval(0.99, 1.2)), "less", "more"))
        .containsExactly("more", Words.ONLY_BY_HOLM);
    assertThat(Words.verdict(verdict(2, true, false, new Interval(1.9, 2.1)), "", "")).isEmpty();
  }

  @Test
  void howWellARatioIsKnownIsSaidWhereItIsLessThanWasAsked() {
    assertThat(Words.precision(known(0.001), 0.02)).isEmpty();
    assertThat(Words.precision(known(0.02), 0.02)).containsExactly("±5.0% (target ±2%)");
    assertThat(Words.precision(known(1), Double.NaN)).isEmpty();
  }

  /** An interval from a tenth to ten times the ratio, or wider, says nothing. */
  @Test
  void whatIsKnownToLessThanAFactorOfTenIsInconclusive() {
    assertThat(Words.ratioWithInterval(known(0.4))).matches("1[.]00x \\[0[.]38, 2[.].*]");
    assertThat(Words.ratioWithInterval(known(1))).isEqualTo("inconclusive (2 forks)");
    assertThat(Words.sentence(known(1), "JACKSON2"))
        .isEqualTo("GSON: inconclusive (2 forks) against JACKSON2");
    assertThat(Words.precision(known(1), 0.02)).isEmpty();
  }

  private static Verdict known(double standardError) {
    Comparison comparison = new Comparison(1, standardError, 6);
    return new Verdict(
        "GSON", comparison, 2, comparison.interval(0.95), false, false, false, Set.of());
  }

  @Test
  void flagsAreSaidInAFixedOrder() {
    assertThat(Words.flags(List.of(Flag.BIMODAL, Flag.SLOW_START)))
        .containsExactly("bimodal", "slow start");
    assertThat(Words.listed(List.of("A", "B", "C"))).isEqualTo("A, B and C");
    assertThat(Words.listed(List.of("A"))).isEqualTo("A");
  }
}
