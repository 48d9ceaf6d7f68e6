package requestpath.handler;

import org.jspecify.annotations.Nullable;

/** Texts by key, safe from many threads at a time. */
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

  /** Lets go of connections. What is stored stays. */
  @Override
  void close();
}
