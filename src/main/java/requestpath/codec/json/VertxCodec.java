package requestpath.codec.json;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.json.jackson.DatabindCodec;
import io.vertx.core.json.jackson.JacksonCodec;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import requestpath.codec.AddedCheckException;
import requestpath.codec.LibraryCatalogue;
import requestpath.codec.json.jackson2.Jackson2Codec;
import requestpath.payload.Shape;
import requestpath.payload.Support;

/**
 * Vert.x: its JsonObject and JsonArray, over Jackson 2.
 *
 * <p>Both wrap a map or a list without a copy, are made of a {@code Buffer} and encoded to one,
 * which is how a Vert.x handler meets JSON
 * (https://github.com/eclipse-vertx/vert.x/blob/master/src/main/asciidoc/override/json.adoc). What
 * they hold after reading is plain maps and lists, so nothing is converted. A buffer of bytes is a
 * copy in both directions: Vert.x gives no public way to wrap an array.
 *
 * <p>With Jackson 2's databind on the class path, Vert.x uses it for these two as well ({@code
 * DatabindCodec}), else its own loop over Jackson's parser and generator ({@code JacksonCodec}):
 * two variants, as databind is optional and services are deployed both ways. Vert.x picks one for
 * the whole process by what it finds
 * (https://github.com/eclipse-vertx/vert.x/blob/5.2.3/vertx-core/src/main/java/io/vertx/core/json/jackson/JacksonFactory.java);
 * here the codec is named, and called as {@code JsonArray} and {@code JsonObject} call the one that
 * was picked. No setting is changed: nulls are written, doubles are exact, and what follows the
 * document is refused, but for comments, which it allows
 * (https://github.com/eclipse-vertx/vert.x/blob/master/vertx-core/src/main/java/io/vertx/core/json/jackson/JacksonCodec.java).
 * Depth is limited to 1000, by Jackson's constraints.
 *
 * <p>From Java 21 on Vert.x also has two codecs over Jackson 3, which it picks only when the core
 * of Jackson 2 is missing. They are not measured.
 */
final class VertxCodec<T> implements JsonCodec<T> {
  private final boolean isList;
  private final io.vertx.core.spi.json.JsonCodec codec;

  /** With the codec that Vert.x picks when databind is there, or with the one when it is not. */
  VertxCodec(Shape<T> shape, boolean databind) {
    if (!shape.isMap()) {
      supports(shape).require();
    }
    isList = shape.isList();
    codec = databind ? new DatabindCodec() : new JacksonCodec();
  }

  static Support supports(Shape<?> shape) {
    return shape.isMap()
        ? Support.YES
        : Support.no(
            "it maps classes with Jackson's databind: that is JACKSON2",
            "https://github.com/eclipse-vertx/vert.x/blob/master/src/main/asciidoc/override/json.adoc");
  }

  /** What is known of the variant before it runs. */
  static JsonDescriptor descriptor() {
    return JsonDescriptor.supporting(VertxCodec::supports).reading(Jackson2Codec.parserLimits());
  }

  @Override
  public byte[] toBytes(T value) throws IOException {
    try {
      return codec.toBuffer(isList ? array(value) : object(value), false).getBytes();
    } catch (StackOverflowError e) {
      throw new AddedCheckException(e);
    }
  }

  @Override
  public String toText(T value) throws IOException {
    try {
      return codec.toString(isList ? array(value) : object(value), false);
    } catch (StackOverflowError e) {
      throw new AddedCheckException(e);
    }
  }

  @Override
  @SuppressWarnings("unchecked") // The shape is a map or a list of maps.
  public T fromBytes(byte[] json) {
    Buffer buffer = Buffer.buffer(json);
    return (T)
        (isList
            ? new JsonArray(codec.fromBuffer(buffer, List.class)).getList()
            : new JsonObject(codec.fromBuffer(buffer, Map.class)).getMap());
  }

  @Override
  public String description() {
    return "vertx-core "
        + LibraryCatalogue.version("io.vertx:vertx-core")
        + ": JsonArray and JsonObject, toBuffer and encode, of a Buffer; through "
        + codec.getClass().getName();
  }

  private static JsonArray array(Object value) {
    return new JsonArray((List<?>) value);
  }

  @SuppressWarnings("unchecked") // The shape is a map.
  private static JsonObject object(Object value) {
    return new JsonObject((Map<String, Object>) value);
  }
}
