package requestpath.codec.handwritten;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import requestpath.handler.LibraryUtf8Check;

class Utf8CheckTest {
  private static final long SEED = 20261123;

  @Test
  void everyCodePointIsTakenAndEverySurrogateRefused() {
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      if (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE) {
        assertThat(Utf8Check.eightBytes(Character.toString(codePoint).getBytes(UTF_8))).isTrue();
      } else {
        byte[] surrogate = {
          (byte) 0xed, (byte) (0x80 | codePoint >> 6 & 0x3f), (byte) (0x80 | codePoint & 0x3f)
        };
        assertThat(Utf8Check.eightBytes(surrogate)).isFalse();
      }
    }
  }

  @Test
  void allOneTwoAndThreeByteSequencesAreJudgedAsTheJdkJudges() {
    for (int bits = 0; bits < 1 << 24; bits += 7) {
      byte[] bytes = {(byte) (bits >> 16), (byte) (bits >> 8), (byte) bits};
      assertThat(Utf8Check.eightBytes(bytes)).isEqualTo(LibraryUtf8Check.guava(bytes));
    }
  }

  @Test
  void randomBytesAndDamagedTextAreJudgedAlikeByAll() {
    Random random = new Random(SEED);
    String text = "plain, größer, ελληνικά, 日本語, 😀 and a longer run of plain text ";
    for (int i = 0; i < 50_000; i++) {
      byte[] bytes = text.getBytes(UTF_8);
      for (int faults = random.nextInt(3); faults > 0; faults--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      boolean expected = LibraryUtf8Check.jdkDecoder(bytes);
      assertThat(Utf8Check.eightBytes(bytes)).isEqualTo(expected);
      assertThat(LibraryUtf8Check.guava(bytes)).isEqualTo(expected);
      assertThat(LibraryUtf8Check.jdkString(bytes)).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "1234567",
        "12345678",
        "123456789",
        "\uFFFD",
        "é",
        "1234567é",
        "12345678😀"
      })
  void wholeTextIsTakenWhateverItsLength(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    assertThat(Utf8Check.eightBytes(bytes)).isTrue();
    assertThat(LibraryUtf8Check.jdkString(bytes)).isTrue();
    assertThat(LibraryUtf8Check.jdkDecoder(bytes)).isTrue();
    assertThat(LibraryUtf8Check.guava(bytes)).isTrue();
  }

  @Test
  void aSequenceThatIsCutShortIsRefused() {
    for (String character : new String[] {"é", "€", "😀"}) {
      byte[] whole = ("1234567" + character).getBytes(UTF_8);
      for (int length = 8; length < whole.length; length++) {
        assertThat(Utf8Check.eightBytes(Arrays.copyOf(whole, length))).isFalse();
      }
    }
  }
}
