package requestpath.codec.handwritten;

import org.jspecify.annotations.Nullable;

/**
 * Encoded texts, found again by the text: as bounded and as shared as {@link TextCache}. What the
 * bytes are is up to the format.
 */
public final class EncodedTextCache {
  /** A text and its bytes. */
  private static final class Entry {
    final String text;
    final byte[] bytes;

    Entry(String text, byte[] bytes) {
      this.text = text;
      this.bytes = bytes;
    }
  }

  private final @Nullable Entry[] entries = new @Nullable Entry[TextCache.ENTRIES];

  /** An empty cache. */
  public EncodedTextCache() {}

  /** The bytes of this text, not to be changed; null when they are not here. */
  public byte @Nullable [] get(String text) {
    Entry entry = entries[index(text)];
    return entry != null && entry.text.equals(text) ? entry.bytes : null;
  }

  /** Keeps the bytes of a text, unless it is long. */
  public void put(String text, byte[] bytes) {
    if (bytes.length <= 2 * TextCache.MAX_LENGTH) {
      entries[index(text)] = new Entry(text, bytes);
    }
  }

  private static int index(String text) {
    int hash = text.hashCode();
    return (hash ^ (hash >>> 16)) & (TextCache.ENTRIES - 1);
  }
}
