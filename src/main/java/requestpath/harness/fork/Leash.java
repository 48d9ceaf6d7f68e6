package requestpath.harness.fork;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends a fork whose parent is gone: killed as it may be, it tells nobody, and the fork would
 * measure on for nobody and disturb the next run.
 */
final class Leash {
  /** What hooks may take to put away what the fork opened, such as a server. */
  private static final long END_SECONDS = 3;

  private static final int ORPHANED = 3;
  private static final AtomicBoolean HELD = new AtomicBoolean();

  private Leash() {}

  /** Holds this fork; the JDK looks for the parent every few hundred milliseconds, then seconds. */
  static void hold() {
    if (HELD.compareAndSet(false, true)) {
      ProcessHandle.current()
          .parent()
          .ifPresent(parent -> parent.onExit().whenComplete((gone, failed) -> end()).isDone());
    }
  }

  private static void end() {
    Thread last =
        new Thread(
            () -> {
              try {
                TimeUnit.SECONDS.sleep(END_SECONDS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              Runtime.getRuntime().halt(ORPHANED);
            });
    last.setDaemon(true);
    last.start();
    System.exit(ORPHANED);
  }
}
