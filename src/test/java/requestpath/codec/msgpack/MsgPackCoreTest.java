package requestpath.codec.msgpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;
import requestpath.codec.AddedCheckException;
import requestpath.codec.Equivalence;
import requestpath.payload.Binding;
import requestpath.payload.Item;
import requestpath.payload.ItemBean;
import requestpath.payload.Payload;
import requestpath.payload.Shape;

/** msgpack-core in its three forms: by hand, with raw keys, by its values. */
class MsgPackCoreTest {
  @Test
  void aTypeWithoutCodeByHandIsNotSupported() {
    Shape<?> unknown = Shape.one(Thread.class);
    assertThat(MsgPackLibrary.MSGPACK_CORE.supports(unknown).isSupported()).isFalse();
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> MsgPackLibrary.MSGPACK_CORE.codec(unknown))
        .withMessageContaining("by hand");
  }

  @ParameterizedTest
  @MethodSource("ofMsgpackCore")
  void unknownFieldsAreSkipped(MsgPackLibrary library, Binding binding) throws IOException {
    String longer = "longer than every name that is known".repeat(20);
    byte[] message;
    try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
      packer.packMapHeader(4).packString(longer).packString("x");
      packer.packString("id").packInt(7);
      packer.packString("new").packMapHeader(1).packString("x").packArrayHeader(2).packNil();
      packer.packBoolean(true).packString("count").packInt(9);
      message = packer.toByteArray();
    }
    Object value = library.codec(Payload.DOCUMENT.one(binding)).fromBytes(message);
    if (value instanceof Map<?, ?> map) {
      assertThat(map.keySet()).isEqualTo(Set.of(longer, "id", "new", "count"));
    } else {
      Item item = value instanceof ItemBean bean ? bean.toRecord() : (Item) value;
      assertThat(item.id()).isEqualTo(7);
      assertThat(item.count()).isEqualTo(9);
    }
  }

  @ParameterizedTest
  @MethodSource("ofMsgpackCore")
  void bytesAfterTheMessageAreRefused(MsgPackLibrary library, Binding binding, Payload payload) {
    MsgPackCodec<Object> codec = library.codec(payload.one(binding));
    assertThatThrownBy(() -> codec.fromBytes(new byte[] {(byte) 0x80, 0}))
        .hasMessage("more follows the message");
  }

  @ParameterizedTest
  @MethodSource("ofMsgpackCore")
  void aMessageCutAnywhereIsRefused(MsgPackLibrary library, Binding binding, Payload payload)
      throws IOException {
    MsgPackCodec<Object> codec = library.codec(payload.one(binding));
    byte[] message = payload.messagePack(1)[0];
    byte[] untouched = message.clone();
    for (int length = 0; length < message.length; length++) {
      byte[] cut = Arrays.copyOf(message, length);
      assertThatThrownBy(() -> codec.fromBytes(cut)).isInstanceOf(Exception.class);
    }
    assertThat(
            Equivalence.EXACT.difference(
                payload.values(binding, 1).get(0), codec.fromBytes(message)))
        .isEmpty();
    assertThat(message).isEqualTo(untouched);
  }

  @ParameterizedTest
  @MethodSource("ofMsgpackCore")
  void probeValuesComeBack(MsgPackLibrary library, Binding binding, Payload payload)
      throws IOException {
    MsgPackCodec<Object> codec = library.codec(payload.one(binding));
    for (Object value : payload.probeValues(binding)) {
      assertThat(Equivalence.EXACT.difference(value, codec.fromBytes(codec.toBytes(value))))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MSGPACK_CORE", "MSGPACK_CORE_VALUE"})
  void anEncoderThatFailedLeavesNothingBehind(MsgPackLibrary library) throws IOException {
    MsgPackCodec<Object> codec = library.codec(Payload.DOCUMENT.one(Binding.MAP));
    assertThatThrownBy(() -> codec.toBytes(Map.of("id", 1, "odd", Thread.currentThread())))
        .isInstanceOf(IOException.class);
    assertThat(codec.fromBytes(codec.toBytes(Map.of("id", 2)))).isEqualTo(Map.of("id", 2));
  }

  @ParameterizedTest
  @MethodSource("ofMsgpackCore")
  void deepNestingAndWrongLengthsAreRefused(
      MsgPackLibrary library, Binding binding, Payload payload) {
    MsgPackCodec<Object> codec = library.codec(payload.one(binding));
    // A map of two thousand million entries without any; lists of as many in a known and in an
    // unknown field; a map whose doubled count does not fit an int; long texts and binary data.
    List<byte[]> wrong =
        List.of(
            bytes(0xdf, 0x7f, 0xff, 0xff, 0xff),
            bytes(0x81, 0xa5, 'l', 'i', 'n', 'e', 's', 0xdd, 0x7f, 0xff, 0xff, 0xf0),
            bytes(0x81, 0xa1, 'x', 0xdd, 0x7f, 0xff, 0xff, 0xf0),
            bytes(0x81, 0xa1, 'x', 0xdf, 0xff, 0xff, 0xff, 0xff),
            bytes(0x81, 0xa1, 'x', 0xdb, 0x7f, 0xff, 0xff, 0xff),
            bytes(0x81, 0xa1, 'x', 0xc6, 0x7f, 0xff, 0xff, 0xff),
            bytes(0x81, 0xdb, 0x7f, 0xff, 0xff, 0xff, 'x'));
    for (byte[] message : wrong) {
      assertThatThrownBy(() -> codec.fromBytes(message)).isInstanceOf(Exception.class);
    }
    ByteArrayOutputStream deep = new ByteArrayOutputStream();
    deep.writeBytes(bytes(0x81, 0xa1, 'x'));
    deep.writeBytes("\u0091".repeat(100_000).getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> codec.fromBytes(deep.toByteArray()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("nested");
  }

  /** Each header has a count that the bytes after it could hold; together they cannot. */
  @ParameterizedTest
  @EnumSource(names = {"MSGPACK_CORE", "MSGPACK_CORE_VALUE"})
  void nestedHeadersWithWrongCountsAreRefused(MsgPackLibrary library) {
    MsgPackCodec<Object> codec = library.codec(Shape.one(Map.class));
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.writeBytes(bytes(0x81, 0xa1, 'x'));
    for (int depth = 0; depth < 450; depth++) {
      message.writeBytes(bytes(0xdd, 0x00, 0x80, 0x00, 0x00));
    }
    message.writeBytes(new byte[8 << 20]);
    assertThatThrownBy(() -> codec.fromBytes(message.toByteArray())).isInstanceOf(Exception.class);
  }

  @ParameterizedTest
  @EnumSource(names = {"MSGPACK_CORE", "MSGPACK_CORE_VALUE"})
  void everyFormAllowsTheSameDepth(MsgPackLibrary library) throws IOException {
    MsgPackCodec<Object> codec = library.codec(Shape.one(Map.class));
    assertThat(codec.fromBytes(nested(500))).isInstanceOf(Map.class);
    for (int depth : new int[] {501, 1_000}) {
      assertThatThrownBy(() -> codec.fromBytes(nested(depth)))
          .isInstanceOf(AddedCheckException.class)
          .hasMessage("nested deeper than 500");
    }
  }

  /** A map of one list, which holds a list, and so on; a nil is at this depth. */
  private static byte[] nested(int depth) {
    byte[] message = new byte[3 + depth];
    Arrays.fill(message, (byte) 0x91);
    message[0] = (byte) 0x81;
    message[1] = (byte) 0xa1;
    message[2] = 'x';
    message[message.length - 1] = (byte) 0xc0;
    return message;
  }

  @Test
  void rawKeysDoNotSupportMaps() {
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> MsgPackLibrary.MSGPACK_CORE_RAW_KEYS.codec(Shape.one(Map.class)))
        .withMessageContaining("MSGPACK_CORE");
  }

  @Test
  void valuesAloneHaveNoLimitOfDepthAndNoClasses() {
    byte[] deep = "\u0091".repeat(100_000).getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(
            () -> {
              try (MessageUnpacker unpacker = MessagePack.newDefaultUnpacker(deep)) {
                unpacker.unpackValue();
              }
            })
        .isInstanceOf(StackOverflowError.class);
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(
            () -> MsgPackLibrary.MSGPACK_CORE_VALUE.codec(Payload.DOCUMENT.one(Binding.RECORD)))
        .withMessageContaining("bound to no class");
  }

  @Test
  void integersOfValuesKeepTheirExactValue() throws IOException {
    MsgPackCodec<Object> codec =
        MsgPackLibrary.MSGPACK_CORE_VALUE.codec(Payload.NUMBERS.one(Binding.MAP));
    byte[] message = bytes(0x81, 0xa1, 'x', 0xcf, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff);
    assertThat(codec.fromBytes(message))
        .isEqualTo(Map.of("x", BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE)));
    Map<String, Object> edges =
        Map.of("a", Long.MIN_VALUE, "b", Integer.MAX_VALUE, "c", 1L << 31, "d", List.of(true, -1));
    assertThat(codec.fromBytes(codec.toBytes(edges))).isEqualTo(edges);
  }

  static Stream<Arguments> ofMsgpackCore() {
    return Stream.of(
            MsgPackLibrary.MSGPACK_CORE,
            MsgPackLibrary.MSGPACK_CORE_RAW_KEYS,
            MsgPackLibrary.MSGPACK_CORE_VALUE)
        .flatMap(
            library ->
                Stream.of(Binding.values())
                    .filter(b -> library.supports(Payload.DOCUMENT.one(b)).isSupported())
                    .flatMap(
                        binding ->
                            Stream.of(Payload.DOCUMENT, Payload.NUMBERS, Payload.NESTED)
                                .map(payload -> Arguments.of(library, binding, payload))));
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
