package requestpath.report;

import java.util.List;
import java.util.Set;

/**
 * The observed behaviour of a library.
 *
 * @param check what was checked
 * @param bindings that have this result
 * @param answer the result, in a few words
 * @param isEqual whether every plain variant must have this result
 */
public record Behaviour(Check check, List<String> bindings, String answer, boolean isEqual) {
  /** The checks of doubles that decide whether a library is exact. */
  private static final Set<String> OF_DOUBLES =
      Set.of(
          "JSON.SHORTEST",
          "JSON.TIME_STAMPS_READ",
          "JSON.DOUBLES_READ",
          "JSON.DOUBLES_WRITTEN",
          "MessagePack.DOUBLES");

  private static final Set<String> OF_NULLS = Set.of("JSON.NULLS", "MessagePack.NULLS");

  /**
   * What is checked.
   *
   * @param format {@code JSON} or {@code MessagePack}
   * @param id unique within the format; it does not change
   * @param subject the heading under which tables group it
   * @param label one to four words for the heading of a narrow column
   * @param question the check, in a few words
   */
  public record Check(String format, String id, String subject, String label, String question) {
    /** Unique among all checks. */
    String key() {
      return format + "." + id;
    }
  }

  /** The check, in a few words. */
  String question() {
    return check.question();
  }

  /** Whether the check is about exact doubles. */
  boolean isAboutDoubles() {
    return OF_DOUBLES.contains(check.key());
  }

  /** Whether the check is about a field that is null. */
  boolean isAboutNulls() {
    return OF_NULLS.contains(check.key());
  }
}
