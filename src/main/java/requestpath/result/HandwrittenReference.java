package requestpath.result;

/**
 * The variants that are written by hand as a reference. They are measured as all others and
 * compared with the same baseline, but nobody can choose one, so none is the fastest of a group.
 */
public final class HandwrittenReference {
  /** The variant whose time others are multiples of. */
  public static final String NAME = "HANDWRITTEN";

  private HandwrittenReference() {}

  /** Whether a variant is no library; earlier versions had more than one. */
  public static boolean isHandwritten(String variant) {
    return variant.equals(NAME) || variant.startsWith(NAME + "_");
  }
}
