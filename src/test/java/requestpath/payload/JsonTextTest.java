package requestpath.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
  private static final long SEED = 20261123;

  @ParameterizedTest
  @CsvSource({
    "0.0, 0.0",
    "-0.0, -0.0",
    "1.0, 1.0",
    "33.5, 33.5",
    "1569882498.9117897, 1569882498.9117897",
    "0.001, 0.001",
    "9.99E-4, 9.99E-4",
    "1.0E20, 100000000000000000000.0",
    "1.0E21, 1.0E21",
    // Both need JDK 19's Double.toString: older ones print a digit more, or another last digit.
    "2.0E-3, 0.002",
    "2.2250738585072014E-308, 2.2250738585072014E-308",
    "4.9E-324, 5.0E-324",
    "1.7976931348623157E308, 1.7976931348623157E308",
    "2.0E23, 2.0E23"
  })
  void doublesHaveTheFewestDigits(double number, String text) {
    assertThat(JsonText.shortest(number)).isEqualTo(text);
  }

  @Test
  void doublesOfAllMagnitudesReadBackAndCannotBeShorter() {
    Random random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      double number = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(number)) {
        String text = JsonText.shortest(number);
        assertThat(Double.parseDouble(text)).isEqualTo(number);
        BigDecimal decimal = new BigDecimal(text).stripTrailingZeros();
        assertThat(decimal.precision()).isLessThanOrEqualTo(17);
        assertThat(decimal.precision())
            .isLessThanOrEqualTo(
                new BigDecimal(Double.toString(number)).stripTrailingZeros().precision());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void nanAndInfinitiesAreRefused(double number) {
    assertThatIllegalArgumentException().isThrownBy(() -> JsonText.of(List.of(number)));
  }

  @Test
  void onlyRequiredCharactersAreEscaped() {
    assertThat(JsonText.of("\"\\/\b\n\u001f\u007f<é\u2028😀"))
        .isEqualTo("\"\\\"\\\\/\\u0008\\u000a\\u001f\u007f<é\u2028😀\"");
  }

  @Test
  void treesAreCompact() {
    assertThat(JsonText.of(Map.of("a", Arrays.asList(1, -2L, true, null, List.of(), Map.of()))))
        .isEqualTo("{\"a\":[1,-2,true,null,[],{}]}");
  }
}
