package requestpath.conformance;

import java.time.Duration;
import java.util.Optional;
import requestpath.codec.Mark;

/**
 * One thing to find out about a row.
 *
 * @param <R> the row that is asked
 */
interface Check<R> {
  /** The check, in a few words. */
  String title();

  /**
   * Asks.
   *
   * @throws Exception when the library fails where it should not
   */
  Outcome ask(R row) throws Exception;

  /** Whether the check applies to the variant. */
  default boolean concerns(R row) {
    return true;
  }

  /**
   * The number of calls after which the library's code is compiled, if {@link #isAskedWarm}.
   *
   * @param cold the result at first use
   */
  default int callsUntilWarm(Outcome cold) {
    return 0;
  }

  /**
   * Whether the result depends on compiled code, so that the check runs again once the code is
   * warm.
   */
  default boolean isAskedWarm() {
    return false;
  }

  /**
   * Whether the check must run first before any other check does, while hardly any code is
   * compiled.
   */
  default boolean isAskedCold() {
    return false;
  }

  /** The limit of CPU time; a check that does not return within it runs again with a longer one. */
  default Duration limit() {
    return Limited.LIMIT;
  }

  /** The result of a variant that does not return within the limit. */
  default Outcome unanswered(String text) {
    return Outcome.wrong(text);
  }

  /** The mark of a variant with this result. */
  default Optional<Mark> mark(Outcome outcome) {
    return Optional.empty();
  }
}
