package requestpath.codec.handwritten.json;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps, lists and their values, without knowledge of the document. */
final class Maps extends JsonTemplate<Map<String, @Nullable Object>> {
  @Override
  public int write(Output out, int at, Map<String, @Nullable Object> map) throws IOException {
    return writeMap(out, at, map, Input.MAX_DEPTH);
  }

  /** As deep as can be read, so that a map that holds itself is refused. */
  private static int writeMap(Output out, int at, Map<?, ?> map, int depth) throws IOException {
    if (depth <= 0) {
      throw Input.tooDeep();
    }
    int next = Output.character(out.reserve(at), at, '{');
    for (Map.Entry<?, ?> member : map.entrySet()) {
      if (!(member.getKey() instanceof String name)) {
        throw new IOException(
            "a member's name must be a text, not " + member.getKey() + ": make it a String");
      }
      next = out.text(next, name);
      next = Output.character(out.buffer(), next, ':');
      next = writeValue(out, next, member.getValue(), depth - 1);
      next = Output.character(out.reserve(next), next, ',');
    }
    return out.close(next, '}');
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
      return Output.NULL.write(buffer, at);
    } else if (value instanceof Long number) {
      return Output.integer(buffer, at, number);
    } else if (value instanceof Boolean flag) {
      return (flag ? Output.TRUE : Output.FALSE).write(buffer, at);
    } else if (value instanceof BigInteger || value instanceof BigDecimal) {
      return out.decimal(at, value.toString());
    } else if (value instanceof Map<?, ?> map) {
      return writeMap(out, at, map, depth);
    } else if (value instanceof List<?> list) {
      return writeList(out, at, list, depth);
    }
    throw new IOException(
        "the hand-written reference does not support "
            + value.getClass().getName()
            + ": use a map, a list, a text, a number, a boolean or null");
  }

  private static int writeList(Output out, int at, List<?> list, int depth) throws IOException {
    if (depth <= 0) {
      throw Input.tooDeep();
    }
    int next = Output.character(out.reserve(at), at, '[');
    for (Object element : list) {
      next = writeValue(out, next, element, depth - 1);
      next = Output.character(out.reserve(next), next, ',');
    }
    return out.close(next, ']');
  }

  @Override
  Map<String, @Nullable Object> read(Input in, int at) throws IOException {
    return readMap(in, at, Input.MAX_DEPTH);
  }

  private static Map<String, @Nullable Object> readMap(Input in, int at, int depth)
      throws IOException {
    if (depth <= 0) {
      throw Input.tooDeep();
    }
    in.beginMap();
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (int next = in.firstMember(at); next != Input.NONE; next = in.nextMember(in.end)) {
      String name = in.sharedName(next);
      map.put(name, readValue(in, in.end, depth - 1));
    }
    return map;
  }

  private static List<@Nullable Object> readList(Input in, int at, int depth) throws IOException {
    if (depth <= 0) {
      throw Input.tooDeep();
    }
    List<@Nullable Object> list = new ArrayList<>();
    for (int next = in.firstElement(at); next != Input.NONE; next = in.nextElement(in.end)) {
      list.add(readValue(in, next, depth - 1));
    }
    return list;
  }

  private static @Nullable Object readValue(Input in, int at, int depth) throws IOException {
    switch (in.bytes[at]) {
      case '"' -> {
        return in.text(at);
      }
      case '{' -> {
        return readMap(in, at, depth);
      }
      case '[' -> {
        return readList(in, at, depth);
      }
      case 't', 'f' -> {
        return in.flag(at);
      }
      case 'n' -> {
        in.end = in.afterNull(at);
        return null;
      }
      default -> {
        return NumberText.any(in, at);
      }
    }
  }
}
