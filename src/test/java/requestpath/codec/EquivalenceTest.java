package requestpath.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static requestpath.codec.Equivalence.EXACT;
import static requestpath.codec.Equivalence.ONE_ULP;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EquivalenceTest {
  @Test
  void numbersAreComparedByValueWhateverTheirType() {
    assertThat(EXACT.difference(List.of(1, 1, 1, 1.5), List.of(1L, 1.0, BigInteger.ONE, 1.5)))
        .isEmpty();
    assertThat(EXACT.difference(0.1, new BigDecimal("0.1"))).isEmpty();
    assertThat(EXACT.difference((1L << 53) + 1, (double) (1L << 53))).isPresent();
  }

  @Test
  void theLastBitOfADoubleCounts() {
    double number = 1569882498.9117897;
    assertThat(EXACT.difference(number, Math.nextUp(number))).isPresent();
    assertThat(ONE_ULP.difference(number, Math.nextUp(number))).isEmpty();
    assertThat(ONE_ULP.difference(number, Math.nextDown(number))).isEmpty();
    assertThat(ONE_ULP.difference(number, Math.nextUp(Math.nextUp(number)))).isPresent();
    assertThat(ONE_ULP.difference(33, 34)).isPresent();
    assertThat(EXACT.difference(0.0, -0.0)).isPresent();
    assertThat(EXACT.difference(-0.0, -0.0)).isEmpty();
    for (Number unsigned : List.<Number>of(0, 0L, 0.0, new BigDecimal("-0.0"))) {
      assertThat(EXACT.difference(-0.0, unsigned)).as(unsigned.getClass().getName()).isPresent();
      assertThat(ONE_ULP.difference(-0.0, unsigned)).as(unsigned.getClass().getName()).isPresent();
    }
    assertThat(EXACT.difference(Double.NaN, 1.0)).isPresent();
    assertThat(EXACT.difference(1, Double.NaN)).isPresent();
  }

  @Test
  void aDifferenceSaysWhereItIs() {
    List<Map<String, Object>> expected = List.of(Map.of("a", 1), Map.of("a", 1, "b", "x"));
    List<Map<String, Object>> actual = List.of(Map.of("a", 1), Map.of("a", 1, "b", "y"));
    assertThat(EXACT.difference(expected, actual))
        .hasValue("at [1].b expected \"x\" but was \"y\"");
  }

  @Test
  void missingAndSurplusFieldsAndElementsAreFound() {
    assertThat(EXACT.difference(Map.of("a", 1), Map.of())).hasValue("field a is missing");
    assertThat(EXACT.difference(Map.of(), Map.of("a", 1))).hasValue("field a was not expected");
    assertThat(EXACT.difference(List.of(1, 2), List.of(1)))
        .hasValue("expected 2 elements but was 1");
    assertThat(EXACT.difference(List.of(1), Map.of())).isPresent();
  }

  @Test
  void aNullIsAValue() {
    Map<String, Object> withNull = new HashMap<>();
    withNull.put("a", null);
    assertThat(EXACT.difference(withNull, Map.of())).hasValue("field a is missing");
    assertThat(EXACT.difference(withNull, new HashMap<>(withNull))).isEmpty();
    assertThat(EXACT.difference(Arrays.asList(1, null), List.of(1, 2))).isPresent();
  }

  @Test
  void textIsNotANumber() {
    assertThat(EXACT.difference("1", 1)).isPresent();
  }
}
