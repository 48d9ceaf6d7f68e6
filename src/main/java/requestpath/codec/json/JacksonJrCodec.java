package requestpath.codec.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.jr.annotationsupport.JacksonAnnotationExtension;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import requestpath.codec.AddedCheckException;
import requestpath.codec.LibraryCatalogue;
import requestpath.codec.json.jackson2.Jackson2Codec;
import requestpath.payload.Shape;

/**
 * jackson-jr: the small databinding over Jackson's generator and parser, by reflection.
 *
 * <p>One {@code JSON}, which is immutable and safe from many threads
 * (https://github.com/FasterXML/jackson-jr); bytes in and bytes out. Its features stand at
 * https://github.com/FasterXML/jackson-jr/wiki/JSON-Features. Lists of maps are read as lists of
 * anything, for its reader of a list of a class takes no maps; that each element is a map is
 * checked here.
 *
 * <p>Jackson's annotations are read by an extension
 * (https://github.com/FasterXML/jackson-jr/tree/2.22/jr-annotation-support). It is registered for
 * types of the user's own, which may have annotations; those of this project have none.
 *
 * <p>It writes the fields of beans and records in alphabetical order, and refuses a name that comes
 * twice in a map.
 *
 * <p>Settings that make the answer equal to the others': nulls are written; maps are complete when
 * they are returned, where the default builds their index at the first look. It ignores unknown
 * fields by itself. What follows the document is checked here, on a parser that it is given, for it
 * does not look. Doubles are read and written by the slow ways of jackson-core, as in JACKSON2.
 * Depth is limited to 1000 and strings to 20 million characters, by the constraints of
 * jackson-core.
 */
final class JacksonJrCodec<T> implements JsonCodec<T> {
  private final JSON json;
  private final Shape<T> shape;

  JacksonJrCodec(Shape<T> shape) {
    this.shape = shape;
    JSON.Builder builder =
        JSON.builder()
            .enable(JSON.Feature.WRITE_NULL_PROPERTIES)
            .disable(JSON.Feature.USE_DEFERRED_MAPS);
    if (shape.isOfUser()) {
      builder.register(JacksonAnnotationExtension.std);
    }
    json = builder.build();
  }

  /** What is known of the variant before it runs. */
  static JsonDescriptor descriptor() {
    return JsonDescriptor.UNLIMITED.reading(Jackson2Codec.parserLimits());
  }

  @Override
  public byte[] toBytes(T value) throws IOException {
    try {
      return json.asBytes(value);
    } catch (StackOverflowError e) {
      throw new AddedCheckException(e);
    }
  }

  @Override
  public String toText(T value) throws IOException {
    try {
      return json.asString(value);
    } catch (StackOverflowError e) {
      throw new AddedCheckException(e);
    }
  }

  @Override
  @SuppressWarnings("unchecked") // The shape says that its type is T's.
  public T fromBytes(byte[] bytes) throws IOException {
    try (JsonParser parser = json.createParser(bytes)) {
      Object value = read(parser);
      if (parser.nextToken() != null) {
        throw new AddedCheckException("more follows the document");
      }
      return (T) value;
    } catch (StackOverflowError e) {
      throw new AddedCheckException(e);
    }
  }

  private Object read(JsonParser parser) throws IOException {
    if (shape.isMap()) {
      return shape.isList() ? requireMaps(parser, json.listFrom(parser)) : json.mapFrom(parser);
    }
    return shape.isList()
        ? json.listOfFrom(shape.element(), parser)
        : json.beanFrom(shape.element(), parser);
  }

  private static List<Object> requireMaps(JsonParser parser, List<Object> list)
      throws JsonParseException {
    for (Object element : list) {
      if (!(element instanceof Map)) {
        throw new JsonParseException(parser, "an element of the list is not an object");
      }
    }
    return list;
  }

  @Override
  public String description() {
    return "jackson-jr-objects "
        + LibraryCatalogue.version("com.fasterxml.jackson.jr:jackson-jr-objects")
        + ": JSON.asBytes and asString, JSON.beanFrom, listOfFrom, mapFrom and listFrom on a parser,"
        + " bound by reflection"
        + (shape.isOfUser() ? ", with JacksonAnnotationExtension" : "");
  }
}
