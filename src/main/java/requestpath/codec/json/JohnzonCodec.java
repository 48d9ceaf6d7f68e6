package requestpath.codec.json;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.apache.johnzon.core.JsonProviderImpl;
import org.apache.johnzon.jsonb.JohnzonProvider;
import requestpath.codec.AddedCheckException;
import requestpath.codec.DocumentLimits;
import requestpath.codec.LibraryCatalogue;
import requestpath.payload.Shape;

/**
 * Apache Johnzon's JSON-B over its own parser and generator, as TomEE has it.
 *
 * <p>One {@code Jsonb} for all threads: JSON Binding says that it is safe and meant to be kept
 * (https://download.oracle.com/javaee-archive/jsonb-spec.java.net/users/2016/03/0425.html). {@link
 * JsonbWriter} writes; documents are read from text. Johnzon first reads the whole document as a
 * tree of JSON-P and then maps that tree. It binds records through their accessors and their one
 * constructor, without any annotation
 * (https://github.com/apache/johnzon/blob/v2.0.2/johnzon-jsonb/src/main/java/org/apache/johnzon/jsonb/JsonbAccessMode.java).
 *
 * <p>The one setting: nulls are written. All else is its default
 * (https://johnzon.apache.org/index.html). It ignores unknown fields, refuses what follows the
 * document, and takes its buffers (64k characters to read, 64k to write, 256k for long texts) from
 * a queue, which keeps as many as there were users at a time. Nesting is limited by the stack
 * alone; the error is turned into an exception here.
 *
 * <p>Both providers are named here. Johnzon still looks for a JSON-P provider when it is built
 * (https://github.com/apache/johnzon/blob/v2.0.2/johnzon-mapper/src/main/java/org/apache/johnzon/mapper/MapperBuilder.java),
 * but does not read or write with what it finds.
 *
 * <p>Limits: its maximum of 262,144 characters holds for blanks in a row, and not for texts, names
 * and numbers, which continue in further buffers (https://github.com/apache/johnzon/pull/121). So
 * the caller must bound the document.
 *
 * <p>Wrong, for which there is no setting: negative zero loses its sign when read, as every
 * fraction becomes a BigDecimal first. NaN is left out with its name. An integer beyond long wraps
 * in a list within a map, and in an object where it crosses the end of a read buffer. An int or
 * long field refuses an exponent such as 1e100000 after seconds, and a larger one practically never
 * (https://github.com/apache/johnzon/commit/08884bbe, after 2.1.0, is about this). Numbers in maps
 * are BigDecimal; in lists within maps they are Integer, Long and Double.
 *
 * <p>Configurations tried, as ratios of time to this one, JDK 17: a stream for one small object 2.6
 * to write, 2.1 to read and write, as it has a buffer of 8 KB; text for 1000 records 1.12 to write;
 * a stream to read 1000 records 0.93, no difference shown.
 */
final class JohnzonCodec<T> implements JsonCodec<T> {
  private final Type type;
  private final Jsonb jsonb;
  private final JsonbWriter writer;

  JohnzonCodec(Shape<T> shape) {
    type = shape.type();
    // Named, not found: another implementation may stand on the class path.
    jsonb =
        JsonbBuilder.newBuilder(new JohnzonProvider())
            .withProvider(new JsonProviderImpl())
            .withConfig(new JsonbConfig().withNullValues(true))
            .build();
    writer = new JsonbWriter(jsonb, type, shape.isList());
  }

  /** What is known of the variant before it runs. */
  static JsonDescriptor descriptor() {
    // Fractions become BigDecimal, which has no negative zero.
    return JsonDescriptor.UNLIMITED.reading(
        DocumentLimits.NONE.noNegativeZero(
            "https://github.com/apache/johnzon/blob/v2.0.2/johnzon-core/src/main/java/org/apache/johnzon/core/JsonNumberImpl.java"));
  }

  @Override
  public byte[] toBytes(T value) throws IOException {
    return writer.toBytes(value);
  }

  @Override
  public String toText(T value) throws IOException {
    return writer.toText(value);
  }

  @Override
  public T fromBytes(byte[] json) throws IOException {
    try {
      return jsonb.fromJson(new String(json, StandardCharsets.UTF_8), type);
    } catch (StackOverflowError e) {
      throw new AddedCheckException(e);
    }
  }

  @Override
  public String description() {
    return "johnzon-jsonb "
        + LibraryCatalogue.version("org.apache.johnzon:johnzon-jsonb")
        + ": Jsonb.toJson, for lists to an OutputStream; Jsonb.fromJson of a text,"
        + " over johnzon-core, bound by reflection";
  }
}
