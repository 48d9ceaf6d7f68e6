package requestpath.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class CurrentYearTest {
  @Test
  void theArithmeticIsTheCalendars() {
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
    assertThat(new CurrentYear.Cached(zone).year()).isEqualTo(year);
    assertThat(CurrentYear.ofEpoch()).isEqualTo(CurrentYear.expected(CurrentYear.epochZone()));
  }
}
