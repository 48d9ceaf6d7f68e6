package requestpath.fidelity;

/**
 * One thing to find out about a row.
 *
 * @param <R> the row that is asked
 */
interface Question<R> {
  /** The question, in a few words. */
  String title();

  /**
   * Asks.
   *
   * @throws Exception when the library fails where it should not
   */
  Answer ask(R row) throws Exception;
}
