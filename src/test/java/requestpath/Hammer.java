package requestpath;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Many threads at once on one thing, every round of every thread checked. */
public final class Hammer {
  /** More than there are cores, so that threads also take turns in the middle of a round. */
  public static final int THREADS = 8;

  private static final int TIMEOUT_SECONDS = 60;

  /** So long at least, that threads lose the processor in the middle of a round. */
  private static final long SHORTEST_NANOS = 60_000_000;

  private Hammer() {}

  /** What a thread does and checks in one round. */
  @FunctionalInterface
  public interface Round {
    /**
     * One round.
     *
     * @param thread from 0, less than {@link #THREADS}
     * @param round from 0
     * @throws Exception when the thing fails
     */
    void run(int thread, int round) throws Exception;
  }

  /**
   * Runs the rounds, again and again for a while; all threads begin together and stop at the first
   * failure.
   *
   * @throws AssertionError when a check failed or the thing did, with that as its cause
   */
  public static void hammer(int rounds, Round round) throws InterruptedException {
    CyclicBarrier start = new CyclicBarrier(THREADS);
    AtomicBoolean failed = new AtomicBoolean();
    ExecutorService executor = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> threads = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int thread = i;
        threads.add(
            executor.submit(
                () -> {
                  start.await(TIMEOUT_SECONDS, TimeUnit.SECONDS);
                  boolean succeeds = false;
                  try {
                    long end = System.nanoTime() + SHORTEST_NANOS;
                    for (int number = 0;
                        (number < rounds || System.nanoTime() < end) && !failed.get();
                        number++) {
                      round.run(thread, number % rounds);
                    }
                    succeeds = true;
                  } finally {
                    if (!succeeds) {
                      failed.set(true);
                    }
                  }
                  return thread;
                }));
      }
      for (Future<?> thread : threads) {
        thread.get();
      }
    } catch (ExecutionException e) {
      throw new AssertionError("many threads at once: " + e.getCause().getMessage(), e.getCause());
    } finally {
      executor.shutdownNow();
    }
  }
}
