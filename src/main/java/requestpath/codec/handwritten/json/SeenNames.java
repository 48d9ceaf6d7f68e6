package requestpath.codec.handwritten.json;

import org.jspecify.annotations.Nullable;
import requestpath.codec.handwritten.Bytes;

/**
 * Names of members in one document, which its maps share. It keeps at most {@link #SIZE} names of
 * at most {@link #MAX_LENGTH} bytes; a new name replaces the one in its place.
 */
final class SeenNames {
  /** A power of two. */
  static final int SIZE = 64;

  /** Two words hold all bytes of a name. */
  static final int MAX_LENGTH = 2 * Long.BYTES;

  private final long[] heads = new long[SIZE];
  private final long[] tails = new long[SIZE];
  private final @Nullable String[] names = new @Nullable String[SIZE];

  /** The name that these bytes of ASCII are; null when it was not seen or is no longer here. */
  @Nullable String get(byte[] bytes, int from, int length) {
    if (length <= 0 || length > MAX_LENGTH) {
      return null;
    }
    long head = head(bytes, from, length);
    long tail = tail(bytes, from, length);
    int index = index(head, tail);
    String name = names[index];
    return name != null && heads[index] == head && tails[index] == tail && name.length() == length
        ? name
        : null;
  }

  /** Keeps a name, unless it is long or has a character beyond ASCII. */
  void put(byte[] bytes, int from, int length, String name) {
    // With a character beyond ASCII there are fewer characters than bytes.
    if (length > 0 && length <= MAX_LENGTH && name.length() == length) {
      long head = head(bytes, from, length);
      long tail = tail(bytes, from, length);
      int index = index(head, tail);
      heads[index] = head;
      tails[index] = tail;
      names[index] = name;
    }
  }

  /** The first eight bytes, with zeros instead of those that are not there. */
  private static long head(byte[] bytes, int from, int length) {
    long head = Bytes.eightOrFewer(bytes, from);
    return length < Long.BYTES ? head & ((1L << (Byte.SIZE * length)) - 1) : head;
  }

  /** The last eight bytes; zero when there are fewer. */
  private static long tail(byte[] bytes, int from, int length) {
    return length < Long.BYTES ? 0 : Bytes.eight(bytes, from + length - Long.BYTES);
  }

  private static int index(long head, long tail) {
    return (int) (((head ^ tail) * 0x9e37_79b9_7f4a_7c15L) >>> (Long.SIZE - 6));
  }
}
