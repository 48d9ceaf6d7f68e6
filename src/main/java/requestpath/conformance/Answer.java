package requestpath.conformance;

/**
 * What a library did when it was asked.
 *
 * @param verdict what that means for a row that claims to do the same as the others
 * @param text what was observed, in a few words
 */
public record Answer(Verdict verdict, String text) {
  /** What an observation means. */
  public enum Verdict {
    /** As every row must. */
    EQUAL,
    /** Libraries differ here, and rows may. */
    DIFFERS,
    /** A row that claims equality must not do this. */
    WRONG
  }

  /** As every row must. */
  static Answer equal(String text) {
    return new Answer(Verdict.EQUAL, text);
  }

  /** Libraries differ here, and rows may. */
  static Answer differs(String text) {
    return new Answer(Verdict.DIFFERS, text);
  }

  /** A row that claims equality must not do this. */
  static Answer wrong(String text) {
    return new Answer(Verdict.WRONG, text);
  }

  /** Equal when it holds, wrong when it does not. */
  static Answer must(boolean holds, String text) {
    return holds ? equal(text) : wrong(text);
  }
}
