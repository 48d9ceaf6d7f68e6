package requestpath.codec.msgpack.core;

import java.io.IOException;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;
import requestpath.payload.Shape;

/**
 * A common way to use msgpack-core that costs, beside the careful way. The fields are read by the
 * same code in both; only the habit differs.
 *
 * <p>The library lets unpackers be used again since its users asked for that
 * (https://github.com/msgpack/msgpack-java/issues/113).
 *
 * @param <T> the shape's Java type
 */
public final class MsgPackHabits<T> {
  private final MsgPackCoreCodec<T> codec;

  /** Habits over values of the shape. */
  public MsgPackHabits(Shape<T> shape) {
    codec = new MsgPackCoreCodec<>(shape);
  }

  /**
   * The careful way to read: one unpacker for each thread, reset to each message.
   *
   * @throws IOException when it is not MessagePack or not of the shape
   */
  public T decode(byte[] message) throws IOException {
    return codec.fromBytes(message);
  }

  /**
   * An unpacker made for each message, with buffers of its own.
   *
   * @throws IOException when it is not MessagePack or not of the shape
   */
  public T decodeNewUnpackerEachCall(byte[] message) throws IOException {
    try (MessageUnpacker unpacker = MessagePack.newDefaultUnpacker(message)) {
      return codec.read(unpacker);
    }
  }

  /** What is in use: library and version. */
  public String description() {
    return codec.description();
  }
}
