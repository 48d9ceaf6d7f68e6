package requestpath.harness.api;

import java.time.Instant;

/**
 * A unique name for a run, which all of its forks know: for files and keys in shared places. It is
 * made of the process that started the run.
 */
public final class RunName {
  private RunName() {}

  /** The name, in the process that starts the forks. */
  public static String inHost() {
    return of(ProcessHandle.current());
  }

  /** The name, in a fork. */
  public static String inFork() {
    return of(ProcessHandle.current().parent().orElseGet(ProcessHandle::current));
  }

  private static String of(ProcessHandle process) {
    long started = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    return process.pid() + "-" + Long.toString(started, Character.MAX_RADIX);
  }
}
