package requestpath.conformance;

import com.google.errorprone.annotations.Immutable;
import java.time.Duration;
import java.util.Optional;
import requestpath.codec.Mark;

/**
 * One thing to find out about a variant.
 *
 * @param <V> the variant that is checked
 */
interface Check<V> {
  /**
   * What a check is about.
   *
   * @param label one to four words for the heading of a narrow column
   * @param title the check, in a few words
   */
  @Immutable
  record Description(Subject subject, String label, String title) {}

  /**
   * What a check does.
   *
   * @param <V> the variant that is checked
   */
  @Immutable
  interface Body<V> {
    /**
     * Runs the check.
     *
     * @throws Exception when the library fails where it should not
     */
    Outcome run(V variant) throws Exception;
  }

  /** Its name for programs, unique within the checks of a format; it does not change. */
  String name();

  /** What it is about, in words. */
  Description description();

  /** The check, in a few words. */
  default String title() {
    return description().title();
  }

  /** Its names for programs and for tables. */
  default CheckNames names() {
    return new CheckNames(name(), description().subject().title(), description().label());
  }

  /**
   * Runs the check.
   *
   * @throws Exception when the library fails where it should not
   */
  Outcome run(V variant) throws Exception;

  /** Whether the check applies to the variant. */
  default boolean concerns(V variant) {
    return true;
  }

  /**
   * The number of calls after which the library's code is compiled, if {@link #isRepeated}.
   *
   * @param cold the result at first use
   */
  default int callsUntilWarm(Outcome cold) {
    return 0;
  }

  /** Whether the result depends on compiled code: the check then runs again once it is compiled. */
  default boolean isRepeated() {
    return false;
  }

  /** Whether the check must run before all others, while hardly any code is compiled. */
  default boolean isFirst() {
    return isRepeated();
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
