package requestpath.bench;

import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * The position of a thread in a pool of inputs whose number is a power of two. Threads start at
 * different positions, so that they do not use the same input at the same time.
 */
@State(Scope.Thread)
public class Cursor {
  /**
   * Odd, so that no two threads start at the same input while there are fewer threads than inputs.
   */
  private static final int STRIDE = 1_009;

  private int next;

  @Setup(Level.Trial)
  public void setUp(ThreadParams threads) {
    next = threads.getThreadIndex() * STRIDE;
  }

  /**
   * The next index.
   *
   * @param size a power of two
   */
  int next(int size) {
    return next++ & (size - 1);
  }
}
