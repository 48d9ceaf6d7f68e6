package requestpath.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The name that a user probably meant. */
class SimilarTest {
  private static final List<String> LIBRARIES =
      List.of("JACKSON2", "JACKSON3", "GSON", "FASTJSON2", "MOSHI", "MSGPACK_CORE_RAW_KEYS");

  @ParameterizedTest
  @CsvSource({
    "JACKSN2, JACKSON2",
    "JACKSNO3, JACKSON3",
    "jackson2, JACKSON2",
    "GSN, GSON",
    "FASTJSON, FASTJSON2",
    "MSGPACK_CORE_RAWKEY, MSGPACK_CORE_RAW_KEYS"
  })
  void aNameWithAFewOtherLettersIsFound(String word, String name) {
    assertThat(Similar.to(word, LIBRARIES)).containsExactly(name);
    assertThat(Similar.question(word, LIBRARIES)).hasValue("did you mean " + name + "?");
  }

  @Test
  void equallyNearNamesAreAllNamedUnlessTheyAreMany() {
    assertThat(Similar.question("JACKSON", LIBRARIES))
        .hasValue("did you mean JACKSON2 or JACKSON3?");
    assertThat(Similar.to("A0", List.of("A1", "A2", "A3", "A4"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"NOPE", "X", "JACKSON_MSGPACK", "BOON"})
  void nothingIsFoundForAnotherWord(String word) {
    assertThat(Similar.question(word, LIBRARIES)).isEmpty();
  }

  @Test
  void editsInsertDeleteReplaceAndSwap() {
    assertThat(Similar.edits("ABC", "ABC")).isZero();
    assertThat(Similar.edits("ABC", "AXBC")).isOne();
    assertThat(Similar.edits("ABC", "AC")).isOne();
    assertThat(Similar.edits("ABC", "AXC")).isOne();
    assertThat(Similar.edits("ABC", "BAC")).isOne();
    assertThat(Similar.edits("", "ABC")).isEqualTo(3);
  }
}
