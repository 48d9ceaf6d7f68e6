package requestpath.json;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonDataException;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import io.avaje.jsonb.Types;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import requestpath.payload.AddedCheckException;
import requestpath.payload.Artifacts;
import requestpath.payload.Numbers;
import requestpath.payload.NumbersBean;
import requestpath.payload.Shape;
import requestpath.payload.Support;

/**
 * avaje-jsonb with the code that its annotation processor generates, over its own parser.
 *
 * <p>One {@code Jsonb} and one {@code JsonType} for the shape, kept and used by all threads; its
 * readers and writers come from a pool, one for each platform thread
 * (https://github.com/avaje/avaje-jsonb/blob/master/README.md). Generated adapters are found
 * through the service loader, and it has no fallback to reflection; the constructor asserts it all
 * the same.
 *
 * <p>Its parser is fixed to a reading of doubles that is off in the last bit for many of them, and
 * nothing in its builders changes that. So the row AVAJE_JSONB registers adapters, as its builder
 * offers: doubles are read by the JDK from the digits that its own {@code readRaw} finds, checked
 * to be a number of JSON's; integers in maps stay integers, where it would read every number as a
 * double. The row AVAJE_JSONB_INEXACT is the library without these.
 *
 * <p>Settings that make the answer equal to the others': nulls and empty lists are written. Whether
 * anything follows the document is checked here, as it does not look. It is lenient within objects:
 * it does without a comma between fields, and takes a comma or one stray character before the
 * closing brace. Texts longer than 32,768 characters and numbers of more than 100 digits it refuses
 * when it reads them. Its depth is not limited: what exhausts the stack is made an exception here.
 * An integer that does not fit an int is cut without a word.
 */
final class AvajeJsonbCodec<T> implements JsonCodec<T> {
  /** Integers of fewer decimal digits fit into a long. */
  private static final int DIGITS_OF_ANY_LONG = 19;

  private final Shape<T> shape;
  private final Jsonb jsonb;
  private final JsonType<T> type;
  private final String binding;

  AvajeJsonbCodec(Shape<T> shape, boolean exact) {
    this.shape = shape;
    Jsonb plain = builder().build();
    jsonb = exact ? exact(plain) : plain;
    type = jsonb.type(shape.type());
    binding = requireGenerated(shape, jsonb) + (exact ? ", doubles through readRaw" : "");
  }

  /** What it can do as it comes, without adapters registered for numbers. */
  static Support supportsInexact(Shape<?> shape) {
    if (shape.isMap()) {
      return Support.no(
          "it reads all numbers in maps through doubles, so that integers beyond 2^53 change",
          "https://github.com/avaje/avaje-jsonb/blob/master/json-core/src/main/java/io/avaje/json/core/BasicObjectAdapter.java");
    }
    return shape.element() == Numbers.class || shape.element() == NumbersBean.class
        ? Support.no(
            "its default reads doubles of some magnitudes wrong by far more than their last bit",
            "https://github.com/avaje/avaje-jsonb/blob/master/json-core/src/main/java/io/avaje/json/stream/core/NumberParser.java")
        : Support.YES;
  }

  @Override
  public byte[] toBytes(T value) {
    return type.toJsonBytes(value);
  }

  @Override
  public String toText(T value) {
    return type.toJson(value);
  }

  @Override
  public T fromBytes(byte[] json) throws IOException {
    requireClosed(json);
    try (JsonReader reader = jsonb.reader(json)) {
      T value = read(reader);
      if (value == null) {
        throw new AddedCheckException("the document is null, not a " + shape);
      }
      boolean more = reader.hasNextStreamElement();
      if (!more) {
        more = reader.hasNextStreamElement();
      }
      if (more) {
        throw new AddedCheckException("more follows the document " + reader.location());
      }
      return value;
    }
  }

  private @Nullable T read(JsonReader reader) throws IOException {
    try {
      return type.fromJson(reader);
    } catch (StackOverflowError e) {
      throw new AddedCheckException("nested too deeply", e);
    }
  }

  @Override
  public String description() {
    return "avaje-jsonb "
        + Artifacts.version("io.avaje:avaje-jsonb")
        + ": JsonType.toJsonBytes, toJson and fromJson(JsonReader), "
        + binding;
  }

  private static Jsonb.Builder builder() {
    return Jsonb.builder().serializeNulls(true).serializeEmpty(true);
  }

  private static Jsonb exact(Jsonb plain) {
    JsonAdapter<Double> doubles = new ExactDoubles(plain.adapter(double.class));
    JsonAdapter<Object> objects = plain.adapter(Object.class);
    return builder()
        .add(double.class, doubles)
        .add(Object.class, self -> new ExactObjects(objects, self))
        .build();
  }

  /**
   * It stops behind the document's last bracket. Asked whether another element of a stream follows,
   * it passes over one closing bracket and says no, hence the second question; and no such bracket
   * may stand at the end where a document of the shape has none.
   */
  private void requireClosed(byte[] json) throws IOException {
    int last = lastUnblank(json, json.length);
    byte closing = (byte) (shape.isList() ? ']' : '}');
    if (last < 0 || json[last] != closing) {
      throw new AddedCheckException("the document does not end as a " + shape);
    }
    int previous = lastUnblank(json, last);
    if (shape.isList() && previous >= 0 && json[previous] == ']') {
      throw new AddedCheckException("more follows the document at byte " + last);
    }
  }

  private static int lastUnblank(byte[] json, int end) {
    int i = end - 1;
    while (i >= 0 && (json[i] == ' ' || json[i] == '\n' || json[i] == '\r' || json[i] == '\t')) {
      i--;
    }
    return i;
  }

  /** What its null-safe adapter holds shows in views alone, and only generated code has views. */
  private static String requireGenerated(Shape<?> shape, Jsonb jsonb) {
    if (shape.isMap()) {
      return "its own map adapter";
    }
    Class<?> element = shape.element();
    JsonAdapter<?> nullSafe = jsonb.adapter(element);
    Object adapter = nullSafe.isViewBuilderAware() ? nullSafe.viewBuild() : nullSafe;
    if (!adapter.getClass().getName().equals(element.getName() + "JsonAdapter")) {
      throw new IllegalStateException(
          "avaje-jsonb would use "
              + adapter.getClass().getName()
              + " for "
              + element.getName()
              + " and not generated code: the build must name its annotation processor");
    }
    return "generated " + adapter.getClass().getName();
  }

  /** Writes as the library does, reads every digit. */
  private record ExactDoubles(JsonAdapter<Double> original) implements JsonAdapter<Double> {
    @Override
    public void toJson(JsonWriter writer, Double value) {
      original.toJson(writer, value);
    }

    @Override
    public Double fromJson(JsonReader reader) {
      return reader.isNullValue() ? 0.0 : Double.parseDouble(number(reader.readRaw()));
    }
  }

  /**
   * Values of unknown type: as the library writes and reads them, but for numbers that it reads.
   */
  private static final class ExactObjects implements JsonAdapter<Object> {
    private final JsonAdapter<Object> original;
    private final JsonAdapter<List<Object>> lists;
    private final JsonAdapter<Map<String, Object>> maps;

    ExactObjects(JsonAdapter<Object> original, Jsonb jsonb) {
      this.original = original;
      lists = jsonb.adapter(Types.listOf(Object.class));
      maps = jsonb.adapter(Types.mapOf(Object.class));
    }

    @Override
    public void toJson(JsonWriter writer, Object value) {
      original.toJson(writer, value);
    }

    @Override
    public @Nullable Object fromJson(JsonReader reader) {
      return switch (reader.currentToken()) {
        case NUMBER -> anyNumber(number(reader.readRaw()));
        case BEGIN_ARRAY -> lists.fromJson(reader);
        case BEGIN_OBJECT -> maps.fromJson(reader);
        default -> original.fromJson(reader);
      };
    }

    /** A long where the text is an integer that fits, as almost all do. */
    private static Number anyNumber(String text) {
      if (text.chars().anyMatch(c -> c == '.' || c == 'e' || c == 'E') || text.equals("-0")) {
        return Double.parseDouble(text);
      }
      return text.length() < DIGITS_OF_ANY_LONG ? Long.parseLong(text) : new BigDecimal(text);
    }
  }

  /**
   * The text, if it is a number as JSON writes them; what is raw may be anything, and has blanks.
   */
  private static String number(String rawWithBlanks) {
    String raw = rawWithBlanks.strip();
    int last = raw.length() - 1;
    boolean isNumber = last >= 0 && isDigit(raw.charAt(last)) && raw.charAt(0) != '+';
    for (int i = 0; i <= last && isNumber; i++) {
      char c = raw.charAt(i);
      isNumber = isDigit(c) || c == '.' || c == '-' || c == 'e' || c == 'E' || c == '+';
    }
    if (!isNumber) {
      throw new JsonDataException(raw + " is no number");
    }
    return raw;
  }

  private static boolean isDigit(char c) {
    return '0' <= c && c <= '9';
  }
}
