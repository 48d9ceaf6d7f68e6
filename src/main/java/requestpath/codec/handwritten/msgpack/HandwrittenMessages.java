package requestpath.codec.handwritten.msgpack;

import org.jspecify.annotations.Nullable;
import requestpath.codec.handwritten.Handwritten;
import requestpath.codec.handwritten.ItemBinding;
import requestpath.codec.handwritten.Template;
import requestpath.payload.Shape;

/**
 * Writes and reads MessagePack messages of one Java type by hand; safe from many threads.
 *
 * @param <T> the Java type
 */
public final class HandwrittenMessages<T> extends Handwritten<Output, T> {
  /**
   * For a shape.
   *
   * @throws UnsupportedOperationException when {@link #supports} says no
   */
  public HandwrittenMessages(Shape<T> shape) {
    super(shape, template(shape), Output::new);
  }

  /** Whether there is a reference for the shape. */
  public static boolean supports(Shape<?> shape) {
    return template(shape) != null;
  }

  private static @Nullable Template<Output, ?> template(Shape<?> shape) {
    if (shape.isList()) {
      return null;
    }
    ItemBinding<?> items = ItemBinding.of(shape.element());
    if (items != null) {
      return new Items<>(items);
    }
    return shape.isMap() ? new Maps() : null;
  }
}
