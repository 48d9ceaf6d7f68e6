package requestpath.codec.json.gson;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What adapters for Gson read alike. */
final class GsonFields {
  private GsonFields() {}

  /** A text or null. */
  static @Nullable String text(JsonReader in) throws IOException {
    if (in.peek() == JsonToken.NULL) {
      in.nextNull();
      return null;
    }
    return in.nextString();
  }

  /** A list, which is never null. */
  static <E> List<E> readLines(JsonReader in, TypeAdapter<E> adapter) throws IOException {
    List<E> lines = new ArrayList<>();
    in.beginArray();
    while (in.hasNext()) {
      lines.add(adapter.read(in));
    }
    in.endArray();
    return lines;
  }
}
