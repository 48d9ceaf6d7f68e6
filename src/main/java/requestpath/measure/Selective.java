package requestpath.measure;

import requestpath.payload.Support;

/**
 * A benchmark class that knows which combinations of its parameters can run. The runner sets the
 * {@code @Param} fields of an instance and asks, before any fork; {@code @Setup} asks again, for
 * runs under stock JMH, but for cold starts, where asking would load what is measured.
 */
public interface Selective {
  /**
   * Whether the combination that the parameter fields hold can run.
   *
   * @throws IllegalArgumentException when a value is out of bounds, with one sentence that says
   *     which are not
   */
  Support support();

  /**
   * Whether a run takes it that names no benchmark. Those say no that want something from their
   * reader, or answer a question that few have.
   */
  default boolean runsUnasked() {
    return true;
  }

  /**
   * Tries what the combination needs from outside of this program, such as a server; asked before
   * the first fork, and before its own once another has failed.
   *
   * @throws RuntimeException without a stack trace, in one sentence, when it is not there
   */
  default void requireReady() {
    // Most need nothing.
  }

  /**
   * Takes away what a fork may have left outside of this program; called after one that failed.
   *
   * @throws RuntimeException without a stack trace, in one sentence, when it cannot
   */
  default void cleanUp() {
    // Most leave nothing.
  }
}
