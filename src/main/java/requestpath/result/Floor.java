package requestpath.result;

/**
 * The rows that are written by hand as a reference. They are measured as all others and compared
 * with the same baseline, but nobody can choose one, so none of them is the fastest of a group.
 */
public final class Floor {
  /** The row whose time others are multiples of. */
  public static final String NAME = "HANDWRITTEN";

  private Floor() {}

  /** Whether a row is no library. */
  public static boolean isFloor(String row) {
    return row.equals(NAME) || row.startsWith(NAME + "_");
  }
}
