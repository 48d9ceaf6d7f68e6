package requestpath.codec.handwritten;

import org.jspecify.annotations.Nullable;

/** Encoded doubles, found again by their bits: as bounded and as shared as {@link TextCache}. */
public final class DoubleCache {
  private static final class Entry {
    final long bits;
    final byte[] bytes;

    Entry(long bits, byte[] bytes) {
      this.bits = bits;
      this.bytes = bytes;
    }
  }

  private final @Nullable Entry[] entries = new @Nullable Entry[TextCache.ENTRIES];

  /** An empty cache. */
  public DoubleCache() {}

  /** The bytes of this double, not to be changed; null when they are not here. */
  public byte @Nullable [] get(double value) {
    long bits = Double.doubleToRawLongBits(value);
    Entry entry = entries[index(bits)];
    return entry != null && entry.bits == bits ? entry.bytes : null;
  }

  /** Keeps the bytes of a double. */
  public void put(double value, byte[] bytes) {
    long bits = Double.doubleToRawLongBits(value);
    entries[index(bits)] = new Entry(bits, bytes);
  }

  private static int index(long bits) {
    return (int) ((bits * 0x9e37_79b9_7f4a_7c15L) >>> (Long.SIZE - 10));
  }
}
