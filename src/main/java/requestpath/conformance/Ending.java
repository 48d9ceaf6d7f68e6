package requestpath.conformance;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import requestpath.codec.AddedCheckException;

/** How a reading ends, and how much it allocates until then. */
final class Ending {
  /** It returns a value. */
  static final String ACCEPTED = "accepted";

  /** The library throws an exception. */
  static final String REFUSED = "refused";

  /** The variant adds a check, which throws an exception. */
  static final String REFUSED_HERE = "refused, by a check that this variant adds";

  /** How many levels deep nested input is: no sender needs as many, any attacker may send them. */
  static final int DEPTH = 10_000;

  /** A quarter of a million levels, after which the JVM has compiled what recurses. */
  private static final int CALLS_UNTIL_WARM = 25;

  /** Enough for a library that refuses by its own limit, because compiling does not change that. */
  private static final int CALLS_OF_A_LIMIT = 3;

  /** Far above what any of the small inputs here needs, far below what a header can claim. */
  private static final long LARGE = 32L << 20;

  private Ending() {}

  /** Something that reads or writes. */
  interface Reading {
    /**
     * Reads once.
     *
     * @throws IOException when it refuses
     */
    @Nullable Object read() throws IOException;
  }

  /** Something that reads or writes, and says what it saw. */
  interface Observing {
    /**
     * Reads once.
     *
     * @throws IOException when it refuses
     */
    String observe() throws IOException;
  }

  /** What was observed; {@link #REFUSED} if the input was refused. */
  static String observed(Observing reading) {
    try {
      return reading.observe();
    } catch (IOException | RuntimeException refused) {
      return REFUSED;
    }
  }

  /** {@link #ACCEPTED}, {@link #REFUSED} or {@link #REFUSED_HERE}. */
  static String of(Reading reading) {
    try {
      reading.read();
      return ACCEPTED;
    } catch (AddedCheckException e) {
      return REFUSED_HERE;
    } catch (IOException | RuntimeException refused) {
      return REFUSED;
    }
  }

  /** Deep nesting: wrong if an error escapes, equal if the input is refused. */
  static Outcome ofDeep(Reading reading) {
    try {
      @Nullable Object read = reading.read();
      return Outcome.differs(read == null ? "null" : ACCEPTED);
    } catch (AddedCheckException e) {
      return Outcome.equal(
          e.getCause() instanceof StackOverflowError
              ? "a StackOverflowError of the library's, made an exception by this variant"
              : REFUSED_HERE);
    } catch (IOException | RuntimeException refused) {
      return Outcome.equal(REFUSED);
    } catch (StackOverflowError e) {
      return Outcome.wrong("a StackOverflowError escapes");
    }
  }

  /** Nested maps, {@link #DEPTH} levels deep. */
  static Map<String, Object> nestedMaps() {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 1; i < DEPTH; i++) {
      Map<String, Object> outer = new LinkedHashMap<>();
      outer.put("a", map);
      map = outer;
    }
    return map;
  }

  /** The number of calls after which compiled code reads deep nesting. */
  static int callsUntilWarm(Outcome cold) {
    boolean isLimited = cold.text().startsWith(REFUSED);
    return isLimited ? CALLS_OF_A_LIMIT : CALLS_UNTIL_WARM;
  }

  /** Small input: equal if it is refused without a large allocation and without an error. */
  static Outcome ofSmall(Reading reading) {
    long before = allocated();
    try {
      reading.read();
    } catch (IOException | RuntimeException refused) {
      long bytes = allocated() - before;
      return bytes < LARGE
          ? Outcome.equal(REFUSED)
          : Outcome.wrong("refused after allocating " + (bytes >> 20) + " MB");
    } catch (OutOfMemoryError e) {
      return Outcome.wrong("an OutOfMemoryError escapes");
    } catch (StackOverflowError e) {
      return Outcome.wrong("a StackOverflowError escapes");
    }
    return Outcome.wrong(ACCEPTED);
  }

  private static long allocated() {
    return ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads
        ? threads.getThreadAllocatedBytes(Thread.currentThread().getId())
        : 0;
  }
}
