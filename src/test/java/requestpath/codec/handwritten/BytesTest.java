package requestpath.codec.handwritten;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BytesTest {
  private static final int ROOM = 64;

  @Test
  void whatIsBeyondTheEndIsReadAsZeros() {
    for (int length = 0; length < 20; length++) {
      byte[] bytes = new byte[length];
      for (int i = 0; i < length; i++) {
        bytes[i] = (byte) (0xf0 + i);
      }
      byte[] withZeros = Arrays.copyOf(bytes, ROOM);
      for (int at = 0; at < length + Long.BYTES; at++) {
        assertThat(Bytes.eightOrFewer(bytes, at))
            .as("%d of %d bytes", at, length)
            .isEqualTo(Bytes.eight(withZeros, at));
      }
    }
  }

  @Test
  void aTextIsCopiedWhateverItsLength() {
    String all = "The quick brown fox jumps over it";
    for (int length = 0; length <= all.length(); length++) {
      String text = all.substring(0, length);
      byte[] target = new byte[ROOM];
      assertThat(Bytes.copyAscii(text, target, 3)).as(text).isTrue();
      assertThat(new String(target, 3, length, StandardCharsets.US_ASCII)).isEqualTo(text);
      assertThat(Bytes.copyPlain(text, target, 3)).as(text).isTrue();
      assertThat(new String(target, 3, length, StandardCharsets.US_ASCII)).isEqualTo(text);
    }
  }

  @Test
  void aCharacterThatDoesNotFitIsSeenWhereverItStands() {
    for (char wrong : new char[] {0x80, 0xff, 0x100, 0x141, 0x2041, 0xd800}) {
      for (int length = 1; length < 20; length++) {
        for (int at = 0; at < length; at++) {
          String text = "a".repeat(at) + wrong + "a".repeat(length - at - 1);
          assertThat(Bytes.copyAscii(text, new byte[ROOM], 0)).as(text).isFalse();
          assertThat(Bytes.copyPlain(text, new byte[ROOM], 0)).as(text).isFalse();
        }
      }
    }
  }

  @Test
  void whatMustBeEscapedIsSeenWhereverItStands() {
    for (char c = 0; c < 0x80; c++) {
      boolean isPlain = c >= ' ' && c != '"' && c != '\\';
      for (int length = 1; length < 20; length++) {
        for (int at = 0; at < length; at++) {
          String text = "a".repeat(at) + c + "a".repeat(length - at - 1);
          assertThat(Bytes.copyPlain(text, new byte[ROOM], 0)).as(text).isEqualTo(isPlain);
          assertThat(Bytes.copyAscii(text, new byte[ROOM], 0)).as(text).isTrue();
        }
      }
    }
  }

  @Test
  void twoWordsAreCopiedAsAnyTextIs() {
    for (char c : new char[] {'b', '"', '\\', 0, 0x1f, 0x7f, 0x80, 0xff, 0x100, 0x141, 0xd800}) {
      for (int length = 8; length <= 16; length++) {
        for (int at = 0; at < length; at++) {
          String text = "a".repeat(at) + c + "a".repeat(length - at - 1);
          byte[] words = new byte[length + 2];
          boolean isPlain = Bytes.copyTwoWords(text, words, 1);
          assertThat(isPlain).as(text).isEqualTo(Bytes.copyPlain(text, new byte[ROOM], 0));
          if (isPlain) {
            assertThat(new String(words, StandardCharsets.US_ASCII)).isEqualTo("\0" + text + "\0");
          }
        }
      }
    }
  }

  @Test
  void theFirstByteThatIsSpecialIsFound() {
    for (int b = 0; b < 0x100; b++) {
      boolean isPlain = b >= ' ' && b < 0x80 && b != '"' && b != '\\';
      for (int at = 0; at < Long.BYTES; at++) {
        byte[] bytes = "aaaaaaaa".getBytes(StandardCharsets.US_ASCII);
        bytes[at] = (byte) b;
        assertThat(Long.numberOfTrailingZeros(Bytes.special(Bytes.eight(bytes, 0))) >>> 3)
            .as("byte %d at %d", b, at)
            .isEqualTo(isPlain ? Long.BYTES : at);
      }
    }
  }
}
