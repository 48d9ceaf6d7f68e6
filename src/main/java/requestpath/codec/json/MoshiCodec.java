package requestpath.codec.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Set;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import requestpath.codec.AddedCheckException;
import requestpath.codec.LibraryCatalogue;
import requestpath.payload.Shape;

/**
 * Moshi with its reflective adapters, for records and for classes.
 *
 * <p>One {@code Moshi}, from it one {@code JsonAdapter} for the shape, both safe from many threads
 * (https://square.github.io/moshi/1.x/moshi/moshi/com.squareup.moshi/-json-adapter/index.html);
 * readers and writers serve one document each. Bytes go through an Okio {@code Buffer}, whose
 * segments come from a pool; its maintainer did the same in a benchmark
 * (https://github.com/cowtowncoder/java-json-performance-benchmarks/pull/4). A writer on a buffer
 * has nothing of its own to flush. Records are bound since
 * https://github.com/square/moshi/pull/1381 by code that its jar holds for Java 16 and later, so
 * the jar that it is part of must be multi-release.
 *
 * <p>Settings that make the answer equal to the others': nulls are written; anything that follows
 * the document is refused, which it checks for texts alone
 * (https://github.com/square/moshi/pull/441). Numbers in maps it reads as doubles, by decision, and
 * leaves anything else to an adapter (https://github.com/square/moshi/pull/314): the one here keeps
 * integers and passes all that is not a number on to its own. Fields are written in alphabetical
 * order, but for records. A document that lacks a primitive component of a record is refused, where
 * other variants read zero; it has no setting for that (https://github.com/square/moshi/pull/1445).
 * Nesting is limited to 255.
 */
final class MoshiCodec<T> implements JsonCodec<T> {
  private static final JsonAdapter.Factory INTEGERS_IN_MAPS = MoshiCodec::integersInMaps;

  private final JsonAdapter<T> adapter;
  private final String binding;

  MoshiCodec(Shape<T> shape) {
    Moshi moshi = new Moshi.Builder().add(INTEGERS_IN_MAPS).build();
    adapter = moshi.<T>adapter(shape.type()).serializeNulls();
    binding =
        shape.isMap()
            ? "its own map adapter, integers in maps kept by an adapter for Object"
            : "bound by reflection";
  }

  @Override
  public byte[] toBytes(T value) throws IOException {
    Buffer sink = new Buffer();
    adapter.toJson(sink, value);
    return sink.readByteArray();
  }

  @Override
  public String toText(T value) {
    return adapter.toJson(value);
  }

  @Override
  public T fromBytes(byte[] json) throws IOException {
    JsonReader reader = JsonReader.of(new Buffer().write(json));
    T value = adapter.fromJson(reader);
    if (value == null) {
      throw new AddedCheckException("the document is null");
    }
    if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
      throw new AddedCheckException("more follows the document at " + reader.getPath());
    }
    return value;
  }

  @Override
  public String description() {
    return "moshi "
        + LibraryCatalogue.version("com.squareup.moshi:moshi")
        + ": JsonAdapter.toJson into an Okio Buffer and to a String, JsonAdapter.fromJson from a"
        + " Buffer, "
        + binding;
  }

  private static @Nullable JsonAdapter<?> integersInMaps(
      Type type, Set<? extends Annotation> annotations, Moshi moshi) {
    return type == Object.class && annotations.isEmpty()
        ? new ObjectAdapter(moshi.nextAdapter(INTEGERS_IN_MAPS, type, annotations))
        : null;
  }

  /** Its adapter for values of unknown type, but for the integers that it reads. */
  private static final class ObjectAdapter extends JsonAdapter<Object> {
    private final JsonAdapter<Object> original;

    ObjectAdapter(JsonAdapter<Object> original) {
      this.original = original;
    }

    @Override
    public @Nullable Object fromJson(JsonReader reader) throws IOException {
      return reader.peek() == JsonReader.Token.NUMBER
          ? number(reader.nextString())
          : original.fromJson(reader);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Object value) throws IOException {
      original.toJson(writer, value);
    }

    private static Number number(String text) {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == '.' || c == 'e' || c == 'E') {
          return Double.parseDouble(text);
        }
      }
      try {
        return Long.parseLong(text);
      } catch (NumberFormatException beyondLong) {
        return new BigDecimal(text);
      }
    }
  }
}
