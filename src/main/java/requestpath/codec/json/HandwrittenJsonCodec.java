package requestpath.codec.json;

import java.io.IOException;
import requestpath.codec.AddedCheckException;
import requestpath.codec.DocumentLimits;
import requestpath.codec.LibraryCatalogue;
import requestpath.codec.handwritten.json.HandwrittenJson;
import requestpath.payload.Shape;
import requestpath.payload.Support;

/**
 * JSON by hand in plain Java: the reference that libraries are compared with, and no library.
 *
 * <p>One buffer for each thread to write in; nothing is kept to read. What RFC 8259 allows is read
 * and nothing else: malformed UTF-8 is refused, and to write, half a surrogate pair, NaN and
 * infinities. Libraries read and write uncommon doubles. See the package {@code
 * requestpath.codec.handwritten.json}.
 */
final class HandwrittenJsonCodec<T> implements JsonCodec<T> {
  private final HandwrittenJson<T> json;

  HandwrittenJsonCodec(Shape<T> shape) {
    json = new HandwrittenJson<>(shape);
  }

  static Support supports(Shape<?> shape) {
    return HandwrittenJson.supports(shape)
        ? Support.YES
        : Support.no(
            "it is written by hand, for the source articles' records, the small messages and Map alone",
            "https://www.rfc-editor.org/rfc/rfc8259");
  }

  /** What is known of the variant before it runs. */
  static JsonDescriptor descriptor() {
    // RFC 8259, section 9, lets a parser set limits.
    return JsonDescriptor.supporting(HandwrittenJsonCodec::supports)
        .reading(
            DocumentLimits.NONE.number(1000, "https://www.rfc-editor.org/rfc/rfc8259#section-9"));
  }

  @Override
  public byte[] toBytes(T value) throws IOException {
    try {
      return json.toBytes(value);
    } catch (StackOverflowError e) {
      throw new AddedCheckException(e);
    }
  }

  @Override
  public String toText(T value) throws IOException {
    try {
      return json.toText(value);
    } catch (StackOverflowError e) {
      throw new AddedCheckException(e);
    }
  }

  @Override
  public T fromBytes(byte[] document) throws IOException {
    try {
      return json.fromBytes(document);
    } catch (StackOverflowError e) {
      throw new AddedCheckException(e);
    }
  }

  @Override
  public String description() {
    return "hand-written 1: plain Java, a buffer for each thread, nothing cached; fastdoubleparser "
        + LibraryCatalogue.version("ch.randelshofer:fastdoubleparser")
        + " and jackson-core "
        + LibraryCatalogue.version("com.fasterxml.jackson.core:jackson-core")
        + " for uncommon doubles";
  }
}
