package requestpath.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.Strictness;
import com.google.gson.ToNumberPolicy;
import com.google.gson.TypeAdapter;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import requestpath.payload.AddedCheckException;
import requestpath.payload.Address;
import requestpath.payload.AddressBean;
import requestpath.payload.ApplicationInfo;
import requestpath.payload.Artifacts;
import requestpath.payload.Item;
import requestpath.payload.ItemBean;
import requestpath.payload.KeyValue;
import requestpath.payload.Message;
import requestpath.payload.Numbers;
import requestpath.payload.NumbersBean;
import requestpath.payload.Order;
import requestpath.payload.OrderBean;
import requestpath.payload.OrderLine;
import requestpath.payload.OrderLineBean;
import requestpath.payload.Shape;
import requestpath.payload.Support;

/**
 * Gson with a {@code TypeAdapter} written by hand for each type, in the place of reflection.
 *
 * <p>All else is as in {@link GsonCodec}: one {@code Gson} with the same settings, one adapter for
 * the shape, the same sinks. Adapters are registered null-safe, as its documentation asks for
 * (https://github.com/google/gson/blob/main/gson/src/main/java/com/google/gson/TypeAdapter.java); a
 * list of elements is Gson's own adapter of lists over them, the lines of an order are looped over
 * by hand. Where no adapter is registered Gson falls back to reflection and does not say so
 * (https://github.com/google/gson/blob/main/Troubleshooting.md), which is why the constructor
 * asserts what it found.
 *
 * <p>Adapters read as the contract wants: keys in any order, unknown ones skipped, null for texts
 * and the address. What is stricter than in GSON: null for a number, a boolean or the lines of an
 * order is refused. A missing list is empty, where GSON leaves it null in a record. Nesting is
 * limited to 255, by Gson's reader.
 *
 * <p>Maps alone are not here: an adapter for them would be what Gson brings.
 */
final class GsonAdapterCodec<T> implements JsonCodec<T> {
  /** All are without state. */
  private static final Map<Class<?>, TypeAdapter<?>> ADAPTERS =
      Map.ofEntries(
          Map.entry(Item.class, new GsonItemAdapters.OfRecord().nullSafe()),
          Map.entry(ItemBean.class, new GsonItemAdapters.OfBean().nullSafe()),
          Map.entry(Numbers.class, new GsonNumbersAdapters.OfRecord().nullSafe()),
          Map.entry(NumbersBean.class, new GsonNumbersAdapters.OfBean().nullSafe()),
          Map.entry(Order.class, new GsonOrderAdapters.OfOrder().nullSafe()),
          Map.entry(Address.class, new GsonOrderAdapters.OfAddress().nullSafe()),
          Map.entry(OrderLine.class, new GsonOrderAdapters.OfLine().nullSafe()),
          Map.entry(OrderBean.class, new GsonOrderBeanAdapters.OfOrder().nullSafe()),
          Map.entry(AddressBean.class, new GsonOrderBeanAdapters.OfAddress().nullSafe()),
          Map.entry(OrderLineBean.class, new GsonOrderBeanAdapters.OfLine().nullSafe()),
          Map.entry(Message.class, new GsonDocumentAdapters.OfMessage().nullSafe()),
          Map.entry(ApplicationInfo.class, new GsonDocumentAdapters.OfApplicationInfo().nullSafe()),
          Map.entry(KeyValue.class, new GsonDocumentAdapters.OfKeyValue().nullSafe()));

  private final Gson gson;
  private final Type type;
  private final TypeAdapter<T> adapter;

  @SuppressWarnings("unchecked") // The shape says that its type is T's.
  GsonAdapterCodec(Shape<T> shape) {
    supports(shape).require();
    GsonBuilder builder =
        new GsonBuilder()
            .serializeNulls()
            .disableHtmlEscaping()
            .setStrictness(Strictness.STRICT)
            .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE);
    ADAPTERS.forEach(builder::registerTypeAdapter);
    gson = builder.create();
    TypeAdapter<?> found = gson.getAdapter(shape.element());
    if (found != ADAPTERS.get(shape.element())) {
      throw new IllegalStateException(
          "Gson would use " + found + " for " + shape.element().getName() + " and not our adapter");
    }
    type = shape.type();
    adapter = (TypeAdapter<T>) gson.getAdapter(TypeToken.get(type));
  }

  static Support supports(Shape<?> shape) {
    if (shape.isMap()) {
      return Support.no(
          "maps have no adapter of one's own to write, Gson brings theirs: they are GSON",
          "https://github.com/google/gson/blob/main/UserGuide.md");
    }
    return ADAPTERS.containsKey(shape.element())
        ? Support.YES
        : Support.no(
            "adapters are written by hand, and for " + shape.element().getName() + " none is",
            "https://github.com/google/gson/blob/main/gson/src/main/java/com/google/gson/TypeAdapter.java");
  }

  @Override
  public byte[] toBytes(T value) {
    return toText(value).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toText(T value) {
    return gson.toJson(value, type);
  }

  @Override
  public T fromBytes(byte[] json) throws IOException {
    JsonReader reader =
        gson.newJsonReader(
            new InputStreamReader(new ByteArrayInputStream(json), StandardCharsets.UTF_8));
    T value = adapter.read(reader);
    if (reader.peek() != JsonToken.END_DOCUMENT) {
      throw new AddedCheckException("more follows the document at " + reader.getPath());
    }
    return value;
  }

  @Override
  public String description() {
    return "gson "
        + Artifacts.version("com.google.code.gson:gson")
        + ": Gson.toJson, for bytes with String.getBytes;"
        + " TypeAdapter.read from an InputStreamReader; adapters by hand";
  }
}
