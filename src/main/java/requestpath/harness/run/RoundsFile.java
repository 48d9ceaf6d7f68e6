package requestpath.harness.run;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import requestpath.harness.plan.PlannedVariant;
import requestpath.result.ForkStatistic;
import requestpath.result.RecordedRounds;

/** A run as {@link RecordedRounds}. */
final class RoundsFile {
  private static final MathContext DIGITS = new MathContext(4);

  private RoundsFile() {}

  /** {@code rounds.json}. */
  static String of(Groups groups) {
    Map<String, List<PlannedVariant>> byGroup = new LinkedHashMap<>();
    for (PlannedVariant planned : groups.all()) {
      if (!groups.forks(planned).isEmpty()) {
        byGroup
            .computeIfAbsent(planned.side() + planned.member().group(), none -> new ArrayList<>())
            .add(planned);
      }
    }
    return new RecordedRounds(byGroup.values().stream().map(rows -> group(rows, groups)).toList())
        .json();
  }

  private static RecordedRounds.Group group(List<PlannedVariant> rows, Groups groups) {
    PlannedVariant first = rows.get(0);
    return new RecordedRounds.Group(
        first.member().group(),
        first.member().benchmark(),
        first.mode().shortLabel(),
        groups.forks(first).firstEntry().getValue().result().getScoreUnit(),
        first.member().baseline(),
        first.recipe().statistic(),
        first.side().label(),
        rows.stream().map(row -> row(row, groups)).toList());
  }

  private static RecordedRounds.Recorded row(PlannedVariant planned, Groups groups) {
    List<RecordedRounds.Fork> forks = new ArrayList<>();
    groups.forks(planned).forEach((round, ended) -> forks.add(fork(planned, round, ended)));
    return new RecordedRounds.Recorded(
        planned.member().name(),
        planned.benchmark(),
        planned.parameters(),
        groups.forks(planned).firstEntry().getValue().result().getParams().getThreads(),
        planned.member().wholes(),
        planned.isControl(),
        planned.recipe().statistic(),
        planned.recipe().takesTurns(),
        forks);
  }

  /** A fork with the score of its value and of its mean, as the report computes them. */
  static RecordedRounds.Fork fork(PlannedVariant planned, int round, Fork ended) {
    double[] times = planned.times(Groups.scores(ended.result()));
    return new RecordedRounds.Fork(
        round,
        planned.score(planned.recipe().statistic().of(times)),
        planned.score(ForkStatistic.MEAN.of(times)),
        ended.warmUp().stream().map(RoundsFile::rounded).toList());
  }

  /** Four digits are enough to draw the warm-up; null where there is no figure. */
  private static @Nullable Double rounded(double time) {
    return Double.isFinite(time) ? new BigDecimal(time).round(DIGITS).doubleValue() : null;
  }
}
