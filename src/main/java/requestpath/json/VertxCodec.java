package requestpath.json;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import requestpath.payload.AddedCheckException;
import requestpath.payload.Artifacts;
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
 * <p>With Jackson's databind on the class path, as here and as in most services, Vert.x uses it for
 * these two as well, else its own loop over Jackson's parser and generator; {@link #description}
 * says which. It hands out one codec for the whole process, and no setting is changed: nulls are
 * written, doubles are exact, and what follows the document is refused, but for comments, which it
 * allows
 * (https://github.com/eclipse-vertx/vert.x/blob/master/vertx-core/src/main/java/io/vertx/core/json/jackson/JacksonCodec.java).
 * Depth is limited to 1000, by Jackson's constraints.
 */
final class VertxCodec<T> implements JsonCodec<T> {
  private final boolean isList;

  VertxCodec(Shape<T> shape) {
    supports(shape).require();
    isList = shape.isList();
  }

  static Support supports(Shape<?> shape) {
    return shape.isMap()
        ? Support.YES
        : Support.no(
            "it maps classes with Jackson's databind: that is JACKSON2",
            "https://github.com/eclipse-vertx/vert.x/blob/master/src/main/asciidoc/override/json.adoc");
  }

  @Override
  public byte[] toBytes(T value) throws IOException {
    try {
      return (isList ? array(value).toBuffer() : object(value).toBuffer()).getBytes();
    } catch (StackOverflowError e) {
      throw new AddedCheckException("nested too deeply", e);
    }
  }

  @Override
  public String toText(T value) throws IOException {
    try {
      return isList ? array(value).encode() : object(value).encode();
    } catch (StackOverflowError e) {
      throw new AddedCheckException("nested too deeply", e);
    }
  }

  @Override
  @SuppressWarnings("unchecked") // The shape is a map or a list of maps.
  public T fromBytes(byte[] json) {
    Buffer buffer = Buffer.buffer(json);
    return (T) (isList ? new JsonArray(buffer).getList() : new JsonObject(buffer).getMap());
  }

  @Override
  public String description() {
    return "vertx-core "
        + Artifacts.version("io.vertx:vertx-core")
        + ": JsonArray and JsonObject, toBuffer and encode, of a Buffer; through "
        + Json.CODEC.getClass().getName();
  }

  private static JsonArray array(Object value) {
    return new JsonArray((List<?>) value);
  }

  @SuppressWarnings("unchecked") // The shape is a map.
  private static JsonObject object(Object value) {
    return new JsonObject((Map<String, Object>) value);
  }
}
