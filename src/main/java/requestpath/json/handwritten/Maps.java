package requestpath.json.handwritten;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import requestpath.handwritten.Bytes;
import requestpath.handwritten.KnownNames;

/** Maps, lists and their values, where nothing about the document is known beforehand. */
final class Maps extends Template<Map<String, @Nullable Object>> {
  @Override
  int write(Output out, int at, Map<String, @Nullable Object> map) throws IOException {
    return writeMap(out, at, map);
  }

  private static int writeMap(Output out, int at, Map<?, ?> map) throws IOException {
    int next = Output.character(out.reserve(at), at, '{');
    for (Map.Entry<?, ?> member : map.entrySet()) {
      if (!(member.getKey() instanceof String name)) {
        throw new IOException("a member's name must be a text, not " + member.getKey());
      }
      next = out.text(next, name);
      next = Output.character(out.buffer(), next, ':');
      next = writeValue(out, next, member.getValue());
      next = Output.character(out.reserve(next), next, ',');
    }
    byte[] buffer = out.reserve(next);
    if (buffer[next - 1] == ',') {
      next--;
    }
    return Output.character(buffer, next, '}');
  }

  private static int writeValue(Output out, int at, @Nullable Object value) throws IOException {
    if (value instanceof String text) {
      return out.text(at, text);
    } else if (value instanceof Integer number) {
      return Output.integer(out.reserve(at), at, number);
    } else if (value instanceof Double number) {
      return out.number(out.reserve(at), at, number);
    }
    return writeOther(out, at, value);
  }

  private static int writeOther(Output out, int at, @Nullable Object value) throws IOException {
    byte[] buffer = out.reserve(at);
    if (value == null) {
      return Output.nothing(buffer, at);
    } else if (value instanceof Long number) {
      return Output.integer(buffer, at, number);
    } else if (value instanceof Boolean flag) {
      return Output.flag(buffer, at, flag);
    } else if (value instanceof BigInteger number) {
      return out.decimal(at, number);
    } else if (value instanceof BigDecimal number) {
      return out.decimal(at, number);
    } else if (value instanceof Map<?, ?> map) {
      return writeMap(out, at, map);
    } else if (value instanceof List<?> list) {
      return writeList(out, at, list);
    }
    throw new IOException("no JSON form for " + value.getClass().getName());
  }

  private static int writeList(Output out, int at, List<?> list) throws IOException {
    int next = Output.character(out.reserve(at), at, '[');
    for (Object element : list) {
      next = writeValue(out, next, element);
      next = Output.character(out.reserve(next), next, ',');
    }
    byte[] buffer = out.reserve(next);
    if (buffer[next - 1] == ',') {
      next--;
    }
    return Output.character(buffer, next, ']');
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
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (int next = in.firstMember(at); next != Input.NONE; next = in.nextMember(in.end)) {
      String name = readName(in, next);
      map.put(name, readValue(in, in.end, depth - 1));
    }
    return map;
  }

  private static String readName(Input in, int at) throws IOException {
    byte[] bytes = in.bytes;
    int first = at + 1;
    int close = first;
    long special;
    while ((special = Bytes.special(Bytes.eightOrFewer(bytes, close))) == 0) {
      close += Long.BYTES;
    }
    close += Long.numberOfTrailingZeros(special) >>> 3;
    if (bytes[close] == '"' && bytes[close + 1] == ':') {
      String known = KnownNames.get(bytes, first, close - first);
      if (known != null) {
        in.end = in.afterBlanks(close + 2);
        return known;
      }
    }
    return in.name(at);
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
