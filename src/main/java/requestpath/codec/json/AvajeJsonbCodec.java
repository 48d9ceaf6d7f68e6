package requestpath.codec.json;

import io.avaje.json.JsonAdapter;
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
import requestpath.codec.AddedCheckException;
import requestpath.codec.DocumentLimits;
import requestpath.codec.LibraryCatalogue;
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
 * through the service loader, and it has no fallback to reflection; {@link #description()} checks
 * it all the same.
 *
 * <p>Its parser is fixed to a reading of doubles that is off in the last bit for many of them, and
 * nothing in its builders changes that. So the variant AVAJE_JSONB registers adapters, as its guide
 * shows (https://github.com/avaje/avaje-jsonb/blob/master/docs/guides/custom-adapters.md): numbers
 * are read by its own exact method, {@code JsonReader.readDecimal}, and {@code doubleValue}.
 * Integers in maps stay integers; by default it reads every number as a double. The variant
 * AVAJE_JSONB_INEXACT is the library without these adapters. On JDK 17 {@code
 * BigDecimal.doubleValue} goes through a text from 16 digits on, on JDK 25 it does not.
 *
 * <p>A decimal has no negative zero, so the sign of {@code -0.0} is lost. {@code readDecimal}
 * refuses most of what is not a number in JSON ({@code .5}, {@code 01}, {@code 1.}). It still
 * accepts {@code 01.5}, a number in quotes, and a leading + or point before more than 17 digits.
 * That is the library's leniency: no code of ours reads numbers.
 *
 * <p>Settings that make the answer equal to the others': nulls and empty lists are written. Whether
 * anything follows the document is checked here, as it does not look. It is lenient within objects:
 * it does without a comma between fields, and takes a comma or one stray character before the
 * closing brace. Texts longer than about 32,760 characters and numbers of more than 100 digits it
 * refuses when it reads them. Its depth is not limited: what exhausts the stack is made an
 * exception here. An integer that does not fit an int is cut without a word.
 */
final class AvajeJsonbCodec<T> implements JsonCodec<T> {
  private static final String SOURCES =
      "https://github.com/avaje/avaje-jsonb/blob/3.11/json-core/src/main/java/io/avaje/json/stream/core/";

  /** Integers of fewer decimal digits fit into a long. */
  private static final int DIGITS_OF_ANY_LONG = 19;

  private final Shape<T> shape;
  private final Jsonb jsonb;
  private final JsonType<T> type;
  private final boolean exact;

  AvajeJsonbCodec(Shape<T> shape, boolean exact) {
    this.shape = shape;
    this.exact = exact;
    Jsonb plain = builder().build();
    jsonb = exact ? exact(plain) : plain;
    type = jsonb.type(shape.type());
  }

  /** What is known of AVAJE_JSONB before it runs. */
  static JsonDescriptor descriptor() {
    // Its buffer of characters doubles up to 32,768 and needs a few to spare. Numbers become
    // BigDecimal.
    return JsonDescriptor.UNLIMITED
        .reading(
            DocumentLimits.NONE
                .text(32_760, SOURCES + "JParser.java")
                .name(32_760, SOURCES + "JParser.java")
                .number(100, SOURCES + "Recyclers.java")
                .noNegativeZero(SOURCES + "NumberParser.java"))
        .writing(DocumentLimits.NONE.noNegativeZero(SOURCES + "JGenerator.java"));
  }

  /** What is known of AVAJE_JSONB_INEXACT before it runs: the library without our adapters. */
  static JsonDescriptor inexactDescriptor() {
    return JsonDescriptor.supporting(AvajeJsonbCodec::supportsInexact)
        .encoding(
            shape ->
                Support.no(
                    "only its reading differs: to write, use AVAJE_JSONB",
                    SOURCES + "NumberParser.java"))
        .inexact();
  }

  /** What it can do as it comes, without adapters registered for numbers. */
  private static Support supportsInexact(Shape<?> shape) {
    if (shape.isMap()) {
      return Support.no(
          "it reads all numbers in maps through doubles, so that integers beyond 2^53 change",
          "https://github.com/avaje/avaje-jsonb/blob/master/json-core/src/main/java/io/avaje/json/core/BasicObjectAdapter.java");
    }
    return shape.element() == Numbers.class || shape.element() == NumbersBean.class
        ? Support.no(
            "its default reads doubles of some magnitudes wrong by far more than their last bit",
            SOURCES + "NumberParser.java")
        : Support.YES;
  }

  @Override
  public byte[] toBytes(T value) throws IOException {
    try {
      return type.toJsonBytes(value);
    } catch (StackOverflowError e) {
      throw new AddedCheckException(e);
    }
  }

  @Override
  public String toText(T value) throws IOException {
    try {
      return type.toJson(value);
    } catch (StackOverflowError e) {
      throw new AddedCheckException(e);
    }
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
    } catch (IOException | RuntimeException refused) {
      forgetNames();
      throw refused;
    }
  }

  /**
   * Its parsers are pooled. A parser that stopped inside a record still expects the record's names,
   * and would read names of the next map as those, without their escapes. Reading the end of an
   * object clears them.
   */
  private void forgetNames() {
    try (JsonReader reader = jsonb.reader(new byte[] {'}'})) {
      reader.endObject();
    }
  }

  private @Nullable T read(JsonReader reader) throws IOException {
    try {
      return type.fromJson(reader);
    } catch (StackOverflowError e) {
      throw new AddedCheckException(e);
    }
  }

  @Override
  public String description() {
    return "avaje-jsonb "
        + LibraryCatalogue.version("io.avaje:avaje-jsonb")
        + ": JsonType.toJsonBytes, toJson and fromJson(JsonReader), "
        + requireGenerated()
        + (exact ? ", doubles through readDecimal" : "");
  }

  private static Jsonb.Builder builder() {
    return Jsonb.builder().serializeNulls(true).serializeEmpty(true);
  }

  private static Jsonb exact(Jsonb plain) {
    JsonAdapter<Double> doubles = new ExactDoubles(plain.adapter(double.class));
    JsonAdapter<Object> objects = plain.adapter(Object.class);
    return builder()
        .add(double.class, doubles)
        .add(Double.class, doubles.nullSafe())
        .add(Object.class, self -> new ExactObjects(objects, self))
        .build();
  }

  /**
   * It stops behind the document's last bracket. Asked whether another element of a stream follows,
   * it passes over one closing bracket and says no, hence the second question; and no such bracket
   * may stand at the end where a document of the shape has none.
   */
  private void requireClosed(byte[] json) throws IOException {
    DocumentEnd.require(json, shape);
    int last = DocumentEnd.lastUnblank(json, json.length);
    int previous = DocumentEnd.lastUnblank(json, last);
    if (shape.isList() && previous >= 0 && json[previous] == ']') {
      throw new AddedCheckException("more follows the document at byte " + last);
    }
  }

  /** What its null-safe adapter holds shows in views alone, and only generated code has views. */
  private String requireGenerated() {
    if (shape.isMap()) {
      return "its own map adapter";
    }
    Class<?> element = shape.element();
    JsonAdapter<?> nullSafe = jsonb.adapter(element);
    Object adapter = nullSafe.isViewBuilderAware() ? nullSafe.viewBuild() : nullSafe;
    // Beside an imported class, or in a package below that of an annotated one.
    if (!withoutPackage(adapter.getClass()).equals(withoutPackage(element) + "JsonAdapter")
        || !adapter.getClass().getPackageName().startsWith(element.getPackageName())) {
      throw new IllegalStateException(
          "avaje-jsonb would use "
              + adapter.getClass().getName()
              + " for "
              + element.getName()
              + " and not generated code: the build must name its annotation processor");
    }
    return "generated " + adapter.getClass().getName();
  }

  /** Of a nested class the names of those around it, too. */
  private static String withoutPackage(Class<?> type) {
    return type.getName().substring(type.getName().lastIndexOf('.') + 1);
  }

  /** Writes as the library does, reads every digit. */
  private record ExactDoubles(JsonAdapter<Double> original) implements JsonAdapter<Double> {
    @Override
    public void toJson(JsonWriter writer, Double value) {
      original.toJson(writer, value);
    }

    @Override
    public Double fromJson(JsonReader reader) {
      return reader.isNullValue() ? 0.0 : reader.readDecimal().doubleValue();
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
        case NUMBER -> anyNumber(reader.readDecimal());
        case BEGIN_ARRAY -> lists.fromJson(reader);
        case BEGIN_OBJECT -> maps.fromJson(reader);
        default -> original.fromJson(reader);
      };
    }

    /** A long if the number is an integer that fits, as almost all do. */
    private static Number anyNumber(BigDecimal number) {
      if (number.scale() != 0) {
        return number.doubleValue();
      }
      return number.precision() < DIGITS_OF_ANY_LONG ? (Number) number.longValue() : number;
    }
  }
}
