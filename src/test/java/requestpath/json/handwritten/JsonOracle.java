package requestpath.json.handwritten;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import requestpath.payload.Item;
import requestpath.payload.Shape;

/**
 * Compares what is read by hand with what Jackson reads, set up strictly, of any bytes: both refuse
 * or both give the same.
 */
final class JsonOracle {
  private static final JsonMapper JACKSON =
      JsonMapper.builder(onlyUtf8()).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private static final JsonMapper NO_DUPLICATES =
      JsonMapper.builder(onlyUtf8())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  /** Beyond these Jackson's numbers of unlimited size are no longer to be had. */
  private static final Pattern LARGE_EXPONENT = Pattern.compile("[eE][+-]?\\d{4}");

  private static final HandwrittenJson<Object> MAPS =
      new HandwrittenJson<>(Shape.one(Map.class), false);
  private static final HandwrittenJson<Item> ITEMS =
      new HandwrittenJson<>(Shape.one(Item.class), false);
  private static final HandwrittenJson<Item> CACHED_ITEMS =
      new HandwrittenJson<>(Shape.one(Item.class), true);

  private JsonOracle() {}

  /** Each mapper has its own: settings of the reader are kept in it. */
  private static JsonFactory onlyUtf8() {
    return JsonFactory.builder().disable(JsonFactory.Feature.CHARSET_DETECTION).build();
  }

  /**
   * Compares.
   *
   * @return whether the document was accepted
   * @throws AssertionError when they differ
   */
  static boolean check(byte[] document) {
    byte[] untouched = document.clone();
    @Nullable Object expected = jackson(JACKSON, document);
    @Nullable Object actual = byHand(MAPS, document);
    if (!(expected instanceof Map)) {
      // Jackson takes an escape for half a surrogate pair in a text but not in a name; RFC 8259
      // tells
      // no difference.
      require(
          actual == null || hasHalfPairInName(actual),
          document,
          "accepted as " + actual + ", where Jackson refuses");
    } else {
      require(same(expected, actual), document, "read as " + actual + " and not as " + expected);
    }
    checkItem(document);
    require(Arrays.equals(document, untouched), document, "changed");
    return actual != null;
  }

  private static void checkItem(byte[] document) {
    @Nullable Object item = byHand(ITEMS, document);
    require(Objects.equals(item, byHand(CACHED_ITEMS, document)), document, "cached otherwise");
    @Nullable Object tree = jackson(NO_DUPLICATES, document);
    if (tree == null || LARGE_EXPONENT.matcher(new String(document, UTF_8)).find()) {
      // With a name twice what counts is the last one; that the first must be right, too, is ours.
      return;
    }
    @Nullable Item expected = item(tree);
    require(Objects.equals(expected, item), document, "item " + item + " and not " + expected);
  }

  private static @Nullable Item item(Object tree) {
    if (!(tree instanceof Map<?, ?> map)) {
      return null;
    }
    for (String text : List.of("name", "description", "type")) {
      if (map.get(text) != null && !(map.get(text) instanceof String)) {
        return null;
      }
    }
    try {
      return new Item(
          integer(map, "id"),
          (String) map.get("name"),
          (String) map.get("description"),
          (String) map.get("type"),
          integer(map, "count"),
          map.containsKey("created_at")
              ? Double.parseDouble(number(map, "created_at").toString())
              : 0);
    } catch (ArithmeticException e) {
      return null;
    }
  }

  private static int integer(Map<?, ?> map, String name) {
    return map.containsKey(name) ? number(map, name).intValueExact() : 0;
  }

  private static BigDecimal number(Map<?, ?> map, String name) {
    if (map.get(name) instanceof Number number) {
      return new BigDecimal(number.toString());
    }
    throw new ArithmeticException(name + " is no number");
  }

  private static @Nullable Object byHand(HandwrittenJson<?> json, byte[] document) {
    try {
      return json.fromBytes(document);
    } catch (IOException refused) {
      return null;
    }
  }

  /**
   * From bytes, as Jackson's reader of characters takes some letters beyond ASCII for hexadecimal
   * digits; which must be UTF-8 first, as its reader of bytes does not refuse all that is
   * malformed, and must not begin with a byte order mark, which it skips.
   */
  private static @Nullable Object jackson(JsonMapper mapper, byte[] document) {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(document)).toString();
      return text.startsWith("\ufeff") ? null : mapper.readValue(document, Object.class);
    } catch (CharacterCodingException malformed) {
      return null;
    } catch (IOException | NumberFormatException refused) {
      return null;
    }
  }

  private static boolean hasHalfPairInName(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.keySet().stream().anyMatch(name -> !UTF_8.newEncoder().canEncode((String) name))
          || map.values().stream().anyMatch(JsonOracle::hasHalfPairInName);
    }
    return value instanceof List<?> list && list.stream().anyMatch(JsonOracle::hasHalfPairInName);
  }

  private static boolean same(@Nullable Object expected, @Nullable Object actual) {
    if (expected instanceof Map<?, ?> map) {
      if (!(actual instanceof Map<?, ?> other) || !map.keySet().equals(other.keySet())) {
        return false;
      }
      // No stream: its frames would exhaust the stack before the depth is reached.
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
    if (expected instanceof Double number && actual instanceof BigDecimal exact) {
      return number == Double.parseDouble(exact.toString());
    }
    return Objects.equals(expected, actual);
  }

  private static void require(boolean holds, byte[] document, String what) {
    if (!holds) {
      throw new AssertionError(
          what + ": " + new String(document, UTF_8) + " " + HexFormat.of().formatHex(document));
    }
  }
}
