package requestpath.codec.handwritten;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A buffer that grows and is used for value after value of one thread. What a format adds is a
 * final subclass, whose writers take a position and return the one behind what they wrote; no
 * method is overridden, so each call goes to one place.
 */
public abstract class OutputBuffer {
  /** Room for all that a template writes between two texts, words that overlap its end included. */
  private static final int SLACK = 512;

  /** The bytes; another array after each call that may need more room. */
  protected byte[] buffer = new byte[Buffers.INITIAL_SIZE];

  /** For one thread. */
  protected OutputBuffer() {}

  /** The buffer; only until the next call that may need more room. */
  public final byte[] buffer() {
    return buffer;
  }

  /** The buffer, with room for what a template writes between two texts. */
  public final byte[] reserve(int at) {
    return reserve(at, 0);
  }

  /** The same, and room for this many bytes more. */
  public final byte[] reserve(int at, int more) {
    return buffer.length - SLACK - at >= more ? buffer : grow(at, more);
  }

  private byte[] grow(int at, int more) {
    buffer = Buffers.grown(buffer, (long) at + more + SLACK);
    return buffer;
  }

  /** What was written up to a position. */
  final byte[] toByteArray(int end) {
    return Arrays.copyOf(buffer, end);
  }

  /** The same as text. */
  final String toText(int end) {
    return new String(buffer, 0, end, StandardCharsets.UTF_8);
  }

  /** Lets go of a buffer that is too large to be kept, whether the writing succeeded or not. */
  final void forgetLarge() {
    buffer = Buffers.kept(buffer);
  }
}
