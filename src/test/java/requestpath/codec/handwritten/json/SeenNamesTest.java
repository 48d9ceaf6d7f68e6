package requestpath.codec.handwritten.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeenNamesTest {
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
}
