package requestpath.harness.run;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import requestpath.harness.plan.PlannedVariant;
import requestpath.result.Comparison;
import requestpath.result.Interval;
import requestpath.text.Figures;

/**
 * The figures of one variant during the run.
 *
 * @param name in its group
 * @param time of one operation: the geometric mean of its forks' values; in throughput mode the
 *     operations in a time; empty before the first fork
 * @param unit of the times, such as {@code us/op}
 * @param ratio to the baseline; empty for the baseline, and before two common rounds
 * @param allocation in bytes per operation
 * @param forks their number
 */
record InterimFigures(
    String name,
    OptionalDouble time,
    String unit,
    Optional<Comparison> ratio,
    OptionalDouble allocation,
    int forks) {

  static InterimFigures of(Groups groups, PlannedVariant planned) {
    Map<Integer, Fork> forks = groups.forks(planned);
    return new InterimFigures(
        planned.member().name(),
        forks.isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(planned.score(groups.row(planned).time())),
        forks.values().stream().map(fork -> fork.result().getScoreUnit()).findFirst().orElse(""),
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

  /** The time, or an empty text. */
  String timeText() {
    return time.isPresent() ? Figures.plain(time.getAsDouble()) : "";
  }

  /** The ratio with its own 95% interval; intervals in the final ranking are wider. */
  String ratioText() {
    if (ratio.isEmpty()) {
      return "";
    }
    Interval interval = ratio.get().interval();
    return interval.text(ratio.get().ratio()) + " " + interval;
  }

  /** The allocation, in whole bytes. */
  String allocationText() {
    return allocation.isPresent() ? Figures.plain(Math.rint(allocation.getAsDouble())) : "";
  }
}
