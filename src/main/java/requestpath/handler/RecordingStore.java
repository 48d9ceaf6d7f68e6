package requestpath.handler;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Passes commands on to another store and records them, for correctness checks. */
public final class RecordingStore implements KeyValueStore {
  private final KeyValueStore store;
  private final List<String> commands = new ArrayList<>();

  /** Records the commands to this store. */
  public RecordingStore(KeyValueStore store) {
    this.store = store;
  }

  /** The commands so far, as Redis names them, such as {@code GET key}. */
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
