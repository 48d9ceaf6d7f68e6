package requestpath.harness.run;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import requestpath.harness.plan.PlannedVariant;
import requestpath.harness.plan.Recipe;

/** How much of a run is done, and how long it still takes. */
final class Progress {
  private final Groups groups;
  private final Schedule schedule;
  private final Optional<Duration> limit;
  private final long started = System.nanoTime();

  /** Forks of the run that is resumed. */
  private final int before;

  private int measured;

  /** Warm-up and measurement of the successful forks. */
  private Duration useful = Duration.ZERO;

  public Progress(Groups groups, Schedule schedule, Optional<Duration> limit) {
    this.groups = groups;
    this.schedule = schedule;
    this.limit = limit;
    this.before = groups.count();
  }

  /** Counts a fork that ended. */
  public void forkEnded(PlannedVariant planned, boolean isGood) {
    measured++;
    if (isGood) {
      useful = useful.plus(planned.recipe().nominal());
    }
  }

  /** How long the run took, and how much of that was warm-up and measurement. */
  public String total() {
    return clock(elapsed())
        + (useful.isZero()
            ? ""
            : String.format(
                Locale.ROOT,
                ", %.0f%% of it warm-up and measurement",
                100.0 * useful.toNanos() / elapsed().toNanos()));
  }

  /** How long the run has taken. */
  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - started);
  }

  /** How long a whole fork takes, from those that have run. */
  private Duration forkTime(PlannedVariant next) {
    return measured == 0 ? next.recipe().nominal() : elapsed().dividedBy(measured);
  }

  /** Whether forks would end after the time limit. */
  public boolean isOutOfTime(List<PlannedFork> next) {
    Duration needed = forkTime(next.get(0).planned()).multipliedBy(next.size());
    return limit.isPresent() && elapsed().plus(needed).compareTo(limit.get()) > 0;
  }

  /** The minimum time left: variants whose ratio is not known well enough may need more. */
  public Duration remaining() {
    Duration remaining =
        measured == 0
            ? schedule.nominal().plus(Recipe.START.multipliedBy(schedule.remaining()))
            : elapsed().multipliedBy(schedule.remaining()).dividedBy(measured);
    if (limit.isPresent()) {
      Duration left = limit.get().minus(elapsed());
      return left.isNegative() ? Duration.ZERO : remaining.compareTo(left) < 0 ? remaining : left;
    }
    return remaining;
  }

  /** The progress in one line. */
  public String line() {
    int done = groups.count();
    int all = done + schedule.remaining();
    return String.format(
        Locale.ROOT,
        "%.1f%% complete, at least %s remaining%s",
        all == 0 ? 100 : 100.0 * done / all,
        clock(remaining()),
        before == 0 ? "" : ", " + before + " forks already saved");
  }

  /** Hours, minutes and seconds. */
  public static String clock(Duration duration) {
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d",
        duration.toHours(),
        duration.toMinutesPart(),
        duration.toSecondsPart());
  }
}
