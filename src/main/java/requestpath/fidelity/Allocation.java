package requestpath.fidelity;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;

/** How much one call allocates, and how it ends. */
final class Allocation {
  /** Far above what any of the small inputs here needs, far below what a header can claim. */
  private static final long LARGE = 32L << 20;

  private Allocation() {}

  /** Something that reads. */
  interface Reading {
    /**
     * Reads once.
     *
     * @throws IOException when it refuses
     */
    Object read() throws IOException;
  }

  /** Equal when the reading is refused without a large allocation and without an error. */
  static Answer ofRefusal(Reading reading) {
    long before = allocated();
    try {
      reading.read();
    } catch (IOException | RuntimeException refused) {
      long bytes = allocated() - before;
      return bytes < LARGE
          ? Answer.equal("refused")
          : Answer.wrong("refused after allocating " + (bytes >> 20) + " MB");
    } catch (OutOfMemoryError e) {
      return Answer.wrong("an OutOfMemoryError escapes");
    } catch (StackOverflowError e) {
      return Answer.wrong("a StackOverflowError escapes");
    }
    return Answer.wrong("accepted");
  }

  private static long allocated() {
    return ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads
        ? threads.getThreadAllocatedBytes(Thread.currentThread().getId())
        : 0;
  }
}
