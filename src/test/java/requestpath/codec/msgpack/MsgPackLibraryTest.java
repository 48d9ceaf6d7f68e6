package requestpath.codec.msgpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import requestpath.codec.Equivalence;
import requestpath.payload.Binding;
import requestpath.payload.Item;
import requestpath.payload.Payload;
import requestpath.payload.Shape;
import requestpath.payload.Tree;

/** What holds for every library. */
class MsgPackLibraryTest {
  private static final Shape<Object> MAP = Shape.one(Map.class);
  private static final MsgPackCodec<Object> REFERENCE = MsgPackLibrary.HANDWRITTEN.codec(MAP);

  /** All write the same bytes, each number in its smallest form; so each reads what any writes. */
  @ParameterizedTest
  @MethodSource("variants")
  void everyLibraryWritesAndReadsTheBytesOfTheReference(
      MsgPackLibrary library, Binding binding, Payload payload) throws IOException {
    Shape<Object> shape = payload.one(binding);
    MsgPackCodec<Object> codec = library.codec(shape);
    for (Object value : payload.values(binding, 200)) {
      byte[] message = REFERENCE.toBytes(Tree.of(value));
      assertThat(codec.toBytes(value)).isEqualTo(message);
      Object read = codec.fromBytes(message);
      assertThat(read).isInstanceOf(shape.element());
      assertThat(Equivalence.EXACT.difference(value, read)).isEmpty();
    }
  }

  static Stream<Arguments> variants() {
    Stream.Builder<Arguments> all = Stream.builder();
    for (MsgPackLibrary library : MsgPackLibrary.values()) {
      for (Binding binding : Binding.values()) {
        for (Payload payload : Payload.values()) {
          if (payload.supports(binding).isSupported()
              && library.supports(payload.one(binding)).isSupported()) {
            all.add(Arguments.of(library, binding, payload));
          }
        }
      }
    }
    return all.build();
  }

  @ParameterizedTest
  @EnumSource
  void theBytesOfAPayloadAreThoseThatEachLibraryWrites(MsgPackLibrary library) throws IOException {
    Binding binding = supported(library).get(0);
    MsgPackCodec<Object> codec = library.codec(Payload.DOCUMENT.one(binding));
    List<Object> values = Payload.DOCUMENT.values(binding, 300);
    byte[][] expected = Payload.DOCUMENT.messagePack(300);
    for (int i = 0; i < values.size(); i++) {
      assertThat(codec.toBytes(values.get(i))).isEqualTo(expected[i]);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1L << 33, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 31, -1})
  void aLongInAMapComesBackAsTheSmallestTypeThatHoldsIt(long number) throws IOException {
    BigInteger large = BigInteger.ONE.shiftLeft(63);
    for (MsgPackLibrary library : ofMaps().toList()) {
      MsgPackCodec<Object> codec = library.codec(MAP);
      Object read = ((Map<?, ?>) codec.fromBytes(codec.toBytes(Map.of("n", number)))).get("n");
      assertThat(((Number) read).longValue()).isEqualTo(number);
      assertThat(read).isInstanceOfAny(Long.class, Integer.class);
      assertThat(codec.fromBytes(codec.toBytes(Map.of("n", large)))).isEqualTo(Map.of("n", large));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theDescriptionHasTheVersionOfTheLibrary(MsgPackLibrary library) {
    Binding binding = supported(library).get(0);
    assertThat(library.codec(Payload.DOCUMENT.one(binding)).description())
        .containsPattern("^\\S+ \\d+(\\.\\d+)*");
  }

  @ParameterizedTest
  @EnumSource
  void largeAndSmallMessagesFollowEachOther(MsgPackLibrary library) throws IOException {
    boolean records = supported(library).contains(Binding.RECORD);
    Binding binding = records ? Binding.RECORD : Binding.MAP;
    MsgPackCodec<Object> codec = library.codec(Payload.DOCUMENT.one(binding));
    for (int length : new int[] {1, 100_000, 5, 8_192, 3_000_000, 0, 40_000}) {
      String name = "x".repeat(length);
      String description = "é".repeat(length);
      Object value =
          records
              ? new Item(1, name, description, "", 2, 3.5)
              : Map.of("name", name, "description", description);
      assertThat(codec.fromBytes(codec.toBytes(value))).isEqualTo(value);
    }
  }

  @ParameterizedTest
  @MethodSource("ofMaps")
  void binaryDataInAMapComesBack(MsgPackLibrary library) throws IOException {
    MsgPackCodec<Object> codec = library.codec(MAP);
    for (int length : new int[] {0, 1, 255, 256, 65_535, 65_536, 65_537, 300_000}) {
      byte[] bytes = new byte[length];
      Arrays.fill(bytes, (byte) 0xc1);
      Map<String, Object> map = Map.of("list", List.of(bytes));
      byte[] message = codec.toBytes(map);
      assertThat(message).isEqualTo(REFERENCE.toBytes(map));
      List<?> read = (List<?>) ((Map<?, ?>) codec.fromBytes(message)).get("list");
      assertThat(read.get(0)).isEqualTo(bytes);
      byte[] cut = Arrays.copyOf(message, message.length - 1);
      assertThatThrownBy(() -> codec.fromBytes(cut)).isInstanceOf(Exception.class);
    }
  }

  static Stream<MsgPackLibrary> ofMaps() {
    return Stream.of(MsgPackLibrary.values())
        .filter(library -> library.supports(MAP).isSupported());
  }

  private static List<Binding> supported(MsgPackLibrary library) {
    return Stream.of(Binding.values())
        .filter(binding -> library.supports(Payload.DOCUMENT.one(binding)).isSupported())
        .toList();
  }
}
