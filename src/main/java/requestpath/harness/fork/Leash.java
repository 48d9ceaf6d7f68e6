package requestpath.harness.fork;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Stops the fork when its parent dies, so that it does not disturb the next run. */
final class Leash {
  /** Time for shutdown hooks, which stop e.g. a server. */
  private static final long END_SECONDS = 3;

  private static final int ORPHANED = 3;
  private static final AtomicBoolean HELD = new AtomicBoolean();

  private Leash() {}

  /** Watches the parent. The JDK polls it, first several times a second, then more seldom. */
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
