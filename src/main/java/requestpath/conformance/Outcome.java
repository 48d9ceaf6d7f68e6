package requestpath.conformance;

/**
 * The outcome of a check.
 *
 * @param verdict whether a variant that claims to do the same as the others may do this
 * @param text what was observed, in a few words
 */
public record Outcome(Verdict verdict, String text) {
  /** How an observation is judged. */
  public enum Verdict {
    /** Every variant must do this. */
    EQUAL,
    /** Libraries differ here, and variants may. */
    DIFFERS,
    /** A variant that claims to do the same as the others must not do this. */
    WRONG
  }

  /** Every variant must do this. */
  static Outcome equal(String text) {
    return new Outcome(Verdict.EQUAL, text);
  }

  /** Libraries differ here, and variants may. */
  static Outcome differs(String text) {
    return new Outcome(Verdict.DIFFERS, text);
  }

  /** A variant that claims to do the same as the others must not do this. */
  static Outcome wrong(String text) {
    return new Outcome(Verdict.WRONG, text);
  }

  /** Equal if it holds, else wrong. */
  static Outcome must(boolean holds, String text) {
    return holds ? equal(text) : wrong(text);
  }
}
