package requestpath.harness.api;

import com.sun.management.ThreadMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntToLongFunction;
import org.openjdk.jmh.infra.BenchmarkParams;
import requestpath.codec.Operation;
import requestpath.codec.Produced;
import requestpath.codec.WrongAnswerException;

/**
 * What benchmark classes call in the forked JVM: to run the method that is measured, outside of the
 * measurement, and to hand the outcome of its correctness check to the host.
 */
public final class InFork {
  private static final AtomicReference<Optional<Outcome>> OUTCOME =
      new AtomicReference<>(Optional.empty());

  /** What this fork has found out beside its figure, by label. */
  private static final Map<String, Reported> REPORTED = new LinkedHashMap<>();

  /** What was done within the measurement and is no part of it, so far. */
  private static final AtomicReference<Cost> ASIDE = new AtomicReference<>(Cost.NONE);

  /** States of benchmarks by class, for as long as the benchmark lives. */
  private static final Map<Object, Map<Class<?>, Object>> STATES = new WeakHashMap<>();

  private InFork() {}

  /**
   * A correctness check that succeeded.
   *
   * @param produced sizes of what the operation consumes or produces, where it has any
   * @param cost what the correctness check itself took, with all that was put aside; JMH's profiler
   *     counts that towards the last iteration
   * @param reported what else the fork found out
   */
  public record Outcome(Optional<Produced> produced, Cost cost, List<Reported> reported) {}

  /**
   * One thing that a fork found out beside its figure.
   *
   * @param label as it stands in the result file
   */
  public record Reported(String label, long value, String unit) {}

  /**
   * What happens in a JVM between two moments, or up to one.
   *
   * @param nanos time
   * @param allocatedBytes allocation of all threads
   * @param collections garbage collections
   * @param collectionMillis time of garbage collections
   */
  public record Cost(long nanos, long allocatedBytes, long collections, long collectionMillis) {
    static final Cost NONE = new Cost(0, 0, 0, 0);

    static Cost untilNow() {
      long collections = 0;
      long collectionMillis = 0;
      for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
        collections += collector.getCollectionCount();
        collectionMillis += collector.getCollectionTime();
      }
      return new Cost(System.nanoTime(), allocated(), collections, collectionMillis);
    }

    /** Of all threads, as JMH's profiler counts. */
    private static long allocated() {
      if (ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads) {
        // No streams: they would load classes before a cold start does.
        long sum = 0;
        for (long bytes : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) {
          // A thread that has ended gives -1.
          sum += Math.max(0, bytes);
        }
        return sum;
      }
      return 0;
    }

    Cost since(Cost before) {
      return new Cost(
          nanos - before.nanos,
          allocatedBytes - before.allocatedBytes,
          collections - before.collections,
          collectionMillis - before.collectionMillis);
    }

    Cost plus(Cost other) {
      return new Cost(
          nanos + other.nanos,
          allocatedBytes + other.allocatedBytes,
          collections + other.collections,
          collectionMillis + other.collectionMillis);
    }
  }

  /** A check of the measured operation that finds sizes. */
  @FunctionalInterface
  public interface SizedCheck {
    /**
     * Checks the operation.
     *
     * @throws Exception when it is wrong
     */
    Produced run() throws Exception;
  }

  /** A check of the measured operation. */
  @FunctionalInterface
  public interface Check {
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
   * Runs the benchmark method that this fork measures, in the JVM that has just measured it.
   *
   * @param benchmark the state that it is a method of, its inputs as they are
   * @param measured JMH's parameters, which name the method; states that it takes are made once for
   *     the benchmark, so that what they keep from call to call is there as in the measurement
   * @return what the method returned
   * @throws Exception what the method threw
   */
  public static Object call(Object benchmark, BenchmarkParams measured) throws Exception {
    Method method = method(benchmark.getClass(), method(measured));
    Object[] states = states(benchmark, method);
    // The method is public; the class of the object need not be.
    method.setAccessible(true);
    try {
      return method.invoke(benchmark, states);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  private static Object[] states(Object benchmark, Method method)
      throws ReflectiveOperationException {
    synchronized (STATES) {
      Map<Class<?>, Object> known = STATES.computeIfAbsent(benchmark, none -> new HashMap<>());
      Object[] states = new Object[method.getParameterCount()];
      for (int i = 0; i < states.length; i++) {
        Class<?> type = method.getParameterTypes()[i];
        if (!known.containsKey(type)) {
          known.put(type, type.getConstructor().newInstance());
        }
        states[i] = known.get(type);
      }
      return states;
    }
  }

  /**
   * Closes what the benchmark opened when this JVM ends. A teardown is too early: it is within the
   * last iteration, whose allocation would lose that of threads which are gone.
   */
  public static void closeAtEnd(AutoCloseable opened) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    opened.close();
                  } catch (Exception e) {
                    System.err.println("requestpath: what this fork opened is not closed: " + e);
                  }
                }));
  }

  /** The name of the benchmark method that this fork measures. */
  public static String method(BenchmarkParams measured) {
    return measured.getBenchmark().substring(measured.getBenchmark().lastIndexOf('.') + 1);
  }

  private static Method method(Class<?> benchmarkClass, String name) throws NoSuchMethodException {
    for (Method method : benchmarkClass.getMethods()) {
      if (method.getName().equals(name) && !method.isBridge()) {
        return method;
      }
    }
    throw new NoSuchMethodException(benchmarkClass.getName() + "." + name);
  }

  /**
   * Runs a correctness check and, when it succeeds, tells the host.
   *
   * @throws Exception when it does not: the fork then has no figure
   */
  public static void requireCorrect(Check check) throws Exception {
    Cost before = Cost.untilNow();
    check.run();
    OUTCOME.set(Optional.of(outcome(Optional.empty(), Cost.untilNow().since(before))));
  }

  /**
   * Runs a correctness check and, when it succeeds, tells the host, with the sizes it found.
   *
   * @throws Exception when it does not: the fork then has no figure
   */
  public static void requireCorrectSized(SizedCheck check) throws Exception {
    Cost before = Cost.untilNow();
    Produced produced = check.run();
    OUTCOME.set(Optional.of(outcome(Optional.of(produced), Cost.untilNow().since(before))));
  }

  private static Outcome outcome(Optional<Produced> produced, Cost check) {
    synchronized (REPORTED) {
      Outcome outcome =
          new Outcome(
              produced, check.plus(ASIDE.getAndSet(Cost.NONE)), new ArrayList<>(REPORTED.values()));
      REPORTED.clear();
      return outcome;
    }
  }

  /**
   * Runs what is no part of the operation though JMH runs it within the only iteration: setting up
   * and looking around. What it allocates and collects is taken out of the fork's figures.
   *
   * @throws Exception what it throws
   */
  public static void aside(Check unmeasured) throws Exception {
    Cost before = Cost.untilNow();
    unmeasured.run();
    Cost cost = Cost.untilNow().since(before);
    ASIDE.accumulateAndGet(cost, Cost::plus);
  }

  /**
   * Tells the host something beside the figure, once the correctness check has succeeded: it stands
   * in the result file as a secondary result, one value for each fork.
   *
   * @param label the name of the result
   */
  public static void report(String label, long value, String unit) {
    synchronized (REPORTED) {
      REPORTED.put(label, new Reported(label, value, unit));
    }
  }

  /**
   * Runs the correctness check that a function of a number is right, for several inputs, so that an
   * answer kept from another call does not pass; and, when it succeeds, tells the host.
   *
   * @param measured the measured operation: a number in, a number out
   * @param expected what it must answer
   * @throws WrongAnswerException when it does not: the fork then has no figure
   * @throws Exception what the operation throws
   */
  public static void requireCorrectNumbers(
      Operation<Integer, Number> measured, IntToLongFunction expected, int... inputs)
      throws Exception {
    requireCorrect(
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
  public static Optional<Outcome> takeOutcome() {
    return OUTCOME.getAndSet(Optional.empty());
  }
}
