package requestpath.harness.api;

/**
 * The program was called wrongly: one sentence that names the thing, the value and the way out;
 * exit code 2.
 */
public final class UsageException extends Exception {
  private static final long serialVersionUID = 1;
  private final String sentence;

  /** Called wrongly, in one sentence. */
  public UsageException(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  @Override
  public String getMessage() {
    return sentence;
  }
}
