package requestpath.harness.fork;

import requestpath.harness.api.InFork;

/** Lets tests of benchmarks see whether a correctness check told that it succeeded. */
public final class CorrectnessChecks {
  private CorrectnessChecks() {}

  /** Whether a correctness check has succeeded since the last call. */
  public static boolean takeSucceeded() {
    return InFork.takeOutcome().isPresent();
  }
}
