package requestpath.harness.run;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import requestpath.harness.plan.PlannedRow;

/** How far a run has come, and how long it goes on at least. */
public final class Progress {
  /** About what a fork takes beside its iterations. */
  public static final Duration START = Duration.ofMillis(900);

  private final Groups groups;
  private final Schedule schedule;
  private final Optional<Duration> limit;
  private final long started = System.nanoTime();

  /** Forks that were there when this run began, from one that was cut off. */
  private final int before;

  private int measured;

  /** Warm-up and measurement of the forks that have run. */
  private Duration useful = Duration.ZERO;

  public Progress(Groups groups, Schedule schedule, Optional<Duration> limit) {
    this.groups = groups;
    this.schedule = schedule;
    this.limit = limit;
    this.before = groups.count();
  }

  /** Takes that a fork ended, well or not. */
  public void forkEnded(PlannedRow planned, boolean isGood) {
    measured++;
    if (isGood) {
      useful = useful.plus(planned.recipe().nominal());
    }
  }

  /** How long it took, and how much of that was warm-up and measurement of good forks. */
  public String total() {
    return clock(elapsed())
        + (useful.isZero()
            ? ""
            : String.format(
                Locale.ROOT,
                ", %.0f%% of it warm-up and measurement",
                100.0 * useful.toNanos() / elapsed().toNanos()));
  }

  /** How long it has run. */
  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - started);
  }

  /** What a fork takes beyond its iterations and with them, from those that have run. */
  private Duration forkTime(PlannedRow next) {
    return measured == 0 ? next.recipe().nominal() : elapsed().dividedBy(measured);
  }

  /** Whether a fork would end after the time limit. */
  public boolean isOutOfTime(PlannedRow next) {
    return limit.isPresent() && elapsed().plus(forkTime(next)).compareTo(limit.get()) > 0;
  }

  /** The time that is left at least: rows that are not decided may want more. */
  public Duration remaining() {
    Duration remaining =
        measured == 0
            ? schedule.nominal().plus(START.multipliedBy(schedule.remaining()))
            : elapsed().multipliedBy(schedule.remaining()).dividedBy(measured);
    if (limit.isPresent()) {
      Duration left = limit.get().minus(elapsed());
      return left.isNegative() ? Duration.ZERO : remaining.compareTo(left) < 0 ? remaining : left;
    }
    return remaining;
  }

  /** In one line. */
  public String line() {
    int done = groups.count();
    int all = done + schedule.remaining();
    return String.format(
        Locale.ROOT,
        "%.1f%% complete, %s left at least%s",
        all == 0 ? 100 : 100.0 * done / all,
        clock(remaining()),
        before == 0 ? "" : ", " + before + " forks from before");
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
