package requestpath.handler;

import org.jspecify.annotations.Nullable;

/** Keeps texts by key; many threads can use it at the same time. */
public interface KeyValueStore extends AutoCloseable {
  /**
   * The value under a key; null when there is none.
   *
   * @throws StoreException when the store does not answer in time, or with an error
   */
  @Nullable String get(String key);

  /**
   * Puts a value under a key, over any that is there.
   *
   * @throws StoreException when the store does not answer in time, or with an error
   */
  void set(String key, String value);

  /**
   * Takes a key away, if it is there.
   *
   * @throws StoreException when the store does not answer in time, or with an error
   */
  void delete(String key);

  /** Closes the connections. Stored values stay. */
  @Override
  void close();
}
