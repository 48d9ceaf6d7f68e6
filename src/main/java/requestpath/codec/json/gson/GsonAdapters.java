package requestpath.codec.json.gson;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import requestpath.codec.json.JsonCodec;
import requestpath.codec.json.JsonDescriptor;
import requestpath.payload.Address;
import requestpath.payload.AddressBean;
import requestpath.payload.ApplicationInfo;
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
 * Gson with a {@code TypeAdapter} written by hand for each type, instead of reflection.
 *
 * <p>All else is as in {@link GsonCodec}: one {@code Gson} with the same settings, one adapter for
 * the shape, the same sinks. Adapters are registered null-safe, as its documentation asks for
 * (https://github.com/google/gson/blob/main/gson/src/main/java/com/google/gson/TypeAdapter.java); a
 * list of elements is Gson's own adapter of lists over them, the lines of an order are looped over
 * by hand. Where no adapter is registered Gson falls back to reflection and does not say so
 * (https://github.com/google/gson/blob/main/Troubleshooting.md), which is why what it found is
 * asserted here.
 *
 * <p>Adapters read as the contract wants: keys in any order, unknown ones skipped, null for texts
 * and the address. What is stricter than in GSON: null for a number, a boolean or the lines of an
 * order is refused. A missing list is empty, where GSON leaves it null in a record. Nesting is
 * limited to 255, by Gson's reader.
 *
 * <p>Maps alone are not here: an adapter for them would be what Gson brings.
 */
public final class GsonAdapters {
  /** All are without state. */
  private static final Map<Class<?>, TypeAdapter<?>> ADAPTERS =
      Map.ofEntries(
          Map.entry(Item.class, new GsonFlatAdapters.OfItem().nullSafe()),
          Map.entry(ItemBean.class, new GsonFlatAdapters.OfItemBean().nullSafe()),
          Map.entry(Numbers.class, new GsonFlatAdapters.OfNumbers().nullSafe()),
          Map.entry(NumbersBean.class, new GsonFlatAdapters.OfNumbersBean().nullSafe()),
          Map.entry(Order.class, new GsonOrdersAdapters.OfOrder().nullSafe()),
          Map.entry(Address.class, new GsonOrdersAdapters.OfAddress().nullSafe()),
          Map.entry(OrderLine.class, new GsonOrdersAdapters.OfLine().nullSafe()),
          Map.entry(OrderBean.class, new GsonOrdersAdapters.OfOrderBean().nullSafe()),
          Map.entry(AddressBean.class, new GsonOrdersAdapters.OfAddressBean().nullSafe()),
          Map.entry(OrderLineBean.class, new GsonOrdersAdapters.OfLineBean().nullSafe()),
          Map.entry(Message.class, new GsonFlatAdapters.OfMessage().nullSafe()),
          Map.entry(ApplicationInfo.class, new GsonFlatAdapters.OfApplicationInfo().nullSafe()),
          Map.entry(KeyValue.class, new GsonFlatAdapters.OfKeyValue().nullSafe()));

  private GsonAdapters() {}

  /**
   * The codec of a shape, whose adapters are these.
   *
   * @throws UnsupportedOperationException when there is no adapter for the shape
   */
  public static <T> JsonCodec<T> codec(Shape<T> shape) {
    TypeAdapter<?> ours = ADAPTERS.get(shape.element());
    if (ours == null) {
      throw new UnsupportedOperationException(supports(shape).reason());
    }
    GsonBuilder builder = GsonCodec.withSettings(new GsonBuilder());
    ADAPTERS.forEach(builder::registerTypeAdapter);
    Gson gson = builder.create();
    TypeAdapter<?> found = gson.getAdapter(shape.element());
    if (found != ours) {
      throw new IllegalStateException(
          "Gson would use " + found + " for " + shape.element().getName() + " and not our adapter");
    }
    return new GsonCodec<>(shape, gson, "adapters by hand");
  }

  /** What is known of the variant before it runs. */
  public static JsonDescriptor descriptor() {
    return JsonDescriptor.supporting(GsonAdapters::supports);
  }

  /** Whether there are adapters for the shape. */
  private static Support supports(Shape<?> shape) {
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
