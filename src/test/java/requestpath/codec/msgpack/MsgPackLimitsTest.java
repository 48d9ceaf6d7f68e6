package requestpath.codec.msgpack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import requestpath.payload.Binding;
import requestpath.payload.Item;
import requestpath.payload.Numbers;
import requestpath.payload.Order;
import requestpath.payload.Payload;
import requestpath.payload.Shape;

/** What is at the edge of what is read and written by hand: names, depth, bytes, extensions. */
class MsgPackLimitsTest {
  private static final MsgPackCodec<Object> MAPS =
      MsgPackLibrary.HANDWRITTEN.codec(Shape.one(Map.class));

  @ParameterizedTest
  @EnumSource(names = {"HANDWRITTEN", "MSGPACK_CORE", "MSGPACK_CORE_RAW_KEYS"})
  void everyBeginningOfANameIsAnUnknownName(MsgPackLibrary library) throws IOException {
    for (Class<?> type : List.of(Item.class, Numbers.class, Order.class)) {
      if (!library.supports(Shape.one(type)).isSupported()) {
        continue;
      }
      MsgPackCodec<Object> codec = library.codec(Shape.one(type));
      Object empty = codec.fromBytes(new byte[] {(byte) 0x80});
      for (RecordComponent component : type.getRecordComponents()) {
        String name = component.getName();
        for (int length = 0; length < name.length(); length++) {
          assertThat(codec.fromBytes(message(name.substring(0, length), 1))).isEqualTo(empty);
        }
      }
    }
  }

  /** A map of one short name; what follows is a value. */
  private static byte[] message(String name, int... value) {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.write(0x81);
    message.write(0xa0 | name.length());
    message.writeBytes(name.getBytes(UTF_8));
    for (int b : value) {
      message.write(b);
    }
    return message.toByteArray();
  }

  @Test
  void everyBeginningOfAMessageIsRefused() throws IOException {
    for (Payload payload : Payload.values()) {
      for (Binding binding : Binding.values()) {
        if (!MsgPackLibrary.HANDWRITTEN.supports(payload.one(binding)).isSupported()) {
          continue;
        }
        MsgPackCodec<Object> codec = MsgPackLibrary.HANDWRITTEN.codec(payload.one(binding));
        byte[] message = payload.messagePack(1)[0];
        assertThat(codec.fromBytes(message)).isNotNull();
        for (int length = 0; length < message.length; length++) {
          byte[] beginning = Arrays.copyOf(message, length);
          assertThatThrownBy(() -> codec.fromBytes(beginning)).isInstanceOf(IOException.class);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 255, 256, 65_535, 65_536, 100_000})
  void bytesComeBack(int length) throws IOException {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) 0xff);
    byte[] message = MAPS.toBytes(Map.of("a", bytes));
    assertThat(((Map<?, ?>) MAPS.fromBytes(message)).get("a")).isEqualTo(bytes);
    int header = length < 256 ? 2 : length < 65_536 ? 3 : 5;
    assertThat(message).hasSize(3 + header + length);
  }

  @Test
  void anExtensionIsRefusedByItsName() {
    assertThatThrownBy(() -> MAPS.fromBytes(message("t", 0xd6, 0xff, 0, 0, 0, 0)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("an extension of type -1, a timestamp,");
    assertThatThrownBy(() -> MAPS.fromBytes(message("t", 0xc7, 1, 5, 'a')))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("an extension of type 5 ");
  }

  @Test
  void malformedTextIsRefusedWhereItIsSkipped() throws IOException {
    MsgPackCodec<Object> items = MsgPackLibrary.HANDWRITTEN.codec(Shape.one(Item.class));
    assertThat(items.fromBytes(message("x", 0xc4, 1, 0xc3))).isInstanceOf(Item.class);
    assertThat(items.fromBytes(message("x", 0xa2, 0xc3, 0xa9))).isInstanceOf(Item.class);
    assertThatThrownBy(() -> items.fromBytes(message("x", 0xa1, 0xc3)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("malformed UTF-8");
    assertThatThrownBy(() -> items.fromBytes(message("x", 0x81, 0xa1, 0xc3, 1)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("malformed UTF-8");
  }

  @Test
  void aMapThatHoldsItselfIsRefused() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("self", List.of(map));
    assertThatThrownBy(() -> MAPS.toBytes(map))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("nested deeper than 500");
  }

  /** A map that uses its own codec while it is written. */
  private static final class Writing extends AbstractMap<String, Object> {
    @Override
    public Set<Entry<String, Object>> entrySet() {
      try {
        return Map.<String, Object>of("inner", MAPS.toBytes(Map.of("deep", 1))).entrySet();
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Test
  void aMapMayWriteWhileItIsWritten() throws IOException {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("before", "a text");
    map.put("writing", new Writing());
    map.put("after", 1);
    Map<?, ?> read = (Map<?, ?>) MAPS.fromBytes(MAPS.toBytes(map));
    assertThat(read.get("before")).isEqualTo("a text");
    assertThat(((Map<?, ?>) read.get("writing")).get("inner"))
        .isEqualTo(MAPS.toBytes(Map.of("deep", 1)));
    assertThat(read.get("after")).isEqualTo(1);
  }
}
