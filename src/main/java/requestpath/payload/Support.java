package requestpath.payload;

import java.util.function.Supplier;

/**
 * Whether a library can do a shape; if it cannot, why, and where the library itself says so. "Not
 * supported" is a result that the report shows, never a silent gap.
 *
 * @param isSupported whether it can, on the Java that was asked about: this JVM's, or that of
 *     {@link #on}
 * @param reason one sentence, empty when it always can
 * @param source address of the library's own statement, empty when it always can
 * @param firstJava the feature version of Java from which on it can; 0 where Java does not matter
 * @param isOfFile whether it is a file of the user's own that it cannot take, and another may do
 */
public record Support(
    boolean isSupported, String reason, String source, int firstJava, boolean isOfFile) {
  /** It can. */
  public static final Support YES = new Support(true, "", "", 0, false);

  /** It cannot, for this reason, by the library's own statement at this address. */
  public static Support no(String reason, String source) {
    return new Support(false, reason, source, 0, false);
  }

  /** It cannot take a file of the user's own, for this reason, as this source tells. */
  public static Support noForFile(String reason, String source) {
    return new Support(false, reason, source, 0, true);
  }

  /**
   * It can from a Java on.
   *
   * @param firstJava its feature version
   * @param reason why it cannot on an older one
   */
  public static Support fromJava(int firstJava, String reason, String source) {
    return new Support(false, reason, source, firstJava, false).on(Runtime.version().feature());
  }

  /** The same on a JVM of another feature version, such as that of a fork. */
  public Support on(int feature) {
    return firstJava == 0
        ? this
        : new Support(feature >= firstJava, reason, source, firstJava, isOfFile);
  }

  /** Both this and, when it can, what the other says. */
  public Support and(Supplier<Support> other) {
    if (firstJava == 0) {
      return isSupported ? other.get() : this;
    }
    Support second = other.get();
    boolean neverCan = second.firstJava == 0 && !second.isSupported;
    return neverCan || second.firstJava > firstJava ? second : this;
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
