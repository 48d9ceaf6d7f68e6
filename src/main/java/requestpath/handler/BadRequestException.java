package requestpath.handler;

/**
 * The client's fault: a handler refuses the request with one sentence, as it would with status 400.
 */
public final class BadRequestException extends Exception {
  private static final long serialVersionUID = 1;

  /** Refused, in one sentence that says what would be accepted. */
  public BadRequestException(String sentence) {
    super(sentence);
  }
}
