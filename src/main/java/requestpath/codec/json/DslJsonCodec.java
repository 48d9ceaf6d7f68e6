package requestpath.codec.json;

import com.dslplatform.json.DslJson;
import com.dslplatform.json.JsonReader;
import com.dslplatform.json.JsonReader.DoublePrecision;
import com.dslplatform.json.JsonReader.ReadObject;
import com.dslplatform.json.JsonReader.UnknownNumberParsing;
import com.dslplatform.json.JsonWriter;
import com.dslplatform.json.JsonWriter.WriteObject;
import com.dslplatform.json.ObjectConverter;
import com.dslplatform.json.runtime.Settings;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import requestpath.codec.AddedCheckException;
import requestpath.codec.DocumentLimits;
import requestpath.codec.LibraryCatalogue;
import requestpath.payload.Numbers;
import requestpath.payload.NumbersBean;
import requestpath.payload.OrderBean;
import requestpath.payload.Shape;
import requestpath.payload.Support;

/**
 * DSL-JSON with the code that its annotation processor generates; and, as a variant of its own,
 * without it.
 *
 * <p>One {@code DslJson} for all threads; one {@code JsonWriter} and one {@code JsonReader} for
 * each thread, and converters looked up once and called directly, as its documentation advises
 * (https://github.com/ngs-doo/dsl-json/blob/master/README.md, "Best practices"). Generated
 * converters are found by class name through the class loaders of {@code includeServiceLoader};
 * without it, or without the annotation processor, it analyses classes at run time and does not say
 * so, hence {@link #description()} checks what it found. The variant DSL_JSON_RUNTIME leaves those
 * class loaders out on purpose (analysis at run time:
 * https://github.com/ngs-doo/dsl-json/issues/34), which is checked as well.
 *
 * <p>Settings that make the answer equal to the others': {@code DoublePrecision.EXACT}, since its
 * default is off in the last bit for many doubles (the variant DSL_JSON_INEXACT keeps the default);
 * {@code LONG_AND_DOUBLE} for numbers in maps, where the default makes BigDecimal of fractions.
 * Lists of maps are read through its own map reader, which has the cache of keys. Whether anything
 * follows the document is checked here. Malformed UTF-8 is not refused, for which it has no setting
 * (https://github.com/ngs-doo/dsl-json/issues/256), and its depth has no limit: what exhausts the
 * stack is made an exception here.
 *
 * <p>Configurations tried, as ratios of time to this one, 1000 records, JDK 17: to encode, {@code
 * DslJson.serialize} into a {@code ByteArrayOutputStream} 1.17; to decode, {@code
 * DslJson.deserialize} 0.99 and {@code deserializeList} 1.04, no difference shown.
 */
final class DslJsonCodec<T> implements JsonCodec<T> {
  /**
   * Large enough that a small message never grows it; it grows to the document's size and stays.
   */
  private static final int INITIAL_BUFFER = 4096;

  private final Shape<T> shape;
  private final WriteObject<Object> elementWriter;
  private final ReadObject<?> elementReader;
  private final ReadObject<?> reader;
  private final boolean generated;
  private final ThreadLocal<JsonReader<Object>> readers;
  private final ThreadLocal<JsonWriter> writers;

  @SuppressWarnings("unchecked") // The shape says that its elements are of this class.
  DslJsonCodec(Shape<T> shape, DoublePrecision precision, boolean generated) {
    this.shape = shape;
    this.generated = generated;
    DslJson.Settings<Object> settings =
        Settings.withRuntime()
            .doublePrecision(precision)
            .unknownNumbers(UnknownNumberParsing.LONG_AND_DOUBLE);
    DslJson<Object> json =
        new DslJson<>(
            generated
                ? settings.includeServiceLoader(DslJsonCodec.class.getClassLoader())
                : settings);
    WriteObject<?> elementWriter = json.tryFindWriter(shape.element());
    ReadObject<?> elementReader = json.tryFindReader(shape.element());
    if (elementWriter == null || elementReader == null) {
      throw new IllegalStateException("DSL-JSON has no converter for " + shape.element().getName());
    }
    this.elementWriter = (WriteObject<Object>) elementWriter;
    this.elementReader = elementReader;
    reader = reader(shape, json, elementReader);
    readers = ThreadLocal.withInitial(json::newReader);
    writers = ThreadLocal.withInitial(() -> json.newWriter(INITIAL_BUFFER));
  }

  /** What is known of DSL_JSON before it runs. */
  static JsonDescriptor descriptor() {
    return limited(shape -> Support.YES);
  }

  /** What is known of DSL_JSON_INEXACT before it runs: its default for reading doubles. */
  static JsonDescriptor inexactDescriptor() {
    return limited(
            shape ->
                shape.element() == Numbers.class || shape.element() == NumbersBean.class
                    ? Support.no(
                        "its default reads doubles of some magnitudes wrong by far more than their"
                            + " last bit, or fails with an ArrayIndexOutOfBoundsException",
                        "https://github.com/ngs-doo/dsl-json/issues/283")
                    : Support.YES)
        .encoding(
            shape ->
                Support.no(
                    "the setting is for reading doubles: to write, use DSL_JSON",
                    "https://github.com/ngs-doo/dsl-json/blob/master/README.md"))
        .inexact();
  }

  /** What is known of DSL_JSON_RUNTIME before it runs. */
  static JsonDescriptor runtimeDescriptor() {
    return limited(
        shape ->
            shape.element() == OrderBean.class
                ? Support.no(
                    "its analysis at run time silently leaves out a boolean whose getter begins with"
                        + " is",
                    "https://github.com/ngs-doo/dsl-json/issues/271")
                : Support.YES);
  }

  private static JsonDescriptor limited(Function<Shape<?>, Support> supports) {
    String sources =
        "https://github.com/ngs-doo/dsl-json/blob/15d66f0/library/src/main/java/com/dslplatform/json/";
    DocumentLimits noNegativeZero =
        DocumentLimits.NONE.noNegativeZero(sources + "NumberConverter.java");
    return JsonDescriptor.supporting(supports)
        .reading(DocumentLimits.NONE.number(512, sources + "DslJson.java").and(noNegativeZero))
        .writing(noNegativeZero);
  }

  @Override
  public byte[] toBytes(T value) throws IOException {
    return write(value).toByteArray();
  }

  @Override
  public String toText(T value) throws IOException {
    return write(value).toString();
  }

  @Override
  @SuppressWarnings("unchecked") // The shape says that its type is T's.
  public T fromBytes(byte[] bytes) throws IOException {
    JsonReader<Object> input = readers.get();
    input.process(bytes, bytes.length);
    input.getNextToken();
    Object value = read(input);
    if (value == null) {
      throw new AddedCheckException("the document is null, not a " + shape);
    }
    requireEnd(bytes, input.getCurrentIndex());
    return (T) value;
  }

  private @Nullable Object read(JsonReader<Object> input) throws IOException {
    try {
      return reader.read(input);
    } catch (StackOverflowError e) {
      throw new AddedCheckException(e);
    }
  }

  @Override
  public String description() {
    return "dsl-json "
        + LibraryCatalogue.version("com.dslplatform:dsl-json")
        + ": JsonWriter and JsonReader reused for each thread, "
        + (generated ? requireGenerated() : requireAnalysed());
  }

  @SuppressWarnings("unchecked") // See the constructor.
  private JsonWriter write(T value) throws IOException {
    JsonWriter writer = writers.get();
    writer.reset();
    try {
      if (shape.isList()) {
        writer.serialize((List<Object>) value, elementWriter);
      } else {
        elementWriter.write(writer, value);
      }
      return writer;
    } catch (StackOverflowError e) {
      throw new AddedCheckException(e);
    }
  }

  /**
   * Lists of maps go through its own map reader, which has the cache of keys; a reader of the
   * list's type has not.
   */
  private static ReadObject<?> reader(
      Shape<?> shape, DslJson<Object> json, ReadObject<?> elementReader) {
    if (shape.isList() && shape.isMap()) {
      return ObjectConverter::deserializeList;
    }
    ReadObject<?> found = shape.isList() ? json.tryFindReader(shape.type()) : elementReader;
    if (found == null) {
      throw new IllegalStateException("DSL-JSON has no reader for " + shape);
    }
    return found;
  }

  /** It does not look at what follows a document. */
  private static void requireEnd(byte[] bytes, int end) throws IOException {
    for (int i = end; i < bytes.length; i++) {
      if (!DocumentEnd.isBlank(bytes[i])) {
        throw new AddedCheckException("more follows the document at byte " + i);
      }
    }
  }

  /**
   * Without its generated code DSL-JSON analyses classes at run time and says nothing; this variant
   * is not that one.
   */
  private String requireGenerated() {
    if (shape.element() == Map.class) {
      return "its own map converter";
    }
    for (Object converter : List.of(elementWriter, elementReader)) {
      if (!isGenerated(converter)) {
        throw new IllegalStateException(
            "DSL-JSON would use "
                + converter.getClass().getName()
                + " for "
                + shape.element().getName()
                + " and not generated code: the build must name its annotation processor");
      }
    }
    return "generated "
        + elementWriter.getClass().getName()
        + " and "
        + elementReader.getClass().getName();
  }

  /** The other way round: a converter that the build generated would make it the other variant. */
  private String requireAnalysed() {
    if (shape.element() == Map.class) {
      return "its own map converter";
    }
    for (Object converter : List.of(elementWriter, elementReader)) {
      if (isGenerated(converter)) {
        throw new IllegalStateException(
            "DSL-JSON would use the generated "
                + converter.getClass().getName()
                + " for "
                + shape.element().getName()
                + " and not what it analyses at run time");
      }
    }
    return "analysed at run time by "
        + elementWriter.getClass().getName()
        + " and "
        + elementReader.getClass().getName();
  }

  private static boolean isGenerated(Object converter) {
    return converter.getClass().getName().contains("_DslJsonConverter");
  }
}
