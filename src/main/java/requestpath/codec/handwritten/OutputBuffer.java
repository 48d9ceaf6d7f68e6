package requestpath.codec.handwritten;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A buffer that grows and is used for value after value of one thread. Each format has a final
 * subclass. Its writers take a position and return the position after what they wrote.
 */
public abstract class OutputBuffer {
  /**
   * A larger buffer is not kept after a value was written. Ten thousand of the source articles'
   * records take 1.3 MB, for which a buffer that doubles grows to 2.7 MB at most. A hundred threads
   * keep 400 MB at most.
   */
  public static final int MAX_KEPT_SIZE = 1 << 22;

  /** Enough for any small message. */
  static final int INITIAL_SIZE = 8192;

  /** Room for all that is written between two texts, with the words that overlap its end. */
  private static final int SLACK = 512;

  /** The bytes; another array after each call that may need more room. */
  protected byte[] buffer = new byte[INITIAL_SIZE];

  /** For one thread. */
  protected OutputBuffer() {}

  /** The buffer; valid until the next call that may need more room. */
  public final byte[] buffer() {
    return buffer;
  }

  /** The buffer, with room for what is written between two texts. */
  public final byte[] reserve(int at) {
    return reserve(at, 0);
  }

  /** The same, with room for this many bytes more. */
  public final byte[] reserve(int at, int more) {
    return buffer.length - SLACK - at >= more ? buffer : grow(at, more);
  }

  private byte[] grow(int at, int more) {
    buffer = grown(buffer, (long) at + more + SLACK);
    return buffer;
  }

  /**
   * A copy that has at least this size, or twice the old one if that is more.
   *
   * @throws ArithmeticException when no array can be that large
   */
  static byte[] grown(byte[] buffer, long size) {
    long doubled = Math.min(2L * buffer.length, 1 << 30);
    return Arrays.copyOf(buffer, Math.toIntExact(Math.max(size, doubled)));
  }

  /** What was written up to a position. */
  final byte[] toByteArray(int end) {
    return Arrays.copyOf(buffer, end);
  }

  /** The same as text. */
  final String toText(int end) {
    return new String(buffer, 0, end, StandardCharsets.UTF_8);
  }

  /** Replaces a buffer that is too large to be kept. */
  final void forgetLarge() {
    if (buffer.length > MAX_KEPT_SIZE) {
      buffer = new byte[INITIAL_SIZE];
    }
  }

  /**
   * Refuses a surrogate at a position of a text unless it begins a pair.
   *
   * @throws IOException with the position and the way out
   */
  protected static void requirePair(String text, int at) throws IOException {
    char c = text.charAt(at);
    if (!Character.isHighSurrogate(c)
        || at + 1 == text.length()
        || !Character.isLowSurrogate(text.charAt(at + 1))) {
      throw new IOException(
          "character "
              + at
              + " of a text is \\u"
              + Integer.toHexString(c)
              + ", half of a surrogate pair, which UTF-8 cannot encode: complete the pair");
    }
  }
}
