package requestpath.codec.handwritten;

import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import requestpath.payload.Shape;

/**
 * Writes and reads values of one Java type in one format; safe from many threads.
 *
 * @param <B> what the format writes into
 * @param <T> the Java type
 */
public abstract class Handwritten<B extends OutputBuffer, T> {
  private final Template<B, T> template;
  private final Outputs<B> outputs;

  /**
   * For a shape.
   *
   * @param template the shape's; null when there is none
   * @param buffers makes a buffer for each thread
   * @throws UnsupportedOperationException when there is no template
   */
  @SuppressWarnings("unchecked") // The shape says that its values are of this class.
  protected Handwritten(Shape<T> shape, @Nullable Template<B, ?> template, Supplier<B> buffers) {
    if (template == null) {
      throw new UnsupportedOperationException(
          "the hand-written reference does not support " + shape + ": use another library");
    }
    this.template = (Template<B, T>) template;
    outputs = new Outputs<>(buffers);
  }

  /**
   * Writes the value into an array of its own.
   *
   * @throws IOException when the format cannot hold something in it
   */
  public final byte[] toBytes(T value) throws IOException {
    return template.toBytes(outputs, value);
  }

  /** Writes the value and decodes the bytes as UTF-8. */
  protected final String utf8(T value) throws IOException {
    return outputs.toText(template, value);
  }

  /**
   * Reads the value that is the whole input.
   *
   * @throws IOException when the input is not of the format or not of the type
   */
  public final T fromBytes(byte[] input) throws IOException {
    try {
      return template.fromBytes(input);
    } catch (IndexOutOfBoundsException e) {
      throw new IOException("the input ends too early, after " + input.length + " bytes", e);
    }
  }
}
