package requestpath.codec.handwritten;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that one value is read from, and the names of maps that were seen in them. What a
 * format adds is a final subclass; no method is overridden, so each call goes to one place.
 */
public abstract class InputBytes {
  /** All of them, never written to. */
  public final byte[] bytes;

  /** From the second map of the input on: a name in the first is new in any case. */
  private @Nullable SeenNames seen;

  private boolean hasBegunMap;

  /** For one input. */
  protected InputBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /** To be called before each map whose names are to be shared with others of the input. */
  public final void beginMap() {
    if (seen == null && hasBegunMap) {
      seen = new SeenNames();
    }
    hasBegunMap = true;
  }

  /** The text of a name that was seen before; null where it was not. */
  protected final @Nullable String known(int first, int length) {
    return seen == null ? null : seen.get(bytes, first, length);
  }

  /** Keeps the text of a name for the maps that follow. */
  protected final void keep(int first, int length, String name) {
    if (seen != null) {
      seen.put(bytes, first, length, name);
    }
  }

  /** Says that what stands at a position is not what it should be. */
  public final IOException unexpected(int at, String wanted) {
    return unexpected(bytes, at, wanted);
  }

  /** The same of any bytes. */
  public static IOException unexpected(byte[] bytes, int at, String wanted) {
    return new IOException(
        "byte " + at + " is 0x" + Integer.toHexString(bytes[at] & 0xff) + ", not " + wanted);
  }
}
