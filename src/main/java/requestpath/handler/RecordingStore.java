package requestpath.handler;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Passes everything on to another store and remembers what it was asked, for checks. */
public final class RecordingStore implements KeyValueStore {
  private final KeyValueStore store;
  private final List<String> commands = new ArrayList<>();

  /** Records what is asked of the store. */
  public RecordingStore(KeyValueStore store) {
    this.store = store;
  }

  /** What was asked so far, each as Redis names it, such as {@code GET key}. */
  public List<String> commands() {
    return List.copyOf(commands);
  }

  @Override
  public @Nullable String get(String key) {
    commands.add("GET " + key);
    return store.get(key);
  }

  @Override
  public void set(String key, String value) {
    commands.add("SET " + key + " " + value);
    store.set(key, value);
  }

  @Override
  public void delete(String key) {
    commands.add("DEL " + key);
    store.delete(key);
  }

  @Override
  public void close() {
    store.close();
  }
}
