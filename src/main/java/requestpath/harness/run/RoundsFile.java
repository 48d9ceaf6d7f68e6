package requestpath.harness.run;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import requestpath.harness.plan.Combination;
import requestpath.result.ForkStatistic;
import requestpath.result.RecordedRounds;
import requestpath.result.Row;

/** A run as {@link RecordedRounds}. */
final class RoundsFile {
  private static final MathContext DIGITS = new MathContext(4);

  private RoundsFile() {}

  /** {@code rounds.json}. */
  static String of(Groups groups) {
    Map<String, List<Combination>> byGroup = new LinkedHashMap<>();
    for (Combination combination : groups.all()) {
      if (!groups.forks(combination).isEmpty()) {
        byGroup
            .computeIfAbsent(
                combination.side() + combination.place().group(), none -> new ArrayList<>())
            .add(combination);
      }
    }
    return new RecordedRounds(
            byGroup.values().stream().map(rows -> group(rows, groups)).toList())
        .json();
  }

  private static RecordedRounds.Group group(List<Combination> rows, Groups groups) {
    Combination first = rows.get(0);
    return new RecordedRounds.Group(
        first.place().group(),
        first.place().benchmark(),
        first.mode().shortLabel(),
        groups.forks(first).firstEntry().getValue().result().getScoreUnit(),
        first.place().baseline(),
        first.recipe().statistic(),
        first.side().label(),
        rows.stream().map(row -> row(row, groups)).toList());
  }

  private static RecordedRounds.Recorded row(Combination combination, Groups groups) {
    Row row = groups.row(combination);
    List<RecordedRounds.Fork> forks = new ArrayList<>();
    groups
        .forks(combination)
        .forEach(
            (round, ended) -> {
              double[] times = Groups.scores(ended.result());
              forks.add(
                  new RecordedRounds.Fork(
                      round,
                      row.statistic().of(times),
                      ForkStatistic.MEAN.of(times),
                      ended.warmUp().stream().map(RoundsFile::rounded).toList()));
            });
    return new RecordedRounds.Recorded(
        combination.place().name(),
        combination.benchmark(),
        combination.parameters(),
        groups.forks(combination).firstEntry().getValue().result().getParams().getThreads(),
        combination.place().wholes(),
        combination.isControl(),
        row.statistic(),
        forks);
  }

  /** Four digits show where a row is steady. */
  private static @Nullable Double rounded(double time) {
    return Double.isFinite(time) ? new BigDecimal(time).round(DIGITS).doubleValue() : 0;
  }
}
