package requestpath.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where numbers are on an axis, which of them are labelled, and how texts find their places. */
class AxisTest {
  @Test
  void equalFactorsAreEqualDistances() {
    Axis axis = new Axis(1, 100, 0, 200);

    assertThat(axis.place(1)).isZero();
    assertThat(axis.place(10)).isCloseTo(100, within(1e-9));
    assertThat(axis.place(100)).isEqualTo(200);
    assertThat(axis.clamped(1000)).isEqualTo(200);
    assertThat(axis.holds(1000)).isFalse();
    assertThat(new Axis(5, 5, 0, 200).place(5)).isEqualTo(100);
  }

  @Test
  void aFittedAxisHoldsAllItsNumbersAndLittleElse() {
    Axis axis = Axis.fitted(400, 20, 120, 480, 360);

    assertThat(axis.low()).isBetween(100.0, 120.0);
    assertThat(axis.high()).isBetween(480.0, 560.0);
    assertThat(axis.place(120)).isGreaterThan(axis.place(480));
    assertThat(Axis.fitted(0, 100, 7).high()).isGreaterThan(7 * 1.05);
  }

  @ParameterizedTest
  @CsvSource({
    "0.2, 5, 600",
    "0.87, 1.15, 390",
    "0.001, 1000, 390",
    "1, 1e9, 300",
    "0.1, 3, 240",
    "93, 97, 200",
    "1e-7, 2e-7, 200",
    "1e7, 1.2e7, 200",
    "12, 13, 30",
  })
  void ticksAreOnTheAxisAndFarEnoughApart(double low, double high, double length) {
    Axis axis = new Axis(low, high, 0, length);
    List<Double> ticks = axis.ticks(40);

    assertThat(ticks).allMatch(axis::holds).isSorted();
    for (int i = 1; i < ticks.size(); i++) {
      assertThat(axis.place(ticks.get(i)) - axis.place(ticks.get(i - 1)))
          .isGreaterThanOrEqualTo(40);
    }
    if (length > 100) {
      assertThat(ticks).hasSizeBetween(2, 15);
    }
  }

  @Test
  void ticksAreRoundNumbers() {
    assertThat(new Axis(0.15, 6, 0, 600).ticks(40)).containsExactly(0.2, 0.5, 1.0, 2.0, 5.0);
    assertThat(new Axis(1, 1e9, 0, 300).ticks(40))
        .hasSizeGreaterThan(3)
        .allMatch(AxisTest::isPower);
  }

  private static boolean isPower(double tick) {
    return Math.abs(Math.log10(tick) - Math.rint(Math.log10(tick))) < 1e-9;
  }

  @Test
  void aNameFindsItsPlaceBesideItsPointAndIsLeftOutOnlyWhereItWouldCoverAnother() {
    Labels labels = new Labels(new Labels.Box(0, 0, 300, 100));
    labels.point(100, 50);

    assertThat(labels.place("FIRST", 100, 50))
        .get()
        .satisfies(box -> assertThat(box.x()).isEqualTo(107));
    int placed = 0;
    for (int i = 0; i < 20; i++) {
      placed += labels.place("AGAIN", 100, 50).isPresent() ? 1 : 0;
    }
    assertThat(placed).isBetween(3, 7);
    Labels narrow = new Labels(new Labels.Box(0, 0, 20, 100));
    assertThat(narrow.place("LONGER THAN THE FRAME", 10, 50)).isEmpty();
  }

  @Test
  void textsOfAColumnKeepTheirOrderAndTheirDistance() {
    double[] places = Labels.spread(new double[] {50, 10, 51, 49, 300}, 13, 0, 100);

    assertThat(places[1]).isEqualTo(10);
    assertThat(places[3]).isLessThan(places[0]);
    assertThat(places[0]).isLessThan(places[2]);
    assertThat(places[4]).isEqualTo(100);
    double[] sorted = places.clone();
    Arrays.sort(sorted);
    for (int i = 1; i < sorted.length; i++) {
      assertThat(sorted[i] - sorted[i - 1]).isGreaterThanOrEqualTo(13 - 1e-9);
    }
    assertThat(Labels.spread(new double[] {50, 50}, 13, 0, 100)).containsExactly(43.5, 56.5);
  }
}
