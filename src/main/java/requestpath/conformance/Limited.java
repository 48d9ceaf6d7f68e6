package requestpath.conformance;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/**
 * Runs a check in its own thread, so that a library that never returns stops only this check.
 *
 * <p>The limit is CPU time, so that a busy machine does not look like an endless loop. Beyond it
 * the thread is interrupted; if it still goes on, it ends with the JVM. Its stack has a fixed size,
 * whatever the JVM's default and {@code -Xss}, because the size decides what ends in a
 * StackOverflowError.
 */
final class Limited {
  /** The limit of a check; the longest checks take half a second on a quiet machine. */
  static final Duration LIMIT = Duration.ofSeconds(15);

  /** The limit for documents that are cut short, which take no time unless a library loops. */
  static final Duration SHORT_LIMIT = Duration.ofMillis(500);

  /**
   * The second limit, as a multiple of the first. A check that does not return runs once more with
   * it, so that a slow machine, or a JVM that only interprets, does not look like an endless loop.
   */
  private static final int AGAIN = 4;

  private static final String MISSING = "no answer in ";

  /** The JVM's own default on Linux. */
  private static final long STACK = 1 << 20;

  /** The limit in wall-clock time, as a multiple, for checks that wait without using CPU time. */
  private static final int WAITING = 10;

  private static final long LOOK_MILLIS = 20;

  private Limited() {}

  /** The result for a variant. A failure, or no return in time, is a result, too. */
  static <V> Outcome outcome(Check<V> check, V variant) {
    Outcome outcome = outcome(check, variant, check.limit());
    return isMissing(outcome)
        ? outcome(check, variant, check.limit().multipliedBy(AGAIN))
        : outcome;
  }

  private static <V> Outcome outcome(Check<V> check, V variant, Duration limit) {
    FutureTask<Outcome> task = new FutureTask<>(() -> observed(check, variant));
    Thread thread = new Thread(null, task, check.title(), STACK);
    thread.setDaemon(true);
    thread.start();
    long start = System.nanoTime();
    boolean isOver = false;
    try {
      while (!isOver) {
        thread.join(LOOK_MILLIS);
        isOver =
            !thread.isAlive()
                || ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId())
                    > limit.toNanos()
                || System.nanoTime() - start > WAITING * limit.toNanos();
      }
      if (thread.isAlive()) {
        thread.interrupt();
        thread.join(TimeUnit.SECONDS.toMillis(1));
        return check.unanswered(MISSING + limit.toSeconds() + " s");
      }
      return task.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(check.title() + " cannot run", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + check.title() + " ran", e);
    }
  }

  /** Whether the check ended without a result. */
  static boolean isMissing(Outcome outcome) {
    return outcome.text().startsWith(MISSING);
  }

  private static <V> Outcome observed(Check<V> check, V variant) {
    try {
      return check.run(variant);
    } catch (Exception | LinkageError | VirtualMachineError | AssertionError e) {
      String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      return Outcome.wrong(
          "fails: " + e.getClass().getSimpleName() + ": " + Texts.shortened(message));
    }
  }
}
