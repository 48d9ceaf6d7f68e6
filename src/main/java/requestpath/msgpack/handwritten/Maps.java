package requestpath.msgpack.handwritten;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import requestpath.handwritten.Bytes;
import requestpath.handwritten.TextCache;

/** Maps, lists and their values, where nothing about the message is known beforehand. */
final class Maps extends Template<Map<String, @Nullable Object>> {
  /** What stands for the position behind a value that is none of the simple ones. */
  private static final int NOT_SIMPLE = -1;

  @Override
  int write(Output out, int at, Map<String, @Nullable Object> map) throws IOException {
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
        "nobody wrote by hand how "
            + value.getClass().getName()
            + " looks in MessagePack: make it a map, a list, a text, bytes, a number, a boolean or"
            + " null");
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

  /**
   * The outermost map, whose input need take no room as long as its texts are ASCII and its values
   * simple. What it takes for the others keeps names from the first of them on.
   */
  @Override
  Map<String, @Nullable Object> read(byte[] message, @Nullable TextCache texts) throws IOException {
    Input in = new Input(message, texts);
    @Nullable Input others = null;
    long header = in.mapHeader(0);
    int size = (int) header;
    int next = Input.next(header);
    Map<String, @Nullable Object> map = new LinkedHashMap<>(capacity(size));
    for (int left = size; left > 0; left--) {
      long text = in.textHeader(next);
      String name = others == null ? in.firstName(text) : others.sharedName(text);
      int value = Input.afterText(text);
      next = putSimple(in, map, name, value);
      if (next == NOT_SIMPLE) {
        if (others == null) {
          others = new Input(message, texts);
          others.beginMap();
        }
        map.put(name, readValue(others, value, Input.MAX_DEPTH - 1));
        next = others.end;
      }
    }
    in.requireEnd(next);
    return map;
  }

  /** A map within another. */
  private static Map<String, @Nullable Object> readMap(Input in, int at, int depth)
      throws IOException {
    long header = in.mapHeader(at);
    int size = (int) header;
    int next = Input.next(header);
    if (depth <= 0 && size > 0) {
      throw Input.tooDeep();
    }
    in.beginMap();
    Map<String, @Nullable Object> map = new LinkedHashMap<>(capacity(size));
    for (int left = size; left > 0; left--) {
      long text = in.textHeader(next);
      String name = in.sharedName(text);
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
   * Reads a number, a short text, nil or a boolean; the position behind, or {@link #NOT_SIMPLE}.
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
    } else if (format == (byte) 0xcd) {
      map.put(name, Bytes.bigShort(in.bytes, at + 1) & 0xffff);
      return at + 3;
    }
    return putSimpleToo(in, map, name, at);
  }

  /** The other values that are neither maps, lists nor rare. */
  private static int putSimpleToo(
      Input in, Map<String, @Nullable Object> map, String name, int at) {
    byte[] bytes = in.bytes;
    switch (bytes[at] & 0xff) {
      case 0xc0 -> map.put(name, null);
      case 0xc2 -> map.put(name, false);
      case 0xc3 -> map.put(name, true);
      case 0xcc -> {
        map.put(name, bytes[at + 1] & 0xff);
        return at + 2;
      }
      case 0xd0 -> {
        map.put(name, (int) bytes[at + 1]);
        return at + 2;
      }
      case 0xd1 -> {
        map.put(name, (int) Bytes.bigShort(bytes, at + 1));
        return at + 3;
      }
      case 0xd2 -> {
        map.put(name, Bytes.bigInt(bytes, at + 1));
        return at + 5;
      }
      default -> {
        return NOT_SIMPLE;
      }
    }
    return at + 1;
  }

  /**
   * A header may claim as many members as half the bytes that follow, so it is believed to a point.
   */
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
      long text = in.textHeader(at);
      in.end = Input.afterText(text);
      return in.text(text);
    } else if (format == 0xca || format == 0xcb) {
      in.end = NumberForms.afterDouble(in.bytes, at);
      return NumberForms.doubleValue(in.bytes, at);
    } else if (format == 0xc0) {
      in.end = at + 1;
      return null;
    } else if (format == 0xc2 || format == 0xc3) {
      in.end = at + 1;
      return in.booleanValue(at);
    } else if (format >= 0xc4 && format <= 0xc6) {
      return in.binary(at);
    } else if ((format >= 0xc7 && format <= 0xc9) || (format >= 0xd4 && format <= 0xd8)) {
      throw in.extension(at);
    }
    return readInteger(in, at, format);
  }

  /** The smallest of Integer, Long and BigInteger that holds the number. */
  private static Number readInteger(Input in, int at, int format) throws IOException {
    if (format == 0xcf && in.bytes[at + 1] < 0) {
      in.end = at + 9;
      return NumberForms.unsigned(in.bytes, at);
    }
    long value = NumberForms.longValue(in.bytes, at);
    in.end = at + NumberForms.integerLength(in.bytes, at);
    if ((int) value == value) {
      return (int) value;
    }
    return value;
  }
}
