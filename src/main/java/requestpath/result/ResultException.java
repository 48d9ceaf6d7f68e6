package requestpath.result;

/**
 * A result file or a request for a report that makes no sense: one sentence that names the thing,
 * the value and the way out.
 */
public final class ResultException extends Exception {
  private static final long serialVersionUID = 1;
  private final String sentence;

  /** In one sentence. */
  public ResultException(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  @Override
  public String getMessage() {
    return sentence;
  }
}
