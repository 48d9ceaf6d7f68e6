package requestpath.codec.json;

import com.alibaba.fastjson2.JSON;
import com.alibaba.fastjson2.JSONFactory;
import com.alibaba.fastjson2.JSONObject;
import com.alibaba.fastjson2.JSONReader;
import com.alibaba.fastjson2.JSONWriter;
import com.alibaba.fastjson2.TypeReference;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import requestpath.codec.AddedCheckException;
import requestpath.codec.DocumentLimits;
import requestpath.codec.LibraryCatalogue;
import requestpath.payload.Shape;

/**
 * fastjson2 with the readers and writers that it generates as byte code at run time.
 *
 * <p>The static methods of {@code JSON}, bytes in and bytes out, as its guide advises
 * (https://raw.githubusercontent.com/alibaba/fastjson2/master/docs/performance_en.md), with one
 * context to read and one to write, built once and only read afterwards. It keeps the generated
 * readers and writers, and its buffers for the next call, by itself. Where generating fails it
 * falls back to reflection and does not say so, hence {@link #description()} checks what it found.
 * The constructor does not: a cold start times it, in one direction.
 *
 * <p>Settings that make the answer equal to the others': nulls are written; fractions in maps are
 * doubles, where the default makes BigDecimal of them; a field named {@code $ref} is data, where
 * the default follows it. {@code LargeObject} lets the buffer grow beyond 64 MiB, since a text can
 * ask for twelve bytes a character; the writer reads the flag once, in its constructor
 * (https://github.com/alibaba/fastjson2/blob/2.0.64/core/src/main/java/com/alibaba/fastjson2/JSONWriter.java).
 * All features: https://raw.githubusercontent.com/alibaba/fastjson2/master/docs/features_en.md.
 * AutoType is off, which is the default. Maps are read as its own {@code JSONObject}, since a map
 * read by its declared type is accepted when its document ends too early.
 *
 * <p>Checked here: a document that is empty or null is refused, and its last character must close
 * it, since a comma or a NUL behind it is accepted. It also accepts some that are not JSON, for
 * which it has no setting: a comma missing between fields or elements, a brace missing before an
 * object, in nested maps a quote missing before a name, unknown escapes, control characters and
 * leading zeros; a like one was a bug: https://github.com/alibaba/fastjson2/issues/2592. What it
 * skips has no limit of depth: what exhausts the stack is made an exception here.
 */
final class Fastjson2Codec<T> implements JsonCodec<T> {
  private final Shape<T> shape;
  private final Type type;
  private final JSONWriter.Context writing =
      JSONFactory.createWriteContext(JSONWriter.Feature.WriteNulls, JSONWriter.Feature.LargeObject);
  private final JSONReader.Context reading =
      JSONFactory.createReadContext(
          JSONReader.Feature.UseDoubleForDecimals, JSONReader.Feature.DisableReferenceDetect);

  Fastjson2Codec(Shape<T> shape) {
    this.shape = shape;
    type = type(shape);
  }

  /** What is known of the variant before it runs. */
  static JsonDescriptor descriptor() {
    String sources =
        "https://github.com/alibaba/fastjson2/blob/2.0.64/core/src/main/java/com/alibaba/fastjson2/";
    return JsonDescriptor.UNLIMITED.reading(
        DocumentLimits.NONE
            .number(2048, sources + "JSONFactory.java")
            .noNegativeZero(sources + "JSONReaderUTF8.java"));
  }

  @Override
  public byte[] toBytes(T value) throws IOException {
    try {
      return JSON.toJSONBytes(value, StandardCharsets.UTF_8, writing);
    } catch (StackOverflowError e) {
      throw new AddedCheckException(e);
    }
  }

  @Override
  public String toText(T value) throws IOException {
    try {
      return JSON.toJSONString(value, writing);
    } catch (StackOverflowError e) {
      throw new AddedCheckException(e);
    }
  }

  @Override
  public T fromBytes(byte[] json) throws IOException {
    DocumentEnd.require(json, shape);
    @Nullable T value = read(json);
    if (value == null) {
      throw new AddedCheckException("the document is null, not a " + shape);
    }
    return value;
  }

  private @Nullable T read(byte[] json) throws IOException {
    try {
      return JSON.parseObject(json, type, reading);
    } catch (StackOverflowError e) {
      throw new AddedCheckException(e);
    }
  }

  @Override
  public String description() {
    return "fastjson2 "
        + LibraryCatalogue.version("com.alibaba.fastjson2:fastjson2")
        + ": JSON.toJSONBytes, toJSONString and parseObject(byte[]) with contexts, "
        + requireGenerated();
  }

  private static Type type(Shape<?> shape) {
    if (!shape.isMap()) {
      return shape.type();
    }
    return shape.isList() ? new TypeReference<List<JSONObject>>() {}.getType() : JSONObject.class;
  }

  /** The generated classes are named for what they are: ORG for readers, OWG for writers. */
  private String requireGenerated() {
    if (shape.isMap()) {
      return "its own map reader and writer";
    }
    Class<?> reader =
        JSONFactory.getDefaultObjectReaderProvider().getObjectReader(shape.element()).getClass();
    Class<?> writer =
        JSONFactory.getDefaultObjectWriterProvider().getObjectWriter(shape.element()).getClass();
    if (shape.isOfUser()) {
      return found(reader, "ORG_") + " and " + found(writer, "OWG_");
    }
    if (!reader.getSimpleName().startsWith("ORG_") || !writer.getSimpleName().startsWith("OWG_")) {
      throw new IllegalStateException(
          "fastjson2 would use "
              + reader.getName()
              + " and "
              + writer.getName()
              + " for "
              + shape.element().getName()
              + " and not generated code: the class must be public and visible to it");
    }
    return "generated " + reader.getSimpleName() + " and " + writer.getSimpleName();
  }

  /** It generates no code for a class that is not public or has too many fields. */
  private static String found(Class<?> made, String generated) {
    return (made.getSimpleName().startsWith(generated) ? "generated " : "not generated ")
        + made.getSimpleName();
  }
}
