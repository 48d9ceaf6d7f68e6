package requestpath.codec.msgpack;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.ExtensionTypeHeader;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePackException;
import org.msgpack.core.MessageUnpacker;
import requestpath.TreeBinder;
import requestpath.harness.api.RefusedException;
import requestpath.payload.Item;
import requestpath.payload.ItemBean;
import requestpath.payload.Shape;
import requestpath.payload.Tree;

/**
 * Compares the hand-written reference with msgpack-core, set to report malformed UTF-8, on any
 * bytes: both refuse them or both read the same, for every shape.
 */
final class MsgPackOracle {
  private static final MessagePack.UnpackerConfig STRICT =
      new MessagePack.UnpackerConfig()
          .withActionOnMalformedString(CodingErrorAction.REPORT)
          .withActionOnUnmappableString(CodingErrorAction.REPORT);

  private static final int MAX_DEPTH = 500;

  /** Deeper messages are refused a little earlier or later by who does not know their members. */
  private static final int SURE_DEPTH = 400;

  private static final Row MAPS = new Row(Shape.one(Map.class));
  private static final List<Row> TYPED =
      List.of(new Row(Shape.one(Item.class)), new Row(Shape.one(ItemBean.class)));

  /** A shape with what reads it. */
  private record Row(Shape<Object> shape, MsgPackCodec<Object> codec) {
    Row(Shape<Object> shape) {
      this(shape, MsgPackLibrary.HANDWRITTEN.codec(shape));
    }
  }

  /** An extension, with any content. */
  private static final Object EXTENSION = new Object();

  private MsgPackOracle() {}

  /**
   * Compares.
   *
   * @return whether the message was accepted as a map
   * @throws AssertionError when they differ
   */
  static boolean check(byte[] message) {
    byte[] untouched = message.clone();
    Core core = new Core();
    @Nullable Object tree = core.read(message);
    @Nullable Object expected = tree instanceof Map && !core.hasExtension ? tree : null;
    @Nullable Object actual = byHand(MAPS.codec, message);
    require(same(expected, actual), message, "map " + actual + " and not " + expected);
    for (Row row : TYPED) {
      checkTyped(row, message, tree, core);
    }
    require(Arrays.equals(message, untouched), message, "changed");
    return actual != null;
  }

  private static void checkTyped(Row row, byte[] message, @Nullable Object tree, Core core) {
    @Nullable Object actual = Tree.of(byHand(row.codec, message));
    // With a name twice what counts is the last one; that the first must be right, too, is ours.
    if (!core.hasNameTwice && core.deepest < SURE_DEPTH) {
      @Nullable Object expected = Tree.of(BINDER.bind(row.shape, tree));
      require(
          Objects.equals(expected, actual),
          message,
          row.shape + " " + actual + " and not " + expected);
    }
  }

  /** A float is no integer; an integer that a double holds is one; bytes may stand for a text. */
  private static final TreeBinder BINDER =
      new TreeBinder() {
        @Override
        protected BigInteger integer(@Nullable Object value) throws RefusedException {
          if (value instanceof BigInteger integer) {
            return integer;
          }
          throw new RefusedException("no integer");
        }

        @Override
        protected double real(@Nullable Object value) throws RefusedException {
          if (value instanceof Double number) {
            return number;
          }
          BigInteger integer = integer(value);
          double real = integer.doubleValue();
          if (integer.bitLength() >= Long.SIZE
              || new BigDecimal(real).compareTo(new BigDecimal(integer)) != 0) {
            throw new RefusedException("no double");
          }
          return real;
        }

        @Override
        protected String text(Object value) throws RefusedException {
          if (value instanceof String text) {
            return text;
          }
          if (value instanceof byte[] bytes) {
            try {
              return decoded(bytes);
            } catch (CharacterCodingException e) {
              throw new RefusedException("malformed UTF-8");
            }
          }
          throw new RefusedException("no text");
        }
      };

  private static String decoded(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  /** Reads a tree by msgpack-core, integers as {@link BigInteger}. */
  private static final class Core {
    boolean hasExtension;
    boolean hasNameTwice;
    int deepest;

    @Nullable Object read(byte[] message) {
      try (MessageUnpacker unpacker = STRICT.newUnpacker(message)) {
        Object tree = value(unpacker, MAX_DEPTH);
        return unpacker.hasNext() ? null : tree;
      } catch (IOException | MessagePackException refused) {
        return null;
      }
    }

    private @Nullable Object value(MessageUnpacker unpacker, int depth) throws IOException {
      if (depth < 0) {
        throw new IOException("too deep");
      }
      deepest = Math.max(deepest, MAX_DEPTH - depth);
      return switch (unpacker.getNextFormat().getValueType()) {
        case STRING -> unpacker.unpackString();
        case INTEGER -> unpacker.unpackBigInteger();
        case FLOAT -> unpacker.unpackDouble();
        case BOOLEAN -> unpacker.unpackBoolean();
        case NIL -> {
          unpacker.unpackNil();
          yield null;
        }
        case MAP -> map(unpacker, depth);
        case ARRAY -> list(unpacker, depth);
        case BINARY -> payload(unpacker, unpacker.unpackBinaryHeader());
        case EXTENSION -> {
          ExtensionTypeHeader header = unpacker.unpackExtensionTypeHeader();
          payload(unpacker, header.getLength());
          hasExtension = true;
          yield EXTENSION;
        }
      };
    }

    private Map<String, @Nullable Object> map(MessageUnpacker unpacker, int depth)
        throws IOException {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      for (int left = unpacker.unpackMapHeader(); left > 0; left--) {
        Object name = value(unpacker, depth - 1);
        if (name instanceof byte[] bytes) {
          name = decoded(bytes);
        }
        if (!(name instanceof String text)) {
          throw new IOException("a name that is no text");
        }
        hasNameTwice |= map.containsKey(text);
        map.put(text, value(unpacker, depth - 1));
      }
      return map;
    }

    private List<@Nullable Object> list(MessageUnpacker unpacker, int depth) throws IOException {
      List<@Nullable Object> list = new ArrayList<>();
      for (int left = unpacker.unpackArrayHeader(); left > 0; left--) {
        list.add(value(unpacker, depth - 1));
      }
      return list;
    }

    /** As many as follow, so that a length that lies takes no memory. */
    private static byte[] payload(MessageUnpacker unpacker, int length) throws IOException {
      byte[] bytes = new byte[Math.min(length, 1 << 16)];
      unpacker.readPayload(bytes);
      if (bytes.length < length) {
        throw new IOException("longer than any of these messages");
      }
      return bytes;
    }
  }

  /** Integers by value, bytes by their contents. */
  private static boolean same(@Nullable Object expected, @Nullable Object actual) {
    if (expected instanceof Map<?, ?> map) {
      if (!(actual instanceof Map<?, ?> other) || !map.keySet().equals(other.keySet())) {
        return false;
      }
      for (Map.Entry<?, ?> member : map.entrySet()) {
        if (!same(member.getValue(), other.get(member.getKey()))) {
          return false;
        }
      }
      return true;
    }
    if (expected instanceof List<?> list) {
      if (!(actual instanceof List<?> other) || other.size() != list.size()) {
        return false;
      }
      for (int i = 0; i < list.size(); i++) {
        if (!same(list.get(i), other.get(i))) {
          return false;
        }
      }
      return true;
    }
    if (expected instanceof BigInteger && actual instanceof Number && !(actual instanceof Double)) {
      return expected.toString().equals(actual.toString());
    }
    if (expected instanceof byte[] bytes) {
      return actual instanceof byte[] others && Arrays.equals(bytes, others);
    }
    return Objects.equals(expected, actual);
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
