package requestpath.codec.handwritten;

import java.util.Arrays;

/** How large the buffers are that both formats write into and keep from call to call. */
public final class Buffers {
  /** Enough for any small message. */
  public static final int INITIAL_SIZE = 8192;

  /**
   * A buffer that one large value made larger than this is not kept. Ten thousand of the document's
   * records take 1.3 MB, for which a buffer that doubles may have grown to 2.7 MB, so all sizes
   * that are measured find theirs again; and a hundred threads keep 400 MB at most.
   */
  public static final int MAX_KEPT_SIZE = 1 << 22;

  private Buffers() {}

  /**
   * A copy that has at least this size, or twice the old one if that is more.
   *
   * @throws ArithmeticException when no array is as large
   */
  public static byte[] grown(byte[] buffer, long size) {
    long doubled = Math.min(2L * buffer.length, 1 << 30);
    return Arrays.copyOf(buffer, Math.toIntExact(Math.max(size, doubled)));
  }

  /** The buffer itself, or a new one in place of one that is too large to be kept. */
  public static byte[] kept(byte[] buffer) {
    return buffer.length > MAX_KEPT_SIZE ? new byte[INITIAL_SIZE] : buffer;
  }
}
