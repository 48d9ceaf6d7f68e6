package requestpath.harness.api;

import java.time.Instant;

/**
 * A name for what a run leaves in places that others use, too: the process that started the run, so
 * that the run and each of its forks find the same one, and two runs do not.
 */
public final class RunName {
  private RunName() {}

  /** As the process knows it that starts the forks. */
  public static String inHost() {
    return of(ProcessHandle.current());
  }

  /** As a fork knows it. */
  public static String inFork() {
    return of(ProcessHandle.current().parent().orElseGet(ProcessHandle::current));
  }

  private static String of(ProcessHandle process) {
    long started = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    return process.pid() + "-" + Long.toString(started, Character.MAX_RADIX);
  }
}
