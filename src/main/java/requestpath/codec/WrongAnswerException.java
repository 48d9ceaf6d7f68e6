package requestpath.codec;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A variant gave a wrong answer, so it has no figure. It carries one sentence and no stack trace:
 * the variant is at fault and not the place where it was caught.
 */
public final class WrongAnswerException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final String what;
  private final transient @Nullable Difference difference;

  /** A wrong answer, described in one sentence. */
  public WrongAnswerException(String sentence) {
    super(sentence, null, false, false);
    what = sentence;
    difference = null;
  }

  /**
   * A wrong answer that differs from the right one.
   *
   * @param what differs
   */
  public WrongAnswerException(String what, Difference difference) {
    super(what + ": " + difference.sentence(), null, false, false);
    this.what = what;
    this.difference = difference;
  }

  /** What is wrong, without values. */
  public String what() {
    return what;
  }

  /** The difference; empty if it is wrong in another way. */
  public Optional<Difference> difference() {
    return Optional.ofNullable(difference);
  }
}
