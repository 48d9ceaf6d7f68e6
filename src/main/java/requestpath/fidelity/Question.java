package requestpath.fidelity;

import java.time.Duration;
import java.util.Optional;
import requestpath.payload.Mark;

/**
 * One thing to find out about a row.
 *
 * @param <R> the row that is asked
 */
interface Question<R> {
  /** The check, in a few words. */
  String title();

  /**
   * Asks.
   *
   * @throws Exception when the library fails where it should not
   */
  Answer ask(R row) throws Exception;

  /** Whether the row has a part in the check. */
  default boolean concerns(R row) {
    return true;
  }

  /**
   * After how many calls the library's code is compiled, where {@link #isAskedWarm} says that this
   * matters.
   *
   * @param cold its answer at first use
   */
  default int callsUntilWarm(Answer cold) {
    return 0;
  }

  /** Whether its answer depends on compiled code, so that it is asked again once that is warm. */
  default boolean isAskedWarm() {
    return false;
  }

  /** How much time of a processor it may take. */
  default Duration limit() {
    return Limited.LIMIT;
  }

  /** The answer of a row that gives none within the limit of time. */
  default Answer unanswered(String text) {
    return Answer.wrong(text);
  }

  /** The mark that a row with this answer bears. */
  default Optional<Mark> mark(Answer answer) {
    return Optional.empty();
  }
}
