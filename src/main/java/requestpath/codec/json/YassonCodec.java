package requestpath.codec.json;

import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.parsson.JsonProviderImpl;
import org.eclipse.yasson.JsonBindingProvider;
import org.eclipse.yasson.YassonJsonb;
import requestpath.codec.AddedCheckException;
import requestpath.codec.DocumentLimits;
import requestpath.codec.LibraryCatalogue;
import requestpath.payload.Shape;

/**
 * Yasson, the reference implementation of Jakarta JSON Binding, over Parsson's parser and
 * generator.
 *
 * <p>One {@code Jsonb} for all threads: it is safe and meant to be kept, as its authors say
 * (https://download.oracle.com/javaee-archive/jsonb-spec.java.net/users/2016/03/0419.html). {@link
 * JsonbWriter} writes; documents are read from text. JSON Binding 3.0 does not know records; Yasson
 * binds them through their accessors and their one constructor, without any annotation
 * (https://github.com/eclipse-ee4j/yasson/pull/499). Fields are written in lexicographical order,
 * its default.
 *
 * <p>Settings that make the answer equal to the others': nulls are written. What follows the
 * document is not looked at (https://github.com/eclipse-ee4j/parsson/issues/18), so the parser is
 * made here and handed over through Yasson's own {@code YassonJsonb}. Asked afterwards whether
 * there is more, it throws if anything but blanks follows.
 *
 * <p>Not refused, for which there is no setting: an integer too large for an {@code int}, which
 * wraps, and what is not JSON inside the value of an unknown field, which Parsson skips by counting
 * brackets. Numbers in maps become BigDecimal, which has no negative zero. Nesting in maps is
 * limited by the stack alone, Parsson's own limit comes too late; the error is turned into an
 * exception here. Parsson reads at most 15 million characters of a document and counts the one
 * after a number twice.
 *
 * <p>It never returns from a document that ends inside an unknown array or object: Parsson skips
 * and asks for more text again and again. For {@code verify} alone, {@link #interruptible} makes a
 * codec whose reader ends that loop when its thread is interrupted, as a socket's would.
 *
 * <p>Configurations tried, as ratios of time to this one, JDK 17: a stream for one small object 4.3
 * to write, 2.4 to read and write, as it has a buffer of 8 KB; text for 1000 records 1.19 to write;
 * a stream to read 1000 records 0.96, no difference shown.
 */
final class YassonCodec<T> implements JsonCodec<T> {
  private final Type type;
  private final YassonJsonb jsonb;
  private final JsonbWriter writer;
  private final JsonParserFactory parsers;

  YassonCodec(Shape<T> shape) {
    this(shape, parsers());
  }

  private YassonCodec(Shape<T> shape, JsonParserFactory parsers) {
    type = shape.type();
    this.parsers = parsers;
    // Named, not found: another implementation may stand on the class path.
    JsonProvider provider = new JsonProviderImpl();
    jsonb =
        (YassonJsonb)
            JsonbBuilder.newBuilder(new JsonBindingProvider())
                .withProvider(provider)
                .withConfig(new JsonbConfig().withNullValues(true))
                .build();
    writer = new JsonbWriter(jsonb, type, shape.isList());
  }

  /** One whose reading ends when its thread is interrupted; it is never measured. */
  static <T> YassonCodec<T> interruptible(Shape<T> shape) {
    return new YassonCodec<>(shape, new InterruptibleParsers(parsers()));
  }

  private static JsonParserFactory parsers() {
    return new JsonProviderImpl().createParserFactory(Map.of());
  }

  /** What is known of the variant before it runs. */
  static JsonDescriptor descriptor() {
    // Numbers become BigDecimal, which has no negative zero.
    return JsonDescriptor.UNLIMITED.reading(
        DocumentLimits.NONE
            .noNegativeZero(
                "https://github.com/eclipse-ee4j/yasson/blob/3.0.4/src/main/java/org/eclipse/yasson/internal/deserializer/types/ObjectTypeDeserializer.java")
            .and(ParssonCodec.parserLimits()));
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
    try (JsonParser parser =
        parsers.createParser(new StringReader(new String(json, StandardCharsets.UTF_8)))) {
      T value = jsonb.fromJson(parser, type);
      if (parser.hasNext()) {
        throw new AddedCheckException("more follows the document");
      }
      return value;
    } catch (StackOverflowError e) {
      throw new AddedCheckException(e);
    }
  }

  @Override
  public String description() {
    return "yasson "
        + LibraryCatalogue.version("org.eclipse:yasson")
        + ": Jsonb.toJson, for lists to an OutputStream; YassonJsonb.fromJson of a text through the"
        + " parser of parsson "
        + LibraryCatalogue.version("org.eclipse.parsson:parsson")
        + ", bound by reflection";
  }
}
