package requestpath.harness.run;

import java.util.List;

/** A fork failed. */
final class ForkFailedException extends Exception {
  private static final long serialVersionUID = 1;
  private final transient Failure failure;
  private final transient List<String> lastLines;

  /**
   * A fork failed.
   *
   * @param lastLines its last output, unless that was shown
   */
  ForkFailedException(Failure failure, List<String> lastLines) {
    super(failure.reason(), null, false, false);
    this.failure = failure;
    this.lastLines = List.copyOf(lastLines);
  }

  Failure failure() {
    return failure;
  }

  List<String> lastLines() {
    return lastLines;
  }
}
