package requestpath.conformance;

/**
 * What a library did when it was asked.
 *
 * @param verdict what that means for a row that claims to do the same as the others
 * @param text what was observed, in a few words
 */
public record Outcome(Verdict verdict, String text) {
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
  static Outcome equal(String text) {
    return new Outcome(Verdict.EQUAL, text);
  }

  /** Libraries differ here, and rows may. */
  static Outcome differs(String text) {
    return new Outcome(Verdict.DIFFERS, text);
  }

  /** A row that claims equality must not do this. */
  static Outcome wrong(String text) {
    return new Outcome(Verdict.WRONG, text);
  }

  /** Equal when it holds, wrong when it does not. */
  static Outcome must(boolean holds, String text) {
    return holds ? equal(text) : wrong(text);
  }
}
