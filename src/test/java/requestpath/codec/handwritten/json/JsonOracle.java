package requestpath.codec.handwritten.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import requestpath.TreeBinder;
import requestpath.harness.api.RefusedException;
import requestpath.payload.ApplicationInfo;
import requestpath.payload.Item;
import requestpath.payload.ItemBean;
import requestpath.payload.KeyValue;
import requestpath.payload.Message;
import requestpath.payload.Shape;
import requestpath.payload.Tree;

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

  /** Deeper documents are refused a little earlier or later by who does not know their members. */
  private static final int SURE_DEPTH = 450;

  private static final int BLANKS = 64;

  private static final List<Row> TYPED = new ArrayList<>();

  private static final Row MAP = new Row(Shape.one(Map.class));
  private static final Row ITEMS = new Row(Shape.list(Item.class));
  private static final Row MAPS = new Row(Shape.list(Map.class));

  static {
    for (Class<?> element :
        List.of(Item.class, ItemBean.class, Message.class, KeyValue.class, ApplicationInfo.class)) {
      TYPED.add(new Row(Shape.one(element)));
      TYPED.add(new Row(Shape.list(element)));
    }
  }

  /** A shape with what reads it. */
  private record Row(Shape<?> shape, HandwrittenJson<?> json) {
    Row(Shape<?> shape) {
      this(shape, new HandwrittenJson<>(shape));
    }
  }

  private JsonOracle() {}

  /**
   * Each mapper has its own: settings of the reader are kept in it. The depth is that of Jackson 3.
   */
  private static JsonFactory onlyUtf8() {
    return JsonFactory.builder()
        .disable(JsonFactory.Feature.CHARSET_DETECTION)
        .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(500).build())
        .build();
  }

  /**
   * Compares a document, and a list of it, of null and of it again.
   *
   * @return whether the document was accepted as a map
   * @throws AssertionError when they differ
   */
  static boolean check(byte[] document) {
    byte[] untouched = document.clone();
    boolean accepted = checkAll(document);
    ByteArrayOutputStream list = new ByteArrayOutputStream();
    list.write('[');
    list.writeBytes(document);
    list.writeBytes(",null,".getBytes(UTF_8));
    list.writeBytes(document);
    list.write(']');
    checkAll(list.toByteArray());
    require(Arrays.equals(document, untouched), document, "changed");
    return accepted;
  }

  /**
   * Compares a document that may be a list of items.
   *
   * @return whether it was accepted as one
   * @throws AssertionError when they differ
   */
  static boolean checkList(byte[] document) {
    checkAll(document);
    return byHand(ITEMS.json, document) != null;
  }

  private static boolean checkAll(byte[] document) {
    @Nullable Object expected = jackson(JACKSON, document);
    boolean accepted = checkMaps(MAP, document, expected instanceof Map ? expected : null);
    boolean isShallow = opening(document) < SURE_DEPTH;
    boolean listAccepted =
        isShallow && checkMaps(MAPS, document, JsonTrees.isListOfMaps(expected) ? expected : null);
    @Nullable Object tree = jackson(NO_DUPLICATES, document);
    String text = new String(document, UTF_8);
    // Half a surrogate pair in a name is refused by Jackson alone.
    boolean isRefused = expected == null && !accepted && !listAccepted && !text.contains("\\u");
    // With a name twice what counts is the last one; that the first must be right, too, is ours.
    boolean isTold =
        (tree != null || isRefused) && !LARGE_EXPONENT.matcher(text).find() && isShallow;
    for (Row row : TYPED) {
      checkTyped(row, document, isTold, tree);
    }
    return accepted;
  }

  private static boolean checkMaps(Row row, byte[] document, @Nullable Object expected) {
    @Nullable Object actual = byHand(row.json, document);
    if (expected == null || hasInfinity(document)) {
      // Jackson takes an escape for half a surrogate pair in a text but not in a name; RFC 8259
      // tells no difference. It makes an infinity of a number that no double can hold, which the
      // same name with another value may hide.
      require(
          actual == null || JsonTrees.hasHalfPairInName(actual),
          document,
          "accepted as " + actual + ", where Jackson refuses");
    } else {
      require(
          JsonTrees.same(expected, actual),
          document,
          "read as " + actual + " and not as " + expected);
    }
    checkBeforeBlanks(row, document, actual);
    return actual != null;
  }

  private static boolean hasInfinity(byte[] document) {
    try (JsonParser parser = JACKSON.createParser(document)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.VALUE_NUMBER_FLOAT && Double.isInfinite(parser.getDoubleValue())) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw new AssertionError("Jackson has read it before", e);
    }
  }

  private static void checkTyped(Row row, byte[] document, boolean isTold, @Nullable Object tree) {
    @Nullable Object actual = Tree.of(byHand(row.json, document));
    if (isTold) {
      @Nullable Object expected = Tree.of(BINDER.bind(row.shape, tree));
      require(
          Objects.equals(
              JsonTrees.withoutSignsOfZeros(expected), JsonTrees.withoutSignsOfZeros(actual)),
          document,
          row.shape + " read as " + actual + " and not as " + expected);
    }
    checkBeforeBlanks(row, document, actual);
  }

  /** What is read near the end of an array is read alike far from it. */
  private static void checkBeforeBlanks(Row row, byte[] document, @Nullable Object read) {
    byte[] longer = Arrays.copyOf(document, document.length + BLANKS);
    Arrays.fill(longer, document.length, longer.length, (byte) ' ');
    @Nullable Object again = byHand(row.json, longer);
    require(
        Objects.equals(read, row.shape.isMap() ? again : Tree.of(again)),
        document,
        row.shape + " read otherwise before blanks");
  }

  private static int opening(byte[] document) {
    int count = 0;
    for (byte b : document) {
      count += b == '{' || b == '[' ? 1 : 0;
    }
    return count;
  }

  /**
   * Any number that has the value of an integer is one, and any that a double can hold a double.
   */
  private static final TreeBinder BINDER =
      new TreeBinder() {
        @Override
        protected BigInteger integer(@Nullable Object value) throws RefusedException {
          try {
            return number(value).toBigIntegerExact();
          } catch (ArithmeticException e) {
            throw new RefusedException("no integer");
          }
        }

        @Override
        protected double real(@Nullable Object value) throws RefusedException {
          double real = Double.parseDouble(number(value).toString());
          if (Double.isInfinite(real)) {
            throw new RefusedException("beyond a double");
          }
          return real;
        }

        @Override
        protected String text(Object value) throws RefusedException {
          if (value instanceof String text) {
            return text;
          }
          throw new RefusedException("no text");
        }

        private BigDecimal number(@Nullable Object value) throws RefusedException {
          if (value instanceof Number number) {
            return new BigDecimal(number.toString());
          }
          throw new RefusedException("no number");
        }
      };

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

  private static void require(boolean holds, byte[] document, String what) {
    if (!holds) {
      throw new AssertionError(
          what + ": " + new String(document, UTF_8) + " " + HexFormat.of().formatHex(document));
    }
  }
}
