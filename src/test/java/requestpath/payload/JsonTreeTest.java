package requestpath.payload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import requestpath.codec.Equivalence;

class JsonTreeTest {
  private static final JsonMapper JACKSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  @ParameterizedTest
  @EnumSource
  void readsTheValuesOfTheFixtures(Payload payload) {
    assertThat(
            Equivalence.EXACT.difference(
                payload.values(Binding.RECORD, 200), JsonTree.parse(payload.json(200)).tree()))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "[1,]",
        "[1 2]",
        "[01]",
        "[-]",
        "[1.]",
        "[.5]",
        "[1e]",
        "[+1]",
        "[nul]",
        "[\"a]",
        "[\"\\x\"]",
        "[\"\\u12g4\"]",
        "[\"\\u00\"]",
        "[\"\n\"]",
        "[1]x",
        "[1][2]",
        "['a']",
        "[NaN]",
        "{\"a\":1,\"a\":2}",
        "// no\n[1]",
        "\ufeff[1]"
      })
  void refusesInvalidJsonAsJacksonDoes(String json) {
    assertThatIllegalArgumentException().isThrownBy(() -> JsonTree.parse(json.getBytes(UTF_8)));
    if (!json.startsWith("\ufeff")) {
      assertThatThrownBy(() -> JACKSON.readValue(json.getBytes(UTF_8), Object.class))
          .isInstanceOf(Exception.class);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[1,,2] | line 1, column 4: no value begins like this",
        "{\"a\":18446744073709551615} | no long holds 18446744073709551615, and libraries differ",
        "[1e-1000] | an exponent has more than three digits, and libraries differ",
        "[0e99999999999] | an exponent has more than three digits, and libraries differ",
        "[1e400] | no double holds 1e400, and libraries differ",
        "{\"a\":1,\"a\":2} | the field \"a\" comes twice",
        "[\"x | a text does not end",
        "[\"\\ud800\"] | a surrogate stands alone, and libraries differ",
        "[\"\\udc00\\ud800\"] | a surrogate stands alone, and libraries differ",
      })
  void errorsSayWhereAndWhy(String json, String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonTree.parse(json.getBytes(UTF_8)))
        .withMessageContaining(reason);
  }

  @Test
  void aNumberOfAMillionDigitsTakesNoTime() {
    for (String digits : List.of("9".repeat(1_000_000), "0." + "9".repeat(1_000_000))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> JsonTree.parse(("[" + digits + "]").getBytes(UTF_8)))
          .withMessageContaining("... (" + digits.length() + " characters)");
    }
  }

  @Test
  void depthAndEncodingAreChecked() {
    assertThat(JsonTree.parse(("[".repeat(200) + "]".repeat(200)).getBytes(UTF_8)).tree())
        .isNotNull();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonTree.parse("[".repeat(1_000_000).getBytes(UTF_8)))
        .withMessageContaining("nested deeper than 200");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonTree.parse(new byte[] {'"', (byte) 0xff, '"'}))
        .withMessage("it is not UTF-8");
  }

  /** Single bytes of a valid document changed: both accept it with the same meaning, or refuse. */
  @Test
  void agreesWithJacksonOnBrokenDocuments() {
    byte[] valid =
        "{\"a\":[1,-2.5e3,true,null,\"x\\u00e9\\n\"],\"b\":{\"c\":\"\",\"d\":0}}".getBytes(UTF_8);
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      byte[] json = valid.clone();
      json[random.nextInt(json.length)] = (byte) " {}[]\",:0-.e\\utn1".charAt(random.nextInt(17));
      Object jackson = null;
      Object ours = null;
      try {
        jackson = JACKSON.readValue(json, Object.class);
      } catch (Exception refused) {
        // Compared below.
      }
      try {
        ours = JsonTree.parse(json).tree();
      } catch (IllegalArgumentException refused) {
        // Compared below.
      }
      assertThat(ours == null).as(new String(json, UTF_8)).isEqualTo(jackson == null);
      if (jackson != null) {
        assertThat(Equivalence.EXACT.difference(jackson, ours))
            .as(new String(json, UTF_8))
            .isEmpty();
      }
    }
  }
}
