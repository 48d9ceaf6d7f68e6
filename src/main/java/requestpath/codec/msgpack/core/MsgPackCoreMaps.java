package requestpath.codec.msgpack.core;

import static requestpath.codec.msgpack.core.MsgPackCoreFields.initialCapacity;
import static requestpath.codec.msgpack.core.MsgPackCoreFields.unpackBytes;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessageFormat;
import org.msgpack.core.MessagePacker;
import org.msgpack.core.MessageUnpacker;
import requestpath.codec.AddedCheckException;

/**
 * Maps, lists and their values through msgpack-core, where nothing about the message is known
 * beforehand.
 */
final class MsgPackCoreMaps implements MsgPackCoreTemplate<Map<String, @Nullable Object>> {
  /** Deeper maps and lists are refused before they could exhaust the stack. */
  static final int MAX_DEPTH = 500;

  @Override
  public void pack(MessagePacker packer, Map<String, @Nullable Object> map) throws IOException {
    packMap(packer, map);
  }

  @Override
  public Map<String, @Nullable Object> unpack(MessageUnpacker unpacker) throws IOException {
    return unpackMap(unpacker, MAX_DEPTH);
  }

  private static void packMap(MessagePacker packer, Map<?, ?> map) throws IOException {
    packer.packMapHeader(map.size());
    for (Map.Entry<?, ?> member : map.entrySet()) {
      packer.packString((String) member.getKey());
      packValue(packer, member.getValue());
    }
  }

  private static void packValue(MessagePacker packer, @Nullable Object value) throws IOException {
    if (value instanceof String string) {
      packer.packString(string);
    } else if (value instanceof Integer number) {
      packer.packInt(number);
    } else if (value instanceof Double number) {
      packer.packDouble(number);
    } else if (value instanceof Long number) {
      packer.packLong(number);
    } else if (value instanceof BigInteger number) {
      packer.packBigInteger(number);
    } else if (value instanceof Boolean bool) {
      packer.packBoolean(bool);
    } else if (value == null) {
      packer.packNil();
    } else if (value instanceof byte[] bytes) {
      packer.packBinaryHeader(bytes.length).writePayload(bytes);
    } else if (value instanceof Map<?, ?> map) {
      packMap(packer, map);
    } else if (value instanceof List<?> list) {
      packer.packArrayHeader(list.size());
      for (Object element : list) {
        packValue(packer, element);
      }
    } else {
      throw new IOException("no MessagePack form for " + value.getClass().getName());
    }
  }

  private static Map<String, @Nullable Object> unpackMap(MessageUnpacker unpacker, int depth)
      throws IOException {
    int size = unpacker.unpackMapHeader();
    Map<String, @Nullable Object> map = new LinkedHashMap<>(initialCapacity(size) * 4 / 3 + 1);
    for (int left = size; left > 0; left--) {
      String name = unpacker.unpackString();
      map.put(name, unpackValue(unpacker, depth - 1));
    }
    return map;
  }

  private static List<@Nullable Object> unpackList(MessageUnpacker unpacker, int depth)
      throws IOException {
    int size = unpacker.unpackArrayHeader();
    List<@Nullable Object> list = new ArrayList<>(initialCapacity(size));
    for (int left = size; left > 0; left--) {
      list.add(unpackValue(unpacker, depth - 1));
    }
    return list;
  }

  /** Any value, no deeper than this. */
  static @Nullable Object unpackValue(MessageUnpacker unpacker, int depth) throws IOException {
    if (depth < 0) {
      throw new AddedCheckException("nested deeper than " + MAX_DEPTH);
    }
    MessageFormat format = unpacker.getNextFormat();
    return switch (format.getValueType()) {
      case STRING -> unpacker.unpackString();
      case INTEGER -> unpackInteger(unpacker, format);
      case FLOAT -> unpacker.unpackDouble();
      case BOOLEAN -> unpacker.unpackBoolean();
      case NIL -> {
        unpacker.unpackNil();
        yield null;
      }
      case MAP -> unpackMap(unpacker, depth);
      case ARRAY -> unpackList(unpacker, depth);
      case BINARY -> unpackBytes(unpacker);
      case EXTENSION ->
          throw new IOException("a map of names to values has no place for an extension");
    };
  }

  /** The smallest of Integer, Long and BigInteger that holds the number, as Jackson does. */
  private static Number unpackInteger(MessageUnpacker unpacker, MessageFormat format)
      throws IOException {
    return switch (format) {
      case UINT64 -> {
        BigInteger number = unpacker.unpackBigInteger();
        if (number.bitLength() < Long.SIZE) {
          yield number.longValue();
        }
        yield number;
      }
      case UINT32, INT64 -> unpacker.unpackLong();
      default -> unpacker.unpackInt();
    };
  }
}
