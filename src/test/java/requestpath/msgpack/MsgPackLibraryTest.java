package requestpath.msgpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import requestpath.payload.Binding;
import requestpath.payload.Equivalence;
import requestpath.payload.Item;
import requestpath.payload.ItemBean;
import requestpath.payload.Payload;
import requestpath.payload.Shape;

class MsgPackLibraryTest {
  @ParameterizedTest
  @MethodSource("encodersAndDecoders")
  void whatOneWritesTheOtherReads(
      MsgPackLibrary encoder, MsgPackLibrary decoder, Binding binding, Payload payload)
      throws IOException {
    MsgPackCodec<Object> writing = encoder.codec(payload.one(binding));
    MsgPackCodec<Object> reading = decoder.codec(payload.one(binding));

    for (Object value : payload.values(binding, 200)) {
      assertThat(Equivalence.EXACT.difference(value, reading.fromBytes(writing.toBytes(value))))
          .isEmpty();
    }
  }

  static Stream<Arguments> encodersAndDecoders() {
    Stream.Builder<Arguments> all = Stream.builder();
    for (MsgPackLibrary encoder : MsgPackLibrary.values()) {
      for (MsgPackLibrary decoder : MsgPackLibrary.values()) {
        for (Binding binding : Binding.values()) {
          for (Payload payload : Payload.values()) {
            Shape<Object> shape = payload.one(binding);
            if (encoder.supports(shape).isSupported() && decoder.supports(shape).isSupported()) {
              all.add(Arguments.of(encoder, decoder, binding, payload));
            }
          }
        }
      }
    }
    return all.build();
  }

  @ParameterizedTest
  @EnumSource
  void integersAndFloatsTakeTheirSmallestForms(MsgPackLibrary library) throws IOException {
    byte[][] expected = Payload.DOCUMENT.messagePack(300);
    MsgPackCodec<Object> codec = library.codec(Payload.DOCUMENT.one(Binding.RECORD));

    List<Object> values = Payload.DOCUMENT.values(Binding.RECORD, 300);
    for (int i = 0; i < values.size(); i++) {
      assertThat(codec.toBytes(values.get(i))).isEqualTo(expected[i]);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMeasuredRowSaysWhatItUses(MsgPackLibrary library) {
    assertThat(library.codec(Payload.DOCUMENT.one(Binding.RECORD)).description())
        .containsPattern("^\\S+ \\d+(\\.\\d+)*");
  }

  @Test
  void msgpackCoreBindsNoTypeThatNobodyWroteByHand() {
    Shape<?> unknown = Shape.one(Thread.class);
    assertThat(MsgPackLibrary.MSGPACK_CORE.supports(unknown).isSupported()).isFalse();
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> MsgPackLibrary.MSGPACK_CORE.codec(unknown))
        .withMessageContaining("by hand");
  }

  @ParameterizedTest
  @EnumSource(Binding.class)
  void msgpackCoreSkipsFieldsThatItDoesNotKnow(Binding binding) throws IOException {
    byte[] message;
    try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
      packer.packMapHeader(3).packString("id").packInt(7);
      packer.packString("new").packMapHeader(1).packString("x").packArrayHeader(2).packNil();
      packer.packBoolean(true).packString("count").packInt(9);
      message = packer.toByteArray();
    }
    Object value =
        MsgPackLibrary.MSGPACK_CORE.codec(Payload.DOCUMENT.one(binding)).fromBytes(message);
    if (value instanceof Map<?, ?> map) {
      assertThat(map.keySet()).isEqualTo(Set.of("id", "new", "count"));
    } else {
      Item item = value instanceof ItemBean bean ? bean.toRecord() : (Item) value;
      assertThat(item.id()).isEqualTo(7);
      assertThat(item.count()).isEqualTo(9);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theTypesOfTheBindingComeBack(MsgPackLibrary library) throws IOException {
    for (Binding binding : Binding.values()) {
      Object element =
          library
              .codec(Payload.DOCUMENT.one(binding))
              .fromBytes(Payload.DOCUMENT.messagePack(1)[0]);
      assertThat(element).isInstanceOf(Payload.DOCUMENT.one(binding).element());
    }
  }

  @ParameterizedTest
  @EnumSource
  void largeAndSmallMessagesFollowEachOther(MsgPackLibrary library) throws IOException {
    MsgPackCodec<Object> codec = library.codec(Payload.DOCUMENT.one(Binding.RECORD));
    for (int length : new int[] {1, 100_000, 5, 8_192, 3_000_000, 0, 40_000}) {
      Item item = new Item(1, "x".repeat(length), "é".repeat(length), "", 2, 3.5);
      assertThat(codec.fromBytes(codec.toBytes(item))).isEqualTo(item);
    }
  }

  @Test
  void msgpackCoreRefusesWhatFollowsAMessage() {
    MsgPackCodec<Object> codec =
        MsgPackLibrary.MSGPACK_CORE.codec(Payload.DOCUMENT.one(Binding.RECORD));
    assertThatThrownBy(() -> codec.fromBytes(new byte[] {(byte) 0x80, 0}))
        .hasMessage("more follows the message");
  }

  @Test
  void anEncoderThatFailedLeavesNothingBehind() throws IOException {
    MsgPackCodec<Object> codec =
        MsgPackLibrary.MSGPACK_CORE.codec(Payload.DOCUMENT.one(Binding.MAP));
    assertThatThrownBy(() -> codec.toBytes(Map.of("id", 1, "odd", Thread.currentThread())))
        .isInstanceOf(IOException.class);
    assertThat(codec.fromBytes(codec.toBytes(Map.of("id", 2)))).isEqualTo(Map.of("id", 2));
  }

  @ParameterizedTest
  @EnumSource(Binding.class)
  void msgpackCoreSurvivesDepthAndLengthsThatLie(Binding binding) {
    MsgPackCodec<Object> codec = MsgPackLibrary.MSGPACK_CORE.codec(Payload.DOCUMENT.one(binding));
    // A map of two thousand million entries, of which none follows.
    byte[] lying = {(byte) 0xdf, 0x7f, -1, -1, -1};
    assertThatThrownBy(() -> codec.fromBytes(lying)).isInstanceOf(Exception.class);
    ByteArrayOutputStream deep = new ByteArrayOutputStream();
    deep.writeBytes(new byte[] {(byte) 0x81, (byte) 0xa1, 'x'});
    deep.writeBytes("\u0091".repeat(100_000).getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> codec.fromBytes(deep.toByteArray()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("nested deeper");
  }
}
