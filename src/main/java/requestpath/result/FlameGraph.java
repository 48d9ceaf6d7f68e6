package requestpath.result;

import java.util.Map;
import java.util.TreeMap;

/**
 * A flame graph of one row, as {@code profile/index.json} of a run names it.
 *
 * @param benchmark class and method
 * @param params by name
 * @param event what was sampled; it ends with {@code -diff} for a differential graph
 * @param against the row that a differential graph compares with; empty for others
 * @param file its path within {@code profile}
 * @param title for people
 */
public record FlameGraph(
    String benchmark,
    Map<String, String> params,
    String event,
    String against,
    String file,
    String title) {
  /** A graph without a title is called after its event. */
  public FlameGraph {
    title = title.isEmpty() ? event : title;
  }

  /** Whether it is of a measured row. Profiles are made of one side, {@link RowKey#THIS}. */
  public boolean isOf(Measurement measurement) {
    Map<String, String> parameters = new TreeMap<>(params);
    parameters.remove(RowKey.SIDE);
    RowKey key = measurement.key();
    return key.side().equals(RowKey.THIS)
        && key.benchmark().equals(benchmark)
        && key.parameters().equals(parameters);
  }
}
