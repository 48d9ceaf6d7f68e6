package requestpath.msgpack;

import java.io.IOException;
import java.nio.charset.CodingErrorAction;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePackException;
import org.msgpack.core.MessageUnpacker;
import requestpath.payload.Equivalence;
import requestpath.payload.Item;
import requestpath.payload.Shape;

/**
 * Compares what is read by hand with what msgpack-core reads of any bytes, told to report malformed
 * UTF-8: both refuse or both give the same.
 */
final class MsgPackOracle {
  private static final MessagePack.UnpackerConfig STRICT =
      new MessagePack.UnpackerConfig()
          .withActionOnMalformedString(CodingErrorAction.REPORT)
          .withActionOnUnmappableString(CodingErrorAction.REPORT);

  private static final MsgPackCodec<Object> MAPS =
      MsgPackLibrary.HANDWRITTEN.codec(Shape.one(Map.class));
  private static final MsgPackCodec<Object> ITEMS =
      MsgPackLibrary.HANDWRITTEN.codec(Shape.one(Item.class));
  private static final MsgPackCodec<Object> CACHED_ITEMS =
      MsgPackLibrary.HANDWRITTEN_CACHED.codec(Shape.one(Item.class));

  private MsgPackOracle() {}

  /**
   * Compares.
   *
   * @return whether the message was accepted
   * @throws AssertionError when they differ
   */
  static boolean check(byte[] message) {
    @Nullable Object expected = core(new MsgPackCoreMaps(), message);
    @Nullable Object actual = byHand(MAPS, message);
    // Numbers by value: msgpack-core makes a Long of every integer of 32 bits without a sign.
    require(
        (expected == null) == (actual == null)
            && Equivalence.EXACT.difference(expected, actual).isEmpty(),
        message,
        actual + " and not " + expected);
    @Nullable Object item = byHand(ITEMS, message);
    @Nullable Object expectedItem = core(new MsgPackCoreItems.OfRecord(), message);
    // By hand some are read that msgpack-core refuses: integers for a double, anything that the
    // specification allows in a field that nobody knows.
    require(
        expectedItem == null || expectedItem.equals(item),
        message,
        item + " and not " + expectedItem);
    require(
        item == null || expectedItem != null || expected == null || !isItem(expected),
        message,
        item + " where msgpack-core refuses");
    require(Objects.equals(item, byHand(CACHED_ITEMS, message)), message, "cached otherwise");
    return actual != null;
  }

  /** Whether msgpack-core would read it: texts for texts, a float for the double. */
  private static boolean isItem(Object map) {
    return map instanceof Map<?, ?> members
        && (!members.containsKey("created_at") || members.get("created_at") instanceof Double);
  }

  private static @Nullable Object core(MsgPackCoreTemplate<?> template, byte[] message) {
    try (MessageUnpacker unpacker = STRICT.newUnpacker(message)) {
      return ReusedUnpacker.read(template, unpacker);
    } catch (IOException | MessagePackException refused) {
      return null;
    }
  }

  private static @Nullable Object byHand(MsgPackCodec<Object> codec, byte[] message) {
    try {
      return codec.fromBytes(message);
    } catch (IOException refused) {
      return null;
    }
  }

  private static void require(boolean holds, byte[] message, String what) {
    if (!holds) {
      throw new AssertionError(what + ": " + HexFormat.of().formatHex(message));
    }
  }
}
