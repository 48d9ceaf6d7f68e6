package requestpath.codec.msgpack;

import java.io.IOException;
import requestpath.codec.AddedCheckException;
import requestpath.codec.handwritten.msgpack.HandwrittenMessages;
import requestpath.payload.Shape;
import requestpath.payload.Support;

/**
 * MessagePack by hand in plain Java: the reference that libraries are compared with, and no
 * library.
 *
 * <p>One buffer for each thread to write in; nothing is kept to read. Stricter than some: malformed
 * UTF-8 and half a surrogate pair are refused. See the package {@code
 * requestpath.codec.handwritten.msgpack}.
 */
final class HandwrittenMsgPackCodec<T> implements MsgPackCodec<T> {
  private static final String SOURCE = "https://github.com/msgpack/msgpack/blob/master/spec.md";

  private final HandwrittenMessages<T> messages;

  HandwrittenMsgPackCodec(Shape<T> shape) {
    messages = new HandwrittenMessages<>(shape);
  }

  static Support supports(Shape<?> shape) {
    return HandwrittenMessages.supports(shape)
        ? Support.YES
        : Support.no(
            "it is written by hand, for the source articles' records and Map alone", SOURCE);
  }

  @Override
  public byte[] toBytes(T value) throws IOException {
    return messages.toBytes(value);
  }

  @Override
  public T fromBytes(byte[] message) throws IOException {
    try {
      return messages.fromBytes(message);
    } catch (StackOverflowError e) {
      throw new AddedCheckException(e);
    }
  }

  @Override
  public String description() {
    return "hand-written 1: plain Java, a buffer for each thread, nothing cached";
  }
}
