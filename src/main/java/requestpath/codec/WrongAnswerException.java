package requestpath.codec;

/**
 * A variant gave a wrong answer, so it has no figure. It carries one sentence and no stack trace:
 * the variant is at fault and not the place where it was caught.
 */
public final class WrongAnswerException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** A wrong answer, described in one sentence. */
  public WrongAnswerException(String sentence) {
    super(sentence, null, false, false);
  }
}
