package requestpath.codec.handwritten.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoublesTest {
  private static final int COUNT = 800_000;
  private static final long SEED = 133_622;

  @Test
  void randomDoublesAreWrittenAndReadAsTheJdkDoes() throws IOException {
    DoublesCheck check = new DoublesCheck(SEED);
    for (int i = 0; i < COUNT; i++) {
      check.next();
    }
    for (int exponent = -1074; exponent <= 1023; exponent++) {
      double power = Math.scalb(1.0, exponent);
      check.check(power);
      check.check(Math.nextUp(power));
      check.check(-Math.nextDown(power));
    }
    for (int exponent = -324; exponent <= 308; exponent++) {
      check.check(Double.parseDouble("1e" + exponent));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0.0, 0.0",
    "-0.0, -0.0",
    "1.0, 1.0",
    "-33.5, -33.5",
    "0.001, 0.001",
    "9.99E-4, 9.99E-4",
    "1.0E20, 100000000000000000000.0",
    "1.0E21, 1.0E21",
    "1569882498.9117897, 1569882498.9117897",
    "9007199254740991.0, 9007199254740991.0",
    "134217728.5, 134217728.5",
    "4.9E-324, 4.9E-324",
    "2.0E-3, 0.002",
    "1.7976931348623157E308, 1.7976931348623157E308",
    "2.2250738585072014E-308, 2.2250738585072014E-308",
    "2.0E22, 2.0E22"
  })
  void notationIsThatOfTheFixture(double value, String expected) {
    byte[] bytes = new byte[DoubleWriter.MAX_LENGTH];
    int end = DoubleWriter.write(bytes, 0, value);
    assertThat(new String(bytes, 0, end, StandardCharsets.US_ASCII)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "0e5",
        "1E400",
        "-1e-400",
        "9007199254740993",
        "9007199254740992.5",
        "123456789012345678901234567890",
        "0.000000000000000000000000000000000000001",
        "1e99999999999",
        "1e-99999999999",
        "18446744073709551615",
        "2.2250738585072011e-308",
        "4.9406564584124654e-324",
        "2.4703282292062327e-324",
        "2.4703282292062328e-324",
        "12345678",
        "123456789.12345678",
        "1.7976931348623159e308"
      })
  void oddNumbersAreReadAsTheJdkDoes(String text) throws IOException {
    DoublesCheck.checkText(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "01", "1.", ".5", "1e", "1e+", "+1", "00", "-01.5", "1.e5", "x"})
  void whatIsNoNumberIsRefused(String text) {
    Input in = new Input((text + " ").getBytes(StandardCharsets.US_ASCII));
    assertThatThrownBy(() -> NumberText.real(in, 0)).isInstanceOf(IOException.class);
  }

  @Test
  void aWrongDigitWouldBeFound() {
    assertThat(DoublesCheck.digits("120.0")).isEqualTo(DoublesCheck.digits("1.2E2"));
    assertThat(DoublesCheck.digits("-0.0012")).isEqualTo("-12e-3");
    assertThat(DoublesCheck.digits("0.0012")).isNotEqualTo(DoublesCheck.digits("0.0013"));
    assertThat(DoublesCheck.digits("1.2E2")).isNotEqualTo(DoublesCheck.digits("1.2E3"));
  }
}
