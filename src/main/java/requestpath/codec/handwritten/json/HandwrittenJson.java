package requestpath.codec.handwritten.json;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import requestpath.codec.handwritten.Handwritten;
import requestpath.codec.handwritten.ItemBinding;
import requestpath.payload.ApplicationInfo;
import requestpath.payload.KeyValue;
import requestpath.payload.Message;
import requestpath.payload.Shape;

/**
 * Writes and reads JSON documents of one Java type by hand; safe from many threads.
 *
 * @param <T> the Java type
 */
public final class HandwrittenJson<T> extends Handwritten<Output, T> {
  /**
   * For a shape.
   *
   * @throws UnsupportedOperationException when {@link #supports} says no
   */
  public HandwrittenJson(Shape<T> shape) {
    super(shape, template(shape), Output::new);
  }

  /** Whether there is a reference for the shape. */
  public static boolean supports(Shape<?> shape) {
    return template(shape) != null;
  }

  /**
   * Writes the value as text.
   *
   * @throws IOException when JSON cannot hold something in it
   */
  public String toText(T value) throws IOException {
    return utf8(value);
  }

  private static @Nullable JsonTemplate<?> template(Shape<?> shape) {
    JsonTemplate<?> element = element(shape.element());
    return element != null && shape.isList() ? new Lists<>(element) : element;
  }

  private static @Nullable JsonTemplate<?> element(Class<?> element) {
    ItemBinding<?> items = ItemBinding.of(element);
    if (items != null) {
      return new Items<>(items);
    } else if (element == Message.class) {
      return new Messages.OfMessage();
    } else if (element == KeyValue.class) {
      return new Messages.OfKeyValue();
    } else if (element == ApplicationInfo.class) {
      return new Messages.OfApplicationInfo();
    }
    return element == Map.class ? new Maps() : null;
  }
}
