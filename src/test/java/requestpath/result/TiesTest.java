package requestpath.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What ties with the fastest, and what the verdicts say of it. */
class TiesTest {
  /**
   * The verdicts compare with the baseline alone, and the search for ties with all pairs in mind.
   */
  @Test
  void whatIsShownToBeSlowerThanAFastestBaselineDoesNotTieWithIt() {
    Random random = new Random(7);
    int fastest = 0;
    for (int i = 0; i < 200; i++) {
      Row baseline = noisy(random, "B", 1);
      List<Row> others =
          Stream.of(1.15, 1.2, 1.25, 1.3).map(time -> noisy(random, "R" + time, time)).toList();
      List<Verdict> verdicts = new Group(baseline, others).verdicts();
      if (verdicts.get(0).comparison().ratio() > 1) {
        fastest++;
        assertThat(verdicts)
            .as("group %s", i)
            .noneMatch(verdict -> verdict.isDifferent() && verdict.tiesWithBest());
      }
    }
    assertThat(fastest).isGreaterThan(100);
  }

  private static Row noisy(Random random, String name, double time) {
    return Row.of(
        name,
        Stream.generate(() -> new double[] {time * Math.exp(0.08 * random.nextGaussian())})
            .limit(5)
            .toList(),
        ForkStatistic.MEAN);
  }
}
