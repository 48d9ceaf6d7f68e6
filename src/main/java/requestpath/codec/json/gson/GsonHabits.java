package requestpath.codec.json.gson;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import requestpath.codec.LibraryCatalogue;
import requestpath.payload.Shape;

/**
 * Common ways to use Gson that cost, beside the careful way. The settings are those of {@code
 * GsonCodec} in all of them; only the habit differs.
 *
 * <p>A {@code Gson} is safe from many threads and keeps the adapters that it made
 * (https://github.com/google/gson/blob/main/UserGuide.md); one made for each call makes them again.
 * It writes a document in many small pieces, so what is behind the writer that it is given counts.
 *
 * @param <T> the shape's Java type
 */
public final class GsonHabits<T> {
  private final Gson gson = newGson();
  private final Type type;

  /** Habits over values of the shape. */
  public GsonHabits(Shape<T> shape) {
    type = shape.type();
  }

  private static Gson newGson() {
    return GsonCodec.withSettings(new GsonBuilder()).create();
  }

  /** The careful way to write: a Gson that is kept, its text encoded. */
  public byte[] encode(T value) {
    return gson.toJson(value, type).getBytes(StandardCharsets.UTF_8);
  }

  /** A Gson made for each call, which finds out anew how the types are written. */
  public byte[] encodeNewEachCall(T value) {
    return newGson().toJson(value, type).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Into a stream through a writer with a buffer.
   *
   * @throws IOException never, as the stream is in memory
   */
  public byte[] encodeBufferedWriter(T value) throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    try (Writer writer =
        new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8))) {
      gson.toJson(value, type, writer);
    }
    return stream.toByteArray();
  }

  /**
   * Into a stream through a writer without a buffer, which encodes each small piece by itself.
   *
   * @throws IOException never, as the stream is in memory
   */
  public byte[] encodeUnbufferedWriter(T value) throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    try (Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8)) {
      gson.toJson(value, type, writer);
    }
    return stream.toByteArray();
  }

  /** What is in use: library and version. */
  public String description() {
    return "gson " + LibraryCatalogue.version("com.google.code.gson:gson");
  }
}
