package requestpath.measure;

import requestpath.payload.Support;

/**
 * A benchmark class that knows which combinations of its parameters can run. The runner sets the
 * {@code @Param} fields of an instance and asks, before any fork; {@code @Setup} asks again, for
 * runs under stock JMH.
 */
public interface Selective {
  /**
   * Whether the combination that the parameter fields hold can run.
   *
   * @throws IllegalArgumentException when a value is out of bounds, with one sentence that says
   *     which are not
   */
  Support support();
}
