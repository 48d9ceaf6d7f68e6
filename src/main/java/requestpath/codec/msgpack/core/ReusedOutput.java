package requestpath.codec.msgpack.core;

import java.util.Arrays;
import org.msgpack.core.buffer.MessageBuffer;
import org.msgpack.core.buffer.MessageBufferOutput;

/**
 * Where a msgpack-core packer writes: one array that grows to the largest message and serves all of
 * them. The library's own output in memory goes on behind the last message and takes a new array
 * every few dozen messages.
 */
final class ReusedOutput implements MessageBufferOutput {
  private static final int INITIAL_SIZE = 8192;

  private byte[] bytes = new byte[INITIAL_SIZE];
  private MessageBuffer whole = MessageBuffer.wrap(bytes);
  private int written;

  /** Forgets what was written. */
  void rewind() {
    written = 0;
  }

  /** What was written, in an array of that length. */
  byte[] toByteArray() {
    return Arrays.copyOf(bytes, written);
  }

  @Override
  public MessageBuffer next(int minimumSize) {
    reserve(minimumSize);
    return written == 0 ? whole : MessageBuffer.wrap(bytes, written, bytes.length - written);
  }

  @Override
  public void writeBuffer(int length) {
    written += length;
  }

  @Override
  public void write(byte[] buffer, int offset, int length) {
    reserve(length);
    System.arraycopy(buffer, offset, bytes, written, length);
    written += length;
  }

  @Override
  public void add(byte[] buffer, int offset, int length) {
    write(buffer, offset, length);
  }

  @Override
  public void flush() {
    // Nothing is behind this output.
  }

  @Override
  public void close() {
    // Nothing is held.
  }

  private void reserve(int more) {
    if (bytes.length - written < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(written, more)));
      whole = MessageBuffer.wrap(bytes);
    }
  }
}
