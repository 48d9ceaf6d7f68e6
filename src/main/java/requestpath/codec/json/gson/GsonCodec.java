package requestpath.codec.json.gson;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.Strictness;
import com.google.gson.ToNumberPolicy;
import com.google.gson.TypeAdapter;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import requestpath.codec.AddedCheckException;
import requestpath.codec.DocumentLimits;
import requestpath.codec.LibraryCatalogue;
import requestpath.codec.json.JsonCodec;
import requestpath.codec.json.JsonDescriptor;
import requestpath.payload.Shape;

/**
 * Gson with its reflective adapters, or with those that it is given: {@link GsonAdapters}.
 *
 * <p>One {@code Gson}, from it one {@code TypeAdapter} for the shape, both safe from many threads
 * and meant to be kept (https://github.com/google/gson/blob/main/UserGuide.md); readers and writers
 * serve one document each. Gson knows no bytes, so a sink must be chosen: for text its own {@code
 * toJson}, for bytes that text encoded, for reading a {@code StringReader} over the decoded bytes.
 *
 * <p>Settings that make the answer equal to the others': nulls are written; {@code <>&='} are not
 * escaped (U+2028 and U+2029 always are); what is not JSON is refused, as is anything that follows
 * the document, which an adapter alone does not check; integers in maps stay integers, where the
 * default makes every number a double. Nesting is limited to 255, by its reader.
 *
 * <p>Configurations tried, as ratios of time to this one, 1000 records, JDK 17: to encode, {@code
 * toJson} into a {@code StringBuilder} 0.98; the adapter into a {@code StringWriter} 1.8, into a
 * {@code BufferedWriter} over an {@code OutputStreamWriter} 1.8, into that without the buffer 2.3:
 * Gson writes character by character, and these sinks lock for each. To decode, {@code fromJson}
 * and an {@code InputStreamReader}: no difference shown; but a message of 51 bytes, read and
 * answered, takes 2.5 times as long with that reader, which has a buffer of 8 KB.
 */
public final class GsonCodec<T> implements JsonCodec<T> {
  private final Gson gson;
  private final String binding;
  private final Type type;
  private final TypeAdapter<T> adapter;

  /** Gson as it comes. */
  public GsonCodec(Shape<T> shape) {
    this(shape, withSettings(new GsonBuilder()).create(), "bound by reflection");
  }

  /** With a Gson that has the settings, and in words how it binds. */
  @SuppressWarnings("unchecked") // The shape says that its type is T's.
  GsonCodec(Shape<T> shape, Gson gson, String binding) {
    this.gson = gson;
    this.binding = binding;
    type = shape.type();
    adapter = (TypeAdapter<T>) gson.getAdapter(TypeToken.get(type));
  }

  /** The settings that make the answer equal to the others', in every use of Gson. */
  static GsonBuilder withSettings(GsonBuilder builder) {
    return builder
        .serializeNulls()
        .disableHtmlEscaping()
        .setStrictness(Strictness.STRICT)
        .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE);
  }

  /** What is known of the variant before it runs. */
  public static JsonDescriptor descriptor() {
    // A number must fit into the reader's buffer.
    return JsonDescriptor.UNLIMITED.reading(
        DocumentLimits.NONE.number(
            1023,
            "https://github.com/google/gson/blob/gson-parent-2.15.0/gson/src/main/java/com/google/gson/stream/JsonReader.java"));
  }

  @Override
  public byte[] toBytes(T value) throws IOException {
    return toText(value).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toText(T value) throws IOException {
    try {
      return gson.toJson(value, type);
    } catch (StackOverflowError e) {
      throw new AddedCheckException(e);
    }
  }

  @Override
  public T fromBytes(byte[] json) throws IOException {
    JsonReader reader =
        gson.newJsonReader(new StringReader(new String(json, StandardCharsets.UTF_8)));
    T value = adapter.read(reader);
    if (reader.peek() != JsonToken.END_DOCUMENT) {
      throw new AddedCheckException("more follows the document at " + reader.getPath());
    }
    return value;
  }

  @Override
  public String description() {
    return "gson "
        + LibraryCatalogue.version("com.google.code.gson:gson")
        + ": Gson.toJson, for bytes with String.getBytes;"
        + " TypeAdapter.read from a StringReader; "
        + binding;
  }
}
