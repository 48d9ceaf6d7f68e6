package requestpath.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.Strictness;
import com.google.gson.ToNumberPolicy;
import com.google.gson.TypeAdapter;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import requestpath.payload.Artifacts;
import requestpath.payload.Shape;

/** PLACEHOLDER */
final class GsonCodec<T> implements JsonCodec<T> {
  private final Gson gson =
      new GsonBuilder()
          .serializeNulls()
          .disableHtmlEscaping()
          .setStrictness(Strictness.STRICT)
          .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
          .create();
  private final TypeAdapter<T> adapter;

  @SuppressWarnings("unchecked") // The shape says that its type is T's.
  GsonCodec(Shape<T> shape) {
    adapter = (TypeAdapter<T>) gson.getAdapter(TypeToken.get(shape.type()));
  }

  @Override
  public byte[] toBytes(T value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try (Writer sink = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8))) {
      adapter.write(gson.newJsonWriter(sink), value);
    }
    return bytes.toByteArray();
  }

  @Override
  public String toText(T value) throws IOException {
    StringWriter text = new StringWriter();
    adapter.write(gson.newJsonWriter(text), value);
    return text.toString();
  }

  @Override
  public T fromBytes(byte[] json) throws IOException {
    JsonReader reader =
        gson.newJsonReader(
            new InputStreamReader(new ByteArrayInputStream(json), StandardCharsets.UTF_8));
    T value = adapter.read(reader);
    if (reader.peek() != JsonToken.END_DOCUMENT) {
      throw new MalformedJsonException("more follows the document at " + reader.getPath());
    }
    return value;
  }

  @Override
  public String description() {
    return "gson "
        + Artifacts.version("gson")
        + ": TypeAdapter over JsonWriter into a BufferedWriter over UTF-8 bytes, or a StringWriter;"
        + " JsonReader over an InputStreamReader; bound by reflection";
  }
}
