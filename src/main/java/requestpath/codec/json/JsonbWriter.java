package requestpath.codec.json;

import jakarta.json.bind.Jsonb;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import requestpath.codec.AddedCheckException;

/**
 * How every implementation of JSON Binding is asked to write.
 *
 * <p>One object is written as text, as servers do it
 * (https://github.com/eclipse-ee4j/jersey/blob/3.1.9/media/json-binding/src/main/java/org/glassfish/jersey/jsonb/internal/JsonBindingProvider.java):
 * a stream has a buffer of 8 KB, which costs a small object more than its own work. Lists, which
 * have 1000 records by default, are written into a stream.
 *
 * @param type of the values
 */
record JsonbWriter(Jsonb jsonb, Type type, boolean isList) {
  private static final int INITIAL_BUFFER = 4096;

  byte[] toBytes(Object value) throws IOException {
    if (!isList) {
      return toText(value).getBytes(StandardCharsets.UTF_8);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(INITIAL_BUFFER);
    try {
      jsonb.toJson(value, type, bytes);
    } catch (StackOverflowError e) {
      throw new AddedCheckException(e);
    }
    return bytes.toByteArray();
  }

  String toText(Object value) throws IOException {
    try {
      return jsonb.toJson(value, type);
    } catch (StackOverflowError e) {
      throw new AddedCheckException(e);
    }
  }
}
