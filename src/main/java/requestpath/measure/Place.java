package requestpath.measure;

/**
 * Where a combination stands in the answer: rows of one group differ in one thing alone, a library
 * or a way to compute, and are multiples of its baseline.
 *
 * @param group the benchmark, the parameters that its rows have in common, and the mode
 * @param benchmark the qualified name of the benchmark, or of its class where rows are methods
 * @param name the row within its group
 * @param baseline the name of the row that ratios refer to; empty where nothing is compared
 */
record Place(String group, String benchmark, String name, String baseline) {
  /** The same with another baseline. */
  Place with(String other) {
    return new Place(group, benchmark, name, other);
  }

  boolean isBaseline() {
    return name.equals(baseline);
  }
}
