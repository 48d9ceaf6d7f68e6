package requestpath.codec.handwritten;

import java.io.IOException;

/** The bytes that one value is read from. Each format has a final subclass. */
public abstract class InputBytes {
  /**
   * Deeper maps and lists are refused before they could exhaust the stack of a thread, whose frames
   * are largest while the code is not fully compiled. Jackson 3 has the same limit.
   */
  public static final int MAX_DEPTH = 500;

  /** The whole input; never written to. */
  public final byte[] bytes;

  /** The position after what was read last, set by methods that return what they read. */
  public int end;

  /** For one input. */
  protected InputBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The failure for a byte at a position that is not what it should be. */
  public final IOException unexpected(int at, String wanted) {
    return unexpected(bytes, at, wanted);
  }

  /** The same for any bytes. */
  public static IOException unexpected(byte[] bytes, int at, String wanted) {
    return new IOException(
        "byte " + at + " is 0x" + Integer.toHexString(bytes[at] & 0xff) + ", not " + wanted);
  }

  /** The failure for maps and lists that are nested deeper than {@link #MAX_DEPTH}. */
  public static IOException tooDeep() {
    return new IOException("nested deeper than " + MAX_DEPTH + " levels: send a flatter value");
  }
}
