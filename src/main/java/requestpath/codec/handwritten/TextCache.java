package requestpath.codec.handwritten;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Decoded texts, found again by their bytes: at most {@link #ENTRIES} of at most {@link
 * #MAX_LENGTH} bytes, so about 300 KB. A text that comes pushes out the one in its place.
 *
 * <p>Threads share it without a lock: entries never change, and one that another thread has just
 * replaced is as good as it was.
 */
public final class TextCache {
  /** A power of two. */
  static final int ENTRIES = 1024;

  /** Longer texts are rarely alike, and would cost memory. */
  static final int MAX_LENGTH = 64;

  private static final long MIX = 0x9e37_79b9_7f4a_7c15L;

  /** A text and the bytes that it was made of. */
  private static final class Entry {
    final byte[] bytes;
    final String text;

    Entry(byte[] bytes, String text) {
      this.bytes = bytes;
      this.text = text;
    }
  }

  private final @Nullable Entry[] entries = new @Nullable Entry[ENTRIES];

  /** An empty cache. */
  public TextCache() {}

  /** The text of these bytes; null when it is not here. */
  public @Nullable String get(byte[] bytes, int from, int length) {
    if (length > MAX_LENGTH) {
      return null;
    }
    Entry entry = entries[index(bytes, from, length)];
    return entry != null
            && Arrays.equals(entry.bytes, 0, entry.bytes.length, bytes, from, from + length)
        ? entry.text
        : null;
  }

  /** Keeps the text of these bytes, unless it is long. */
  public void put(byte[] bytes, int from, int length, String text) {
    if (length <= MAX_LENGTH) {
      entries[index(bytes, from, length)] =
          new Entry(Arrays.copyOfRange(bytes, from, from + length), text);
    }
  }

  /** Of the length, the first eight bytes and the last eight. */
  private static int index(byte[] bytes, int from, int length) {
    long hash;
    if (length >= Long.BYTES) {
      hash = EightBytes.get(bytes, from) * 31 + EightBytes.get(bytes, from + length - Long.BYTES);
    } else {
      hash = length == 0 ? 0 : Bytes.eightOrFewer(bytes, from) << (Long.SIZE - Byte.SIZE * length);
    }
    return (int) (((hash + length) * MIX) >>> (Long.SIZE - 10));
  }
}
