package requestpath.harness.api;

/** The run failed or its answer is bad: one sentence, exit code 1. */
public final class RefusedException extends Exception {
  private static final long serialVersionUID = 1;
  private final String sentence;

  /** Refused, in one sentence. */
  public RefusedException(String sentence) {
    super(sentence, null, false, false);
    this.sentence = sentence;
  }

  @Override
  public String getMessage() {
    return sentence;
  }
}
