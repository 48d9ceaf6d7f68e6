package requestpath.codec.handwritten.json;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import requestpath.codec.handwritten.ItemAccess;
import requestpath.codec.handwritten.Outputs;
import requestpath.payload.ApplicationInfo;
import requestpath.payload.Item;
import requestpath.payload.ItemBean;
import requestpath.payload.KeyValue;
import requestpath.payload.Message;
import requestpath.payload.Shape;

/**
 * Documents of one Java type, written and read by hand; safe from many threads.
 *
 * @param <T> the Java type
 */
public final class HandwrittenJson<T> {
  private final Template<T> template;
  private final Outputs<Output> outputs;

  /**
   * For a shape.
   *
   * @throws UnsupportedOperationException when {@link #supports} says no
   */
  @SuppressWarnings("unchecked") // The shape says that its values are of this class.
  public HandwrittenJson(Shape<T> shape) {
    Template<?> element = template(shape.element());
    if (element == null) {
      throw new UnsupportedOperationException(
          "nobody wrote by hand what reads " + shape + ": take another library");
    }
    template = (Template<T>) (shape.isList() ? new Lists<>(element) : element);
    outputs = new Outputs<>(Output::new);
  }

  /** Whether somebody wrote it. */
  public static boolean supports(Shape<?> shape) {
    return template(shape.element()) != null;
  }

  /**
   * The value as a document in UTF-8, in an array of its own.
   *
   * @throws IOException when JSON has no form for something in it
   */
  public byte[] toBytes(T value) throws IOException {
    return template.toBytes(outputs, value);
  }

  /**
   * The value as a document.
   *
   * @throws IOException when JSON has no form for something in it
   */
  public String toText(T value) throws IOException {
    return outputs.toText(template, value);
  }

  /**
   * The value of a document in UTF-8.
   *
   * @throws IOException when it is not JSON or not of the type
   */
  public T fromBytes(byte[] document) throws IOException {
    try {
      return template.fromBytes(document);
    } catch (IndexOutOfBoundsException e) {
      throw new IOException("the document ends too early, after " + document.length + " bytes", e);
    }
  }

  private static @Nullable Template<?> template(Class<?> element) {
    if (element == Item.class) {
      return new Items<>(new ItemAccess.OfRecord());
    } else if (element == ItemBean.class) {
      return new Items<>(new ItemAccess.OfBean());
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
