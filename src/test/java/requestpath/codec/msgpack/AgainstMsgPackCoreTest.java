package requestpath.codec.msgpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;
import requestpath.payload.Item;
import requestpath.payload.Payload;
import requestpath.payload.Shape;

/** What is written and read by hand, against msgpack-core, on right and on wrong input. */
class AgainstMsgPackCoreTest {
  private static final long SEED = 2008;
  private static final int MUTATIONS = 25_000;

  @Test
  void damagedMessagesAreReadAsMsgPackCoreReadsThem() throws IOException {
    Random random = new Random(SEED);
    List<byte[]> messages = messages();
    int accepted = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] message = messages.get(random.nextInt(messages.size())).clone();
      for (int faults = 1 + random.nextInt(3); faults > 0; faults--) {
        message = fault(message, random);
      }
      accepted += MsgPackOracle.check(message) ? 1 : 0;
    }
    // Both verdicts must come often, or the comparison says little.
    assertThat(accepted).isBetween(MUTATIONS / 20, MUTATIONS * 19 / 20);
  }

  private static byte[] fault(byte[] message, Random random) {
    int at = random.nextInt(message.length);
    switch (random.nextInt(4)) {
      case 0 -> message[at] = (byte) random.nextInt();
      case 1 -> message[at] = (byte) (0xc0 + random.nextInt(32));
      case 2 -> message[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
      default -> {
        int length = Math.max(1, message.length - random.nextInt(3));
        return Arrays.copyOf(message, random.nextBoolean() ? length : message.length + 1);
      }
    }
    return message;
  }

  private static List<byte[]> messages() throws IOException {
    List<byte[]> messages = new ArrayList<>();
    for (Payload payload : Payload.values()) {
      messages.addAll(List.of(payload.messagePack(4)));
      messages.addAll(List.of(payload.probeMessagePack()));
    }
    try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
      packer.packMapHeader(6);
      packer.packString("created_at").packFloat(0.5f).packString("id").packLong(7);
      packer.packString("new").packArrayHeader(2).packMapHeader(0).packNil();
      packer
          .addPayload(new byte[] {(byte) 0xd9, 5})
          .addPayload("count".getBytes(StandardCharsets.US_ASCII));
      packer.addPayload(new byte[] {(byte) 0xd3, 0, 0, 0, 0, 0, 0, 1, 0});
      packer
          .addPayload(new byte[] {(byte) 0xc4, 4})
          .addPayload("type".getBytes(StandardCharsets.US_ASCII));
      packer.packBinaryHeader(2).addPayload("ab".getBytes(StandardCharsets.US_ASCII));
      packer.packString("ext").packExtensionTypeHeader((byte) 1, 3).addPayload(new byte[3]);
      messages.add(packer.toByteArray());
    }
    messages.forEach(MsgPackOracle::check);
    return messages;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 499, 500, 501, 5000})
  void depthIsThatOfTheOtherRow(int depth) {
    byte[] message = new byte[3 + depth + 1];
    message[0] = (byte) 0x81;
    message[1] = (byte) 0xa1;
    message[2] = 'x';
    Arrays.fill(message, 3, 3 + depth, (byte) 0x91);
    MsgPackOracle.check(message);
  }

  @Test
  void randomValuesAreWrittenAsMsgPackCoreWritesThem() throws IOException {
    Random random = new Random(SEED);
    MsgPackCodec<Object> core = MsgPackLibrary.MSGPACK_CORE.codec(Shape.one(Map.class));
    MsgPackCodec<Object> plain = MsgPackLibrary.HANDWRITTEN.codec(Shape.one(Map.class));
    for (int i = 0; i < 10_000; i++) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put(text(random), text(random));
      map.put("i", random.nextInt() >> random.nextInt(32));
      map.put("l", random.nextLong() >> random.nextInt(64));
      map.put("d", Double.longBitsToDouble(random.nextLong()));
      map.put("b", new BigInteger(64, random));
      map.put("a", List.of(true, Map.of(), List.of(), text(random), false));
      byte[] expected = core.toBytes(map);
      assertThat(plain.toBytes(map)).isEqualTo(expected);
      MsgPackOracle.check(expected);
    }
  }

  @Test
  void textsOfAllLengthsTakeTheirSmallestForm() throws IOException {
    MsgPackCodec<Object> core = MsgPackLibrary.MSGPACK_CORE.codec(Shape.one(Map.class));
    MsgPackCodec<Object> plain = MsgPackLibrary.HANDWRITTEN.codec(Shape.one(Map.class));
    for (int length : new int[] {0, 1, 7, 8, 9, 31, 32, 33, 255, 256, 65_535, 65_536, 100_000}) {
      for (String letter : List.of("a", "é", "語")) {
        Object map = Map.of("text", letter.repeat(length));
        assertThat(plain.toBytes(map)).isEqualTo(core.toBytes(map));
        assertThat(plain.fromBytes(core.toBytes(map))).isEqualTo(map);
      }
    }
  }

  @Test
  void itemsTakeTheirSmallestFormWhateverTheyHold() throws IOException {
    MsgPackCodec<Item> core = MsgPackLibrary.MSGPACK_CORE.codec(Shape.one(Item.class));
    MsgPackCodec<Item> byHand = MsgPackLibrary.HANDWRITTEN.codec(Shape.one(Item.class));
    List<Item> items = new ArrayList<>();
    for (int length : new int[] {0, 1, 7, 8, 31, 32, 255, 256, 65_535, 65_536}) {
      for (String letter : List.of("a", "é", "\u0141")) {
        String text = letter.repeat(length);
        items.add(new Item(1, text, "b", "c", 2, 3));
        items.add(new Item(1, "a", text, "c", 2, 3));
        items.add(new Item(1, "a", "b", text, 2, 3));
      }
    }
    for (int shift = 0; shift < Integer.SIZE; shift++) {
      for (int one = -1; one <= 1; one++) {
        int value = (1 << shift) + one;
        items.add(new Item(value, "a", "b", "c", -value, value));
        items.add(new Item(-value, "a", "b", "c", value, -value));
      }
    }
    for (Item item : items) {
      byte[] expected = core.toBytes(item);
      assertThat(byHand.toBytes(item)).as(item.toString()).isEqualTo(expected);
      assertThat(byHand.fromBytes(expected)).isEqualTo(item);
    }
  }

  @Test
  void anIntegerIsTakenForADoubleWhereItIsExactAndOnlyThere() throws IOException {
    MsgPackCodec<Item> codec = MsgPackLibrary.HANDWRITTEN.codec(Shape.one(Item.class));
    assertThat(codec.fromBytes(createdAt(1L << 53)).created_at()).isEqualTo(0x1p53);
    assertThat(codec.fromBytes(createdAt(-33)).created_at()).isEqualTo(-33);
    for (long inexact : new long[] {(1L << 53) + 1, Long.MAX_VALUE, Long.MIN_VALUE + 1}) {
      assertThatThrownBy(() -> codec.fromBytes(createdAt(inexact))).isInstanceOf(IOException.class);
    }
  }

  private static byte[] createdAt(long value) throws IOException {
    try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
      packer.packMapHeader(1).packString("created_at").packLong(value);
      return packer.toByteArray();
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(40); left > 0; left--) {
      int c = random.nextInt(random.nextBoolean() ? 0x80 : 0x110000);
      text.appendCodePoint(c < 0xd800 || c > 0xdfff ? c : 'x');
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud800", "a\udc00b", "twelve chars\ud83d", "\ude00\ud83d"})
  void halfAPairIsRefused(String text) {
    MsgPackCodec<Object> codec = MsgPackLibrary.HANDWRITTEN.codec(Shape.one(Map.class));
    assertThatThrownBy(() -> codec.toBytes(Map.of("a", text))).isInstanceOf(IOException.class);
  }
}
