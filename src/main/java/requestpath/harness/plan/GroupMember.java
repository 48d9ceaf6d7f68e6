package requestpath.harness.plan;

import java.util.List;

/**
 * A variant in its group. The variants of a group differ only in the library or the algorithm, and
 * are compared with the baseline.
 *
 * @param group its title: the benchmark, the parameters that its variants have in common, the mode
 * @param benchmark the qualified name of the benchmark; if variants are methods, of their class
 * @param name of the variant in its group
 * @param baseline the variant that ratios refer to; empty if nothing is compared
 * @param wholes the qualified names of the benchmark methods that this variant is a part of
 */
public record GroupMember(
    String group, String benchmark, String name, String baseline, List<String> wholes) {
  /** The same with another baseline. */
  public GroupMember with(String other) {
    return new GroupMember(group, benchmark, name, other, wholes);
  }

  public boolean isBaseline() {
    return name.equals(baseline);
  }
}
