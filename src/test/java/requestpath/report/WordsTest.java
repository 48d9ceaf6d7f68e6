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
        .isEqualTo("GSON takes 0.430x the time of JACKSON2 [0.424, 0.436]");
    assertThat(Words.sentence(verdict(1.001, false, false, new Interval(0.9, 1.1)), "JACKSON2"))
        .isEqualTo("GSON: no difference from JACKSON2 shown (1.00x [0.90, 1.10])");
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
        interval,
        isDifferent,
        false,
        isReversed,
        Set.of());
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
    return Words.roughly(
        new Verdict("GSON", comparison, comparison.interval(0.95), true, false, false, Set.of()),
        "JACKSON2");
  }

  @Test
  void howWellARatioIsKnownIsSaidWhereItIsLessThanWasAsked() {
    assertThat(Words.precision(new Comparison(1, 0.001, 6), 0.02)).isEmpty();
    assertThat(Words.precision(new Comparison(1, 0.02, 6), 0.02)).containsExactly("known to 5.0% only");
    assertThat(Words.precision(new Comparison(1, 1, 6), 0.02)).containsExactly("hardly known");
    assertThat(Words.precision(new Comparison(1, 1, 6), Double.NaN)).isEmpty();
  }

  @Test
  void flagsAreSaidInAFixedOrder() {
    assertThat(Words.flags(List.of(Flag.TWO_MODES, Flag.NO_STEADY_STATE)))
        .containsExactly("no steady state", "two modes");
    assertThat(Words.listed(List.of("A", "B", "C"))).isEqualTo("A, B and C");
    assertThat(Words.listed(List.of("A"))).isEqualTo("A");
  }
}
