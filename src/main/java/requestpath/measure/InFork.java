package requestpath.measure;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntToLongFunction;
import org.openjdk.jmh.infra.BenchmarkParams;
import requestpath.payload.Operation;
import requestpath.payload.Produced;
import requestpath.payload.WrongAnswerException;

/**
 * What benchmark classes call in the forked JVM: to run the method that is measured, outside of the
 * measurement, and to hand the outcome of its proof to the host.
 */
public final class InFork {
  private static final AtomicReference<Optional<Outcome>> OUTCOME =
      new AtomicReference<>(Optional.empty());

  private InFork() {}

  /**
   * A proof that succeeded.
   *
   * @param produced sizes of what the operation consumes or produces, where it has any
   * @param allocatedBytes what the proof itself allocated; JMH's profiler counts that towards the
   *     last iteration
   */
  record Outcome(Optional<Produced> produced, long allocatedBytes) {}

  /** A check of the measured operation that finds sizes. */
  @FunctionalInterface
  public interface SizedProof {
    /**
     * Checks the operation.
     *
     * @throws Exception when it is wrong
     */
    Produced run() throws Exception;
  }

  /** A check of the measured operation. */
  @FunctionalInterface
  public interface Proof {
    /**
     * Checks the operation.
     *
     * @throws Exception when it is wrong
     */
    void run() throws Exception;
  }

  /**
   * Tells the reader of the output what this fork really uses.
   *
   * @param what library, version, entry points
   */
  public static void announce(String what) {
    // JMH has begun the line of the first iteration.
    System.out.printf("%n# Using %s%n", what);
  }

  /**
   * Runs the benchmark method that this fork measures, so the code that the JIT compiled for the
   * measurement.
   *
   * @param benchmark the state that it is a method of, its inputs as they are
   * @param measured JMH's parameters, which name the method
   * @return what the method returned
   * @throws Exception what the method threw
   */
  public static Object call(Object benchmark, BenchmarkParams measured) throws Exception {
    String name = measured.getBenchmark();
    String method = name.substring(name.lastIndexOf('.') + 1);
    try {
      return benchmark.getClass().getMethod(method).invoke(benchmark);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  /**
   * Runs a proof and, when it succeeds, tells the host.
   *
   * @throws Exception when it does not: the fork then has no figure
   */
  public static void prove(Proof proof) throws Exception {
    long before = allocatedBytes();
    proof.run();
    OUTCOME.set(Optional.of(new Outcome(Optional.empty(), allocatedBytes() - before)));
  }

  /**
   * Runs a proof and, when it succeeds, tells the host, with the sizes it found.
   *
   * @throws Exception when it does not: the fork then has no figure
   */
  public static void proveSized(SizedProof proof) throws Exception {
    long before = allocatedBytes();
    Produced produced = proof.run();
    OUTCOME.set(Optional.of(new Outcome(Optional.of(produced), allocatedBytes() - before)));
  }

  /**
   * Runs the proof that a function of a number is right, for several inputs, so that an answer kept
   * from another call does not pass; and, when it succeeds, tells the host.
   *
   * @param measured the measured operation: a number in, a number out
   * @param expected what it must answer
   * @throws WrongAnswerException when it does not: the fork then has no figure
   * @throws Exception what the operation throws
   */
  public static void proveNumbers(
      Operation<Integer, Number> measured, IntToLongFunction expected, int... inputs)
      throws Exception {
    prove(
        () -> {
          for (int input : inputs) {
            Number answer = measured.apply(input);
            if (answer.doubleValue() != expected.applyAsLong(input)) {
              throw new WrongAnswerException(
                  "for "
                      + input
                      + " the answer is "
                      + expected.applyAsLong(input)
                      + " but it gives "
                      + answer);
            }
          }
        });
  }

  /** The outcome, once. */
  static Optional<Outcome> takeOutcome() {
    return OUTCOME.getAndSet(Optional.empty());
  }

  private static long allocatedBytes() {
    return ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads
        ? threads.getThreadAllocatedBytes(Thread.currentThread().getId())
        : 0;
  }
}
