package requestpath.codec.handwritten.msgpack;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import requestpath.codec.handwritten.ItemAccess;
import requestpath.codec.handwritten.Outputs;
import requestpath.payload.Item;
import requestpath.payload.ItemBean;
import requestpath.payload.Shape;

/**
 * Messages of one Java type, written and read by hand; safe from many threads.
 *
 * @param <T> the Java type
 */
public final class HandwrittenMessages<T> {
  private final Template<T> template;
  private final Outputs<Output> outputs;

  /**
   * For a shape.
   *
   * @throws UnsupportedOperationException when {@link #supports} says no
   */
  @SuppressWarnings("unchecked") // The shape says that its values are of this class.
  public HandwrittenMessages(Shape<T> shape) {
    Template<?> found = template(shape);
    if (found == null) {
      throw new UnsupportedOperationException(
          "nobody wrote by hand what reads " + shape + ": take another library");
    }
    template = (Template<T>) found;
    outputs = new Outputs<>(Output::new);
  }

  /** Whether somebody wrote it. */
  public static boolean supports(Shape<?> shape) {
    return template(shape) != null;
  }

  /**
   * The value as one message, in an array of its own.
   *
   * @throws IOException when MessagePack has no form for something in it
   */
  public byte[] toBytes(T value) throws IOException {
    return template.toBytes(outputs, value);
  }

  /**
   * The value of one message.
   *
   * @throws IOException when it is not MessagePack or not of the type
   */
  public T fromBytes(byte[] message) throws IOException {
    try {
      return template.read(message);
    } catch (IndexOutOfBoundsException e) {
      throw new IOException("the message ends too early, after " + message.length + " bytes", e);
    }
  }

  private static @Nullable Template<?> template(Shape<?> shape) {
    Class<?> element = shape.element();
    if (shape.isList()) {
      return null;
    } else if (element == Item.class) {
      return new Items<>(new ItemAccess.OfRecord());
    } else if (element == ItemBean.class) {
      return new Items<>(new ItemAccess.OfBean());
    }
    return element == Map.class ? new Maps() : null;
  }
}
