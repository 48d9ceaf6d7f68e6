package requestpath.codec.json.gson;

import static requestpath.codec.json.gson.GsonFields.text;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import requestpath.payload.ApplicationInfo;
import requestpath.payload.KeyValue;
import requestpath.payload.Message;

/** What the services of the documents take and give, written and read by hand for Gson. */
final class GsonDocumentAdapters {
  private GsonDocumentAdapters() {}

  static final class OfMessage extends TypeAdapter<Message> {
    @Override
    public void write(JsonWriter out, Message message) throws IOException {
      out.beginObject();
      out.name("message").value(message.message());
      out.endObject();
    }

    @Override
    @SuppressWarnings("NullAway") // What is missing is null, and whoever asked for it refuses it.
    public Message read(JsonReader in) throws IOException {
      @Nullable String message = null;
      in.beginObject();
      while (in.hasNext()) {
        switch (in.nextName()) {
          case "message" -> message = text(in);
          default -> in.skipValue();
        }
      }
      in.endObject();
      return new Message(message);
    }
  }

  static final class OfApplicationInfo extends TypeAdapter<ApplicationInfo> {
    @Override
    public void write(JsonWriter out, ApplicationInfo info) throws IOException {
      out.beginObject();
      out.name("name").value(info.name());
      out.name("releaseYear").value(info.releaseYear());
      out.endObject();
    }

    @Override
    @SuppressWarnings("NullAway") // What is missing is null, and whoever asked for it refuses it.
    public ApplicationInfo read(JsonReader in) throws IOException {
      @Nullable String name = null;
      int releaseYear = 0;
      in.beginObject();
      while (in.hasNext()) {
        switch (in.nextName()) {
          case "name" -> name = text(in);
          case "releaseYear" -> releaseYear = in.nextInt();
          default -> in.skipValue();
        }
      }
      in.endObject();
      return new ApplicationInfo(name, releaseYear);
    }
  }

  static final class OfKeyValue extends TypeAdapter<KeyValue> {
    @Override
    public void write(JsonWriter out, KeyValue pair) throws IOException {
      out.beginObject();
      out.name("key").value(pair.key());
      out.name("value").value(pair.value());
      out.endObject();
    }

    @Override
    @SuppressWarnings("NullAway") // What is missing is null, and whoever asked for it refuses it.
    public KeyValue read(JsonReader in) throws IOException {
      @Nullable String key = null;
      @Nullable String value = null;
      in.beginObject();
      while (in.hasNext()) {
        switch (in.nextName()) {
          case "key" -> key = text(in);
          case "value" -> value = text(in);
          default -> in.skipValue();
        }
      }
      in.endObject();
      return new KeyValue(key, value);
    }
  }
}
