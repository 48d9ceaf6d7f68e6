package requestpath.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CurrentYearTest {
  @Test
  void theArithmeticAgreesWithTheCalendar() {
    LocalDate last = LocalDate.of(2801, 1, 1);
    for (LocalDate day = LocalDate.of(-401, 1, 1); day.isBefore(last); day = day.plusDays(1)) {
      assertThat(CurrentYear.yearOfEpochDay(day.toEpochDay())).isEqualTo(day.getYear());
    }
  }

  @Test
  void everyWayGivesTheSameYear() {
    ZoneId zone = ZoneId.systemDefault();
    int year = CurrentYear.expected(zone);
    assertThat(CurrentYear.ofYear()).isEqualTo(year);
    assertThat(CurrentYear.ofLocalDate()).isEqualTo(year);
    assertThat(CurrentYear.ofClock(Clock.system(zone))).isEqualTo(year);
    assertThat(new CurrentYear.Cached(Clock.system(zone)).year()).isEqualTo(year);
    assertThat(CurrentYear.ofEpoch()).isEqualTo(CurrentYear.expected(CurrentYear.epochZone()));
  }

  @Test
  void waysWithAClockFollowItOverNewYear() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2025-12-31T22:59:59.999Z"));
    Clock clock = clockOf(now, ZoneId.of("Europe/Berlin"));
    CurrentYear.Cached cached = new CurrentYear.Cached(clock);
    assertThat(cached.year()).isEqualTo(2025);
    assertThat(CurrentYear.ofClock(clock)).isEqualTo(2025);
    now.set(Instant.parse("2025-12-31T23:00:00Z"));
    assertThat(cached.year()).isEqualTo(2026);
    assertThat(CurrentYear.ofClock(clock)).isEqualTo(2026);
    now.set(Instant.parse("2031-01-01T00:00:00Z"));
    assertThat(cached.year()).isEqualTo(2031);
  }

  private static Clock clockOf(AtomicReference<Instant> now, ZoneId zone) {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return zone;
      }

      @Override
      public Clock withZone(ZoneId other) {
        return clockOf(now, other);
      }

      @Override
      public Instant instant() {
        return now.get();
      }
    };
  }
}
