package requestpath.harness.run;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Stops a fork that hangs. */
final class Watchdog implements AutoCloseable {
  private final Duration limit;
  private final ForkProcesses forks = ForkProcesses.fromNow();
  private final ExecutorService timer =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "watchdog");
            thread.setDaemon(true);
            return thread;
          });
  private boolean isClosed;
  private volatile boolean hasStopped;

  private Watchdog(Duration limit) {
    this.limit = limit;
  }

  /**
   * Watches the fork that starts now.
   *
   * @param limit how long it may take
   */
  static Watchdog over(Duration limit) {
    Watchdog watchdog = new Watchdog(limit);
    watchdog.timer.execute(watchdog::sleepAndStop);
    return watchdog;
  }

  private void sleepAndStop() {
    try {
      TimeUnit.MILLISECONDS.sleep(limit.toMillis());
      stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Does nothing after the fork has ended, because another may run by then. */
  private synchronized void stop() {
    if (!isClosed) {
      hasStopped = true;
      forks.end();
    }
  }

  /** Whether it stopped the fork because the fork took too long. */
  boolean hasStopped() {
    return hasStopped;
  }

  /** Why it stopped the fork. */
  String sentence() {
    return "it did not end within "
        + limit.toSeconds()
        + " s and was stopped (-to allows more time)";
  }

  @Override
  public synchronized void close() {
    isClosed = true;
    timer.shutdownNow();
  }
}
