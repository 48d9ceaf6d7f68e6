package requestpath.json;

import com.dslplatform.json.DslJson;
import com.dslplatform.json.JsonReader.DoublePrecision;
import com.dslplatform.json.JsonReader.ReadObject;
import com.dslplatform.json.JsonReader.UnknownNumberParsing;
import com.dslplatform.json.JsonWriter;
import com.dslplatform.json.JsonWriter.WriteObject;
import com.dslplatform.json.runtime.Settings;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import requestpath.payload.Artifacts;
import requestpath.payload.Shape;

/**
 * DSL-JSON with the code that its annotation processor generates.
 *
 * <p>One {@code DslJson} for all threads; one {@code JsonWriter} for each thread, reset before each
 * document, and its own reader for each thread, as its documentation advises
 * (https://github.com/ngs-doo/dsl-json/blob/master/README.md, "Best practices"). Generated
 * converters are found by class name through the class loaders of {@code includeServiceLoader};
 * without it, or without the annotation processor, it analyses classes at run time and does not say
 * so, which is why the constructor asserts what it found.
 *
 * <p>Settings that make the answer equal to the others': {@code DoublePrecision.EXACT}, since its
 * default is off in the last bit for many doubles (the row DSL_JSON_INEXACT keeps the default);
 * {@code LONG_AND_DOUBLE} for numbers in maps, where the default makes BigDecimal of fractions.
 * Lists of maps are read through its raw {@code Map} reader, which has the cache of keys. Bytes
 * that follow a document are not looked at, and neither depth nor malformed UTF-8 are refused, for
 * which it has no setting (https://github.com/ngs-doo/dsl-json/issues/256).
 *
 * <p>Set-ups tried, as ratios of time to this one, 1000 records, JDK 17: to encode, {@code
 * DslJson.serialize} into a {@code ByteArrayOutputStream} 1.17; to decode, {@code deserializeList}
 * 1.05 and a {@code JsonReader} kept for each thread 1.01, no difference shown.
 */
final class DslJsonCodec<T> implements JsonCodec<T> {
  /**
   * Large enough that a small message never grows it; it grows to the document's size and stays.
   */
  private static final int INITIAL_BUFFER = 4096;

  private final Shape<T> shape;
  private final DslJson<Object> json;
  private final WriteObject<Object> elementWriter;
  private final String converter;
  private final ThreadLocal<JsonWriter> writers;

  @SuppressWarnings("unchecked") // The shape says that its elements are of this class.
  DslJsonCodec(Shape<T> shape, DoublePrecision precision) {
    this.shape = shape;
    json =
        new DslJson<>(
            Settings.withRuntime()
                .includeServiceLoader(DslJsonCodec.class.getClassLoader())
                .doublePrecision(precision)
                .unknownNumbers(UnknownNumberParsing.LONG_AND_DOUBLE));
    WriteObject<?> writer = json.tryFindWriter(shape.element());
    ReadObject<?> reader = json.tryFindReader(shape.element());
    if (writer == null || reader == null) {
      throw new IllegalStateException("DSL-JSON has no converter for " + shape.element().getName());
    }
    elementWriter = (WriteObject<Object>) writer;
    converter = requireGenerated(shape, writer, reader);
    writers = ThreadLocal.withInitial(() -> json.newWriter(INITIAL_BUFFER));
  }

  @Override
  public byte[] toBytes(T value) {
    return write(value).toByteArray();
  }

  @Override
  public String toText(T value) {
    return write(value).toString();
  }

  @Override
  @SuppressWarnings("unchecked") // The shape says that its type is T's.
  public T fromBytes(byte[] bytes) throws IOException {
    Object value =
        shape.isList() && shape.isMap()
            ? json.deserializeList(Map.class, bytes, bytes.length)
            : json.deserialize(shape.type(), bytes, bytes.length);
    if (value == null) {
      throw new IOException("the document is null, not a " + shape);
    }
    return (T) value;
  }

  @Override
  public String description() {
    return "dsl-json "
        + Artifacts.version("com.dslplatform:dsl-json")
        + ": JsonWriter reused for each thread, DslJson.deserialize(byte[]), "
        + converter;
  }

  @SuppressWarnings("unchecked") // See the constructor.
  private JsonWriter write(T value) {
    JsonWriter writer = writers.get();
    writer.reset();
    if (shape.isList()) {
      writer.serialize((List<Object>) value, elementWriter);
    } else {
      elementWriter.write(writer, value);
    }
    return writer;
  }

  /**
   * Without its generated code DSL-JSON analyses classes at run time and says nothing; this row is
   * not that one.
   */
  private static String requireGenerated(
      Shape<?> shape, WriteObject<?> writer, ReadObject<?> reader) {
    if (shape.element() == Map.class) {
      return "its own map converter";
    }
    for (Object converter : List.of(writer, reader)) {
      if (!converter.getClass().getName().contains("_DslJsonConverter")) {
        throw new IllegalStateException(
            "DSL-JSON would use "
                + converter.getClass().getName()
                + " for "
                + shape.element().getName()
                + " and not generated code: the build must name its annotation processor");
      }
    }
    return "generated " + writer.getClass().getName() + " and " + reader.getClass().getName();
  }
}
