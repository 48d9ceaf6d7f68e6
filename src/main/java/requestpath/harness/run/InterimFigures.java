package requestpath.harness.run;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import requestpath.harness.plan.PlannedRow;
import requestpath.result.Comparison;
import requestpath.result.Interval;
import requestpath.text.Figures;

/**
 * One row as its reader sees it while the run goes on.
 *
 * @param name within its group
 * @param time of one operation: the geometric mean of its forks' values; empty before the first; in
 *     throughput mode, operations in a time
 * @param unit of the times, such as {@code us/op}
 * @param ratio to the baseline; empty for the baseline, and before two common rounds
 * @param allocation in bytes per operation
 * @param forks how many there are
 */
record InterimFigures(
    String name,
    OptionalDouble time,
    String unit,
    Optional<Comparison> ratio,
    OptionalDouble allocation,
    int forks) {

  static InterimFigures of(Groups groups, PlannedRow planned) {
    Map<Integer, Fork> forks = groups.forks(planned);
    if (forks.isEmpty()) {
      return new InterimFigures(
          planned.member().name(),
          OptionalDouble.empty(),
          "",
          Optional.empty(),
          OptionalDouble.empty(),
          0);
    }
    return new InterimFigures(
        planned.member().name(),
        OptionalDouble.of(planned.score(Math.exp(groups.row(planned).sample().mean()))),
        forks.values().iterator().next().result().getScoreUnit(),
        groups.ratio(planned),
        mean(forks, ForkResult.ALLOCATION_PER_OPERATION),
        forks.size());
  }

  private static OptionalDouble mean(Map<Integer, Fork> forks, String label) {
    return forks.values().stream()
        .map(fork -> fork.result().getSecondaryResults().get(label))
        .filter(result -> result != null)
        .mapToDouble(result -> result.getScore())
        .average();
  }

  /** The time, with as many digits as a fork has. */
  String timeText() {
    return time.isPresent() ? Figures.plain(time.getAsDouble()) : "";
  }

  /** The ratio with its own 95% interval; the verdicts at the end of the run have wider ones. */
  String ratioText() {
    if (ratio.isEmpty()) {
      return "";
    }
    Interval interval = ratio.get().interval(Comparison.CONFIDENCE);
    return interval.text(ratio.get().ratio()) + " " + interval;
  }

  /** The allocation, in whole bytes. */
  String allocationText() {
    return allocation.isPresent() ? Figures.plain(Math.rint(allocation.getAsDouble())) : "";
  }
}
