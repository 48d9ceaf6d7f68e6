package requestpath.codec.handwritten;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Texts and doubles that are found again, and bounded in number and length. */
class CachesTest {
  @Test
  void aTextIsFoundByAllItsBytes() {
    TextCache cache = new TextCache();
    for (String text :
        new String[] {"", "a", "seven77", "eight888", "a description", "x".repeat(64)}) {
      byte[] bytes = ("<" + text + ">").getBytes(UTF_8);
      int length = bytes.length - 2;
      cache.put(bytes, 1, length, text);
      assertThat(cache.get(bytes, 1, length)).isSameAs(text);
      if (length > 0) {
        bytes[1 + length / 2] ^= 1;
        assertThat(cache.get(bytes, 1, length)).isNull();
      }
    }
  }

  @Test
  void longTextsAreNotKept() {
    byte[] bytes = new byte[TextCache.MAX_LENGTH + 1];
    TextCache cache = new TextCache();
    cache.put(bytes, 0, bytes.length, "long");
    assertThat(cache.get(bytes, 0, bytes.length)).isNull();
    EncodedTextCache encoded = new EncodedTextCache();
    encoded.put("long", new byte[2 * TextCache.MAX_LENGTH + 1]);
    assertThat(encoded.get("long")).isNull();
  }

  @Test
  void moreTextsThanThereIsRoomForPushEachOtherOut() {
    TextCache cache = new TextCache();
    EncodedTextCache encoded = new EncodedTextCache();
    DoubleCache doubles = new DoubleCache();
    int count = 10 * TextCache.ENTRIES;
    for (int i = 0; i < count; i++) {
      byte[] bytes = Integer.toString(i).getBytes(UTF_8);
      cache.put(bytes, 0, bytes.length, Integer.toString(i));
      encoded.put(Integer.toString(i), bytes);
      doubles.put(i, bytes);
    }
    int found = 0;
    for (int i = 0; i < count; i++) {
      byte[] bytes = Integer.toString(i).getBytes(UTF_8);
      String text = cache.get(bytes, 0, bytes.length);
      assertThat(text).isIn(null, Integer.toString(i));
      assertThat(encoded.get(Integer.toString(i))).isIn(null, bytes);
      assertThat(doubles.get(i)).isIn(null, bytes);
      found += text == null ? 0 : 1;
    }
    assertThat(found).isBetween(1, TextCache.ENTRIES);
  }

  @Test
  void zerosOfBothSignsAreTwoDoubles() {
    DoubleCache cache = new DoubleCache();
    cache.put(0.0, new byte[] {1});
    cache.put(-0.0, new byte[] {2});
    assertThat(cache.get(-0.0)).isIn(null, new byte[] {2});
    assertThat(cache.get(0.0)).isIn(null, new byte[] {1});
  }

  @Test
  void aNameIsFoundByAllItsBytes() {
    SeenNames seen = new SeenNames();
    for (String name :
        new String[] {"a", "seven77", "eight888", "description", "sixteen_16_bytes"}) {
      byte[] bytes = name.getBytes(UTF_8);
      seen.put(bytes, 0, bytes.length, name);
      assertThat(seen.get(bytes, 0, bytes.length)).isSameAs(name);
      for (int i = 0; i < bytes.length; i++) {
        byte[] other = bytes.clone();
        other[i] ^= 1;
        assertThat(seen.get(other, 0, other.length)).isNull();
      }
      assertThat(seen.get(bytes, 0, bytes.length - 1)).isNull();
    }
  }

  @Test
  void longNamesAndNamesBeyondAsciiAreNotKept() {
    SeenNames seen = new SeenNames();
    for (String name : new String[] {"", "né", "a name of seventeen"}) {
      byte[] bytes = name.getBytes(UTF_8);
      seen.put(bytes, 0, bytes.length, name);
      assertThat(seen.get(bytes, 0, bytes.length)).isNull();
    }
  }

  @Test
  void knownNamesAreThoseOfThePayloadAlone() {
    for (String name : new String[] {"id", "description", "releaseYear"}) {
      byte[] bytes = name.getBytes(UTF_8);
      assertThat(KnownNames.get(bytes, 0, bytes.length)).isEqualTo(name);
    }
    byte[] unknown = "unknown".getBytes(UTF_8);
    assertThat(KnownNames.get(unknown, 0, unknown.length)).isNull();
  }

  @Test
  void aBufferThatIsTooLargeIsNotKept() {
    byte[] small = new byte[Buffers.MAX_KEPT_SIZE];
    assertThat(Buffers.kept(small)).isSameAs(small);
    assertThat(Buffers.kept(new byte[Buffers.MAX_KEPT_SIZE + 1])).hasSize(Buffers.INITIAL_SIZE);
    assertThat(Buffers.grown(new byte[10], 5)).hasSize(20);
    assertThat(Buffers.grown(new byte[10], 50)).hasSize(50);
  }
}
