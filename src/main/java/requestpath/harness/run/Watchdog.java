package requestpath.harness.run;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends forks: one that hangs, and all when this program is told to end. */
final class Watchdog implements AutoCloseable {
  /** A fork that is told to end does so well within this. */
  private static final long FORK_END_SECONDS = 5;

  private final Duration limit;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final ExecutorService timer =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "watchdog");
            thread.setDaemon(true);
            return thread;
          });
  private volatile boolean hasBitten;

  /**
   * Watches the fork that starts now.
   *
   * @param limit how long it may take
   */
  static Watchdog over(Duration limit) {
    Watchdog watchdog = new Watchdog(limit);
    watchdog.timer.execute(watchdog::watch);
    return watchdog;
  }

  private Watchdog(Duration limit) {
    this.limit = limit;
  }

  private void watch() {
    try {
      if (!ended.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        bite();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Never once the fork has ended: another may run by then. */
  private synchronized void bite() {
    if (ended.getCount() > 0) {
      hasBitten = true;
      endForks();
    }
  }

  /** Whether the fork was ended because it took too long. */
  boolean hasBitten() {
    return hasBitten;
  }

  /** What to say of it. */
  String sentence() {
    return "it did not end within " + limit.toSeconds() + " s and was ended (-to gives it longer)";
  }

  @Override
  public synchronized void close() {
    ended.countDown();
    timer.shutdown();
  }

  /** Asks all processes that this one has started to end, and ends those that do not. */
  static void endForks() {
    List<ProcessHandle> forks = ProcessHandle.current().descendants().toList();
    forks.forEach(ProcessHandle::destroy);
    for (ProcessHandle fork : forks) {
      try {
        fork.onExit().get(FORK_END_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException | ExecutionException | TimeoutException e) {
        fork.destroyForcibly();
      }
    }
  }
}
