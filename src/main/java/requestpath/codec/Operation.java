package requestpath.codec;

/**
 * The very operation that is measured, as a function of its input.
 *
 * @param <I> what it is given
 * @param <O> what it returns
 */
@FunctionalInterface
public interface Operation<I, O> {
  /**
   * Runs the operation once.
   *
   * @throws Exception whatever the library throws, so above all when it refuses the input
   */
  O apply(I input) throws Exception;
}
