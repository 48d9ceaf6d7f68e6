package requestpath.payload;

import java.util.function.Supplier;

/**
 * Whether a library can do a shape; if it cannot, why, and where the library itself says so. "Not
 * supported" is a result that the report shows, never a silent gap.
 *
 * @param isSupported whether it can
 * @param reason one sentence, empty when it can
 * @param source address of the library's own statement, empty when it can
 */
public record Support(boolean isSupported, String reason, String source) {
  /** It can. */
  public static final Support YES = new Support(true, "", "");

  /** It cannot, for this reason, by the library's own statement at this address. */
  public static Support no(String reason, String source) {
    return new Support(false, reason, source);
  }

  /** Both this and, when it can, what the other says. */
  public Support and(Supplier<Support> other) {
    return isSupported ? other.get() : this;
  }

  /**
   * Does nothing when it can.
   *
   * @throws UnsupportedOperationException with the reason when it cannot
   */
  public void require() {
    if (!isSupported) {
      throw new UnsupportedOperationException(reason + " (" + source + ")");
    }
  }
}
