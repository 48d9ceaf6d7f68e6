package requestpath.codec.handwritten.msgpack;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import requestpath.codec.handwritten.Template;

/** Maps, lists and their values, without knowledge of the message. */
final class Maps extends Template<Output, Map<String, @Nullable Object>> {
  /** Returned in place of a position if a value is not a simple one. */
  private static final int NOT_SIMPLE = -1;

  @Override
  public int write(Output out, int at, Map<String, @Nullable Object> map) throws IOException {
    return writeMap(out, at, map, Input.MAX_DEPTH);
  }

  /** As deep as can be read, so that a map that holds itself is refused. */
  private static int writeMap(Output out, int at, Map<?, ?> map, int depth) throws IOException {
    if (depth <= 0 && !map.isEmpty()) {
      throw Input.tooDeep();
    }
    int next = out.mapHeader(at, map.size());
    for (Map.Entry<?, ?> member : map.entrySet()) {
      if (!(member.getKey() instanceof String name)) {
        throw new IOException(
            "a member's name must be a text, not " + member.getKey() + ": make it a String");
      }
      next = writeValue(out, out.text(next, name), member.getValue(), depth - 1);
    }
    return next;
  }

  private static int writeValue(Output out, int at, @Nullable Object value, int depth)
      throws IOException {
    if (value instanceof String text) {
      return out.text(at, text);
    } else if (value instanceof Integer number) {
      return Output.integer(out.reserve(at), at, number);
    } else if (value instanceof Double number) {
      return Output.number(out.reserve(at), at, number);
    }
    return writeOther(out, at, value, depth);
  }

  private static int writeOther(Output out, int at, @Nullable Object value, int depth)
      throws IOException {
    byte[] buffer = out.reserve(at);
    if (value == null) {
      return Output.nil(buffer, at);
    } else if (value instanceof Long number) {
      return Output.integer(buffer, at, number);
    } else if (value instanceof Boolean flag) {
      return Output.flag(buffer, at, flag);
    } else if (value instanceof BigInteger number) {
      return Output.integer(buffer, at, number);
    } else if (value instanceof Map<?, ?> map) {
      return writeMap(out, at, map, depth);
    } else if (value instanceof List<?> list) {
      return writeList(out, at, list, depth);
    } else if (value instanceof byte[] bytes) {
      return out.binary(at, bytes);
    }
    throw new IOException(
        "the hand-written reference does not support "
            + value.getClass().getName()
            + ": use a map, a list, a text, bytes, a number, a boolean or null");
  }

  private static int writeList(Output out, int at, List<?> list, int depth) throws IOException {
    if (depth <= 0 && !list.isEmpty()) {
      throw Input.tooDeep();
    }
    int next = out.arrayHeader(at, list.size());
    for (Object element : list) {
      next = writeValue(out, next, element, depth - 1);
    }
    return next;
  }

  @Override
  public Map<String, @Nullable Object> fromBytes(byte[] message) throws IOException {
    Input in = new Input(message);
    Map<String, @Nullable Object> map = readMap(in, 0, Input.MAX_DEPTH);
    in.requireEnd(in.end);
    return map;
  }

  private static Map<String, @Nullable Object> readMap(Input in, int at, int depth)
      throws IOException {
    long header = in.mapHeader(at);
    int size = (int) header;
    int next = Input.next(header);
    if (depth <= 0 && size > 0) {
      throw Input.tooDeep();
    }
    Map<String, @Nullable Object> map = new LinkedHashMap<>(capacity(size));
    for (int left = size; left > 0; left--) {
      long text = in.textHeader(next);
      String name = in.name(text);
      int value = Input.afterText(text);
      next = putSimple(in, map, name, value);
      if (next == NOT_SIMPLE) {
        map.put(name, readValue(in, value, depth - 1));
        next = in.end;
      }
    }
    in.end = next;
    return map;
  }

  /**
   * Reads a number, a short text, nil or a boolean. The compiler need not make an object of the
   * input as long as it is passed to nothing else.
   *
   * @return the position after it, or {@link #NOT_SIMPLE}
   */
  private static int putSimple(Input in, Map<String, @Nullable Object> map, String name, int at)
      throws IOException {
    int format = in.bytes[at];
    if (format >= -32) {
      map.put(name, format);
      return at + 1;
    } else if ((format < (byte) 0xc0 && format >= (byte) 0xa0) || format == (byte) 0xd9) {
      long text = in.textHeader(at);
      map.put(name, in.text(text));
      return Input.afterText(text);
    } else if (format == (byte) 0xcb) {
      map.put(name, NumberForms.doubleValue(in.bytes, at));
      return at + 9;
    } else if (isScalar(format & 0xff)) {
      map.put(name, scalar(in.bytes, at));
      return afterScalar(in.bytes, at);
    }
    return NOT_SIMPLE;
  }

  /** Limited, as a header may claim as many members as half the bytes that follow. */
  private static int capacity(int size) {
    return (Math.min(size, 1024) * 4 + 2) / 3;
  }

  private static List<@Nullable Object> readList(Input in, int at, int depth) throws IOException {
    long header = in.arrayHeader(at);
    int size = (int) header;
    int next = Input.next(header);
    List<@Nullable Object> list = new ArrayList<>(Math.min(size, 1024));
    for (int left = size; left > 0; left--) {
      list.add(readValue(in, next, depth - 1));
      next = in.end;
    }
    in.end = next;
    return list;
  }

  private static @Nullable Object readValue(Input in, int at, int depth) throws IOException {
    if (depth < 0) {
      throw Input.tooDeep();
    }
    int format = in.bytes[at] & 0xff;
    if ((format >= 0x80 && format < 0x90) || format == 0xde || format == 0xdf) {
      return readMap(in, at, depth);
    } else if ((format >= 0x90 && format < 0xa0) || format == 0xdc || format == 0xdd) {
      return readList(in, at, depth);
    } else if ((format >= 0xa0 && format < 0xc0) || (format >= 0xd9 && format <= 0xdb)) {
      return in.textAt(at);
    } else if (format >= 0xc4 && format <= 0xc6) {
      return in.binary(at);
    } else if ((format >= 0xc7 && format <= 0xc9) || (format >= 0xd4 && format <= 0xd8)) {
      throw in.extension(at);
    }
    in.end = afterScalar(in.bytes, at);
    return scalar(in.bytes, at);
  }

  private static boolean isScalar(int format) {
    return (format >= 0xca && format <= 0xd3) || format == 0xc0 || format >>> 1 == 0xc2 >>> 1;
  }

  /** Nil, a boolean or a number; a number is the smallest of Java's that holds it. */
  private static @Nullable Object scalar(byte[] bytes, int at) throws IOException {
    return switch (bytes[at] & 0xff) {
      case 0xc0 -> null;
      case 0xc2 -> false;
      case 0xc3 -> true;
      case 0xca, 0xcb -> NumberForms.doubleValue(bytes, at);
      default -> integer(bytes, at);
    };
  }

  /** The position after one; nil and booleans are as long as the shortest integer. */
  private static int afterScalar(byte[] bytes, int at) {
    return NumberForms.afterDouble(bytes, at);
  }

  /** The smallest of Integer, Long and BigInteger that holds the number. */
  private static Number integer(byte[] bytes, int at) throws IOException {
    if (bytes[at] == (byte) 0xcf && bytes[at + 1] < 0) {
      return NumberForms.unsigned(bytes, at);
    }
    long value = NumberForms.longValue(bytes, at);
    if ((int) value == value) {
      return (int) value;
    }
    return value;
  }
}
