package requestpath.codec.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import jakarta.json.JsonWriterFactory;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.parsson.JsonProviderImpl;
import org.jspecify.annotations.Nullable;
import requestpath.codec.AddedCheckException;
import requestpath.codec.DocumentLimits;
import requestpath.codec.LibraryCatalogue;
import requestpath.payload.Shape;
import requestpath.payload.Support;

/**
 * Parsson, the reference implementation of Jakarta JSON Processing: its {@code JsonObject} and
 * {@code JsonArray}.
 *
 * <p>One factory each for builders, parsers and writers, as the specification recommends when many
 * of them are made; factories are safe from many threads
 * (https://jakarta.ee/specifications/jsonp/2.1/apidocs/jakarta.json/jakarta/json/jsonwriterfactory).
 * One object is written as text, lists are written into a stream, and both are read from text. The
 * provider and the factories are named in the code, so that none is looked up.
 *
 * <p>Only maps. The contract is about {@code Map<String, Object>}, and a {@code JsonObject} is a
 * map of {@code JsonValue}s. So writing first builds such a tree from the maps, with Parsson's own
 * builders, and reading converts the tree to plain maps at the end. Both conversions are part of
 * the time: reading the tree without them took 0.69 of it, writing an existing tree 0.38. A program
 * that works on the tree itself does not need them.
 *
 * <p>A {@code JsonReader} does not check what follows the document
 * (https://github.com/eclipse-ee4j/parsson/issues/18). So the tree is read from the parser, as the
 * reader does it
 * (https://github.com/eclipse-ee4j/parsson/blob/1.1.9/impl/src/main/java/org/eclipse/parsson/JsonReaderImpl.java),
 * and the parser is then asked whether there is more: it throws if anything but blanks follows.
 *
 * <p>Fractions are BigDecimal in both directions, which has no negative zero. Depth is limited to
 * 1000, numbers to 1100 characters and documents to 15 million, by its defaults; the character
 * after a number counts twice, as it is read twice
 * (https://github.com/eclipse-ee4j/parsson/blob/1.1.9/impl/src/main/java/org/eclipse/parsson/JsonTokenizer.java).
 * Nesting in what is written is limited by the stack alone; the error is turned into an exception
 * here.
 *
 * <p>Configurations tried, as ratios of time to this one, lists, JDK 17: to write, text 0.51 for
 * one record, and 1.14 for 1000, no difference shown; to read, a stream 1.94 for one record, as it
 * has a buffer of 8 KB, and 0.96 for 1000, no difference shown.
 */
final class ParssonCodec<T> implements JsonCodec<T> {
  /** Where its limits are. */
  private static final String DEFAULTS =
      "https://github.com/eclipse-ee4j/parsson/blob/1.1.9/impl/src/main/java/org/eclipse/parsson/JsonContext.java";

  private static final int INITIAL_BUFFER = 4096;

  private final boolean isList;
  private final JsonBuilderFactory builders;
  private final JsonParserFactory parsers;
  private final JsonWriterFactory writers;

  ParssonCodec(Shape<T> shape) {
    if (!shape.isMap()) {
      supports(shape).require();
    }
    isList = shape.isList();
    // Named, not found: another implementation may stand on the class path.
    JsonProvider provider = new JsonProviderImpl();
    builders = provider.createBuilderFactory(Map.of());
    parsers = provider.createParserFactory(Map.of());
    writers = provider.createWriterFactory(Map.of());
  }

  private static Support supports(Shape<?> shape) {
    return shape.isMap()
        ? Support.YES
        : Support.no(
            "Jakarta JSON Processing binds no classes; JSON Binding does: use YASSON or JOHNZON",
            "https://jakarta.ee/specifications/jsonp/2.1/");
  }

  /** What is known of the variant before it runs. */
  static JsonDescriptor descriptor() {
    // Fractions are BigDecimal, which has no negative zero.
    DocumentLimits unsigned =
        DocumentLimits.NONE.noNegativeZero(
            "https://github.com/eclipse-ee4j/parsson/blob/1.1.9/impl/src/main/java/org/eclipse/parsson/JsonNumberImpl.java");
    return JsonDescriptor.supporting(ParssonCodec::supports)
        .reading(unsigned.number(1100, DEFAULTS).and(parserLimits()))
        .writing(unsigned);
  }

  /**
   * The limits of everything that reads through Parsson's parser: a little less than its 15
   * million, because the other document of the correctness check has one more field.
   */
  static DocumentLimits parserLimits() {
    return DocumentLimits.NONE.document(14_999_000, DEFAULTS);
  }

  @Override
  public byte[] toBytes(T value) throws IOException {
    if (!isList) {
      return toText(value).getBytes(StandardCharsets.UTF_8);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(INITIAL_BUFFER);
    try (JsonWriter writer = writers.createWriter(bytes)) {
      writer.write(structure(value));
    } catch (StackOverflowError e) {
      throw new AddedCheckException(e);
    }
    return bytes.toByteArray();
  }

  @Override
  public String toText(T value) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonWriter writer = writers.createWriter(text)) {
      writer.write(structure(value));
    } catch (StackOverflowError e) {
      throw new AddedCheckException(e);
    }
    return text.toString();
  }

  @SuppressWarnings("unchecked") // The shape is a map or a list of maps.
  private JsonStructure structure(T value) {
    return isList
        ? builders.createArrayBuilder((List<Object>) value).build()
        : builders.createObjectBuilder((Map<String, Object>) value).build();
  }

  @Override
  @SuppressWarnings("unchecked") // The shape is a map or a list of maps.
  public T fromBytes(byte[] json) throws IOException {
    try (JsonParser parser =
        parsers.createParser(new StringReader(new String(json, StandardCharsets.UTF_8)))) {
      parser.next();
      Object value = isList ? maps(parser.getArray()) : plain(parser.getObject());
      if (parser.hasNext()) {
        throw new AddedCheckException("more follows the document");
      }
      return (T) value;
    } catch (StackOverflowError e) {
      throw new AddedCheckException(e);
    }
  }

  /** The elements as plain maps. */
  private static List<Object> maps(JsonArray array) {
    List<Object> maps = new ArrayList<>(array.size());
    for (JsonObject element : array.getValuesAs(JsonObject.class)) {
      maps.add(plain(element));
    }
    return maps;
  }

  private static Map<String, @Nullable Object> plain(JsonObject object) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>(object.size() * 4 / 3 + 1);
    object.forEach((name, member) -> map.put(name, plain(member)));
    return map;
  }

  private static @Nullable Object plain(JsonValue value) {
    return switch (value.getValueType()) {
      case OBJECT -> plain(value.asJsonObject());
      case ARRAY -> {
        List<@Nullable Object> list = new ArrayList<>(value.asJsonArray().size());
        value.asJsonArray().forEach(element -> list.add(plain(element)));
        yield list;
      }
      case STRING -> ((JsonString) value).getString();
      case NUMBER -> ((JsonNumber) value).numberValue();
      case TRUE -> true;
      case FALSE -> false;
      case NULL -> null;
    };
  }

  @Override
  public String description() {
    return "parsson "
        + LibraryCatalogue.version("org.eclipse.parsson:parsson")
        + ": JsonArray and JsonObject built from lists and maps, JsonWriter to a Writer, for lists"
        + " to an OutputStream; JsonParser.getArray and getObject of a text, converted to lists"
        + " and maps";
  }
}
