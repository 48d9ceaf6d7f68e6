package requestpath.handler;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** A concurrent map in this process. */
final class MapStore implements KeyValueStore {
  private final ConcurrentMap<String, String> values = new ConcurrentHashMap<>();

  @Override
  public @Nullable String get(String key) {
    return values.get(key);
  }

  @Override
  public void set(String key, String value) {
    values.put(key, value);
  }

  @Override
  public void delete(String key) {
    values.remove(key);
  }

  @Override
  public void close() {
    values.clear();
  }
}
