package requestpath.fidelity;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;
import requestpath.payload.AddedCheckException;

/** How a reading ends, and how much it allocates until then. */
final class Ending {
  /** It ends in an exception of the library's. */
  static final String REFUSED = "refused";

  /** It ends in an exception that the row adds. */
  static final String REFUSED_HERE = "refused, by a check that this row adds";

  /** How many lists within each other are asked for: no sender has so many, any attacker may. */
  static final int DEPTH = 10_000;

  /** Far above what any of the small inputs here needs, far below what a header can claim. */
  private static final long LARGE = 32L << 20;

  private Ending() {}

  /** Something that reads. */
  interface Reading {
    /**
     * Reads once.
     *
     * @throws IOException when it refuses
     */
    @Nullable Object read() throws IOException;
  }

  /** For what is nested deeply: wrong when an error escapes, equal when the reading is refused. */
  static Answer ofDeep(Reading reading) {
    try {
      @Nullable Object read = reading.read();
      return Answer.differs(read == null ? "null" : "accepted");
    } catch (AddedCheckException e) {
      return Answer.equal(
          e.getCause() instanceof StackOverflowError
              ? "a StackOverflowError of the library's, made an exception by this row"
              : REFUSED_HERE);
    } catch (IOException | RuntimeException refused) {
      return Answer.equal(REFUSED);
    } catch (StackOverflowError e) {
      return Answer.wrong("a StackOverflowError escapes");
    }
  }

  /** Equal when the reading is refused without a large allocation and without an error. */
  static Answer ofSmall(Reading reading) {
    long before = allocated();
    try {
      reading.read();
    } catch (IOException | RuntimeException refused) {
      long bytes = allocated() - before;
      return bytes < LARGE
          ? Answer.equal(REFUSED)
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
