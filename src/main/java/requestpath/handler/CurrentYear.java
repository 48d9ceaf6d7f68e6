package requestpath.handler;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The current year, read from the clock in the ways that Java code reads it. All but the epoch one
 * use the system's zone.
 */
@SuppressWarnings("JavaTimeDefaultTimeZone") // What a handler does without a zone is the question.
public final class CurrentYear {
  private static final long MILLIS_A_DAY = 86_400_000;

  private CurrentYear() {}

  /** {@link Year#now()}: what the handler does. */
  public static int ofYear() {
    return Year.now().getValue();
  }

  /** {@link LocalDate#now()}. */
  public static int ofLocalDate() {
    return LocalDate.now().getYear();
  }

  /** A clock that was made once, as in code that is to be tested with another clock. */
  public static int ofClock(Clock clock) {
    return Year.now(clock).getValue();
  }

  /**
   * Milliseconds since the epoch and the civil calendar's arithmetic, in UTC: no objects, no zone.
   */
  public static int ofEpoch() {
    return yearOfEpochDay(Math.floorDiv(System.currentTimeMillis(), MILLIS_A_DAY));
  }

  /**
   * The year of a day in the proleptic Gregorian calendar: days are counted in cycles of 400 years
   * that begin on 1 March, so that a leap day comes last in its year.
   *
   * @param epochDay days since 1970-01-01
   */
  static int yearOfEpochDay(long epochDay) {
    long day = epochDay + 719_468;
    long cycle = Math.floorDiv(day, 146_097L);
    long dayOfCycle = day - cycle * 146_097;
    long yearOfCycle =
        (dayOfCycle - dayOfCycle / 1_460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365;
    long dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100);
    boolean afterFebruary = dayOfYear < 306;
    return Math.toIntExact(yearOfCycle + cycle * 400 + (afterFebruary ? 0 : 1));
  }

  /**
   * The year, computed again only when it has ended. Each call reads the clock once and compares
   * once.
   */
  public static final class Cached {
    private final Clock clock;
    private volatile Known known;

    private record Known(int year, long untilMillis) {}

    /** A cache for the clock's zone. */
    public Cached(Clock clock) {
      this.clock = clock;
      this.known = at(clock.millis());
    }

    /** The current year. */
    public int year() {
      long now = clock.millis();
      Known current = known;
      if (now >= current.untilMillis) {
        current = at(now);
        known = current;
      }
      return current.year;
    }

    private Known at(long millis) {
      ZoneId zone = clock.getZone();
      int year = Instant.ofEpochMilli(millis).atZone(zone).getYear();
      return new Known(
          year, LocalDate.of(year + 1, 1, 1).atStartOfDay(zone).toInstant().toEpochMilli());
    }
  }

  /** The year in the zone, for correctness checks. */
  public static int expected(ZoneId zone) {
    return Instant.now().atZone(zone).getYear();
  }

  /** The zone that {@link #ofEpoch} is in. */
  public static ZoneId epochZone() {
    return ZoneOffset.UTC;
  }
}
