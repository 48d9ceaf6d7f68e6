package requestpath.harness.plan;

import java.util.List;

/**
 * Where a row stands in the answer: rows of one group differ in one thing alone, a library or a way
 * to compute, and are multiples of its baseline.
 *
 * @param group the benchmark, the parameters that its rows have in common, and the mode
 * @param benchmark the qualified name of the benchmark; if rows are methods, of their class
 * @param name the row within its group
 * @param baseline the name of the row that ratios refer to; empty where nothing is compared
 * @param wholes the qualified names of the benchmark methods of which it does a part
 */
public record GroupMember(
    String group, String benchmark, String name, String baseline, List<String> wholes) {
  /** For a row that is not a part of another. */
  public GroupMember(String group, String benchmark, String name, String baseline) {
    this(group, benchmark, name, baseline, List.of());
  }

  /** The same with another baseline. */
  public GroupMember with(String other) {
    return new GroupMember(group, benchmark, name, other, wholes);
  }

  public boolean isBaseline() {
    return name.equals(baseline);
  }
}
