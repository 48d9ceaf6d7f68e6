package requestpath.result;

import java.util.List;

/**
 * Which part of a run that several machines share a run directory holds.
 *
 * @param index from 1 on; 0 for a whole run
 * @param count how many shards the run has; 0 for a whole run
 * @param plan the titles of the groups of each shard
 */
public record RecordedShard(int index, int count, List<List<String>> plan) {
  /** Of a whole run. */
  static final RecordedShard NONE = new RecordedShard(0, 0, List.of());

  /** Whether it is a part of a run. */
  public boolean isPart() {
    return count > 0;
  }

  /** Such as {@code shard 2 of 4}. */
  public String title() {
    return "shard " + index + " of " + count;
  }

  /** The titles of its groups. */
  List<String> groups() {
    return index >= 1 && index <= plan.size() ? plan.get(index - 1) : List.of();
  }
}
