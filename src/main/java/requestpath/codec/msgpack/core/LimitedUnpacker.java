package requestpath.codec.msgpack.core;

import java.io.IOException;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.core.buffer.MessageBufferInput;
import requestpath.codec.AddedCheckException;

/**
 * An unpacker that refuses a header which claims more than its message can hold: each element and
 * each byte of a text takes at least one byte. So {@code unpackValue} cannot allocate much for a
 * few bytes with false lengths.
 */
final class LimitedUnpacker extends MessageUnpacker {
  private int messageLength;
  private long elementsLeft;

  LimitedUnpacker(MessageBufferInput in) {
    super(in, MessagePack.DEFAULT_UNPACKER_CONFIG);
  }

  /** Starts a message of this length. */
  void reset(MessageBufferInput in, int length) throws IOException {
    reset(in);
    messageLength = length;
    elementsLeft = length;
  }

  @Override
  public int unpackArrayHeader() throws IOException {
    int size = super.unpackArrayHeader();
    take(size);
    return size;
  }

  @Override
  public int unpackMapHeader() throws IOException {
    int size = super.unpackMapHeader();
    take(2L * size);
    return size;
  }

  @Override
  public byte[] readPayload(int length) throws IOException {
    if (length > messageLength) {
      throw new AddedCheckException("the message ends within a value");
    }
    return super.readPayload(length);
  }

  /** Counts elements: all containers together cannot have more than the message has bytes. */
  private void take(long elements) throws AddedCheckException {
    elementsLeft -= elements;
    if (elementsLeft < 0) {
      throw new AddedCheckException("the message ends within a container");
    }
  }
}
