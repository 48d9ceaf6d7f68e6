package requestpath.harness.api;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntToLongFunction;
import java.util.function.Supplier;
import org.openjdk.jmh.infra.BenchmarkParams;
import requestpath.codec.Operation;
import requestpath.codec.Produced;
import requestpath.codec.WrongAnswerException;

/**
 * What benchmark classes call in a fork: they run the measured method outside of the measurement,
 * and report the outcome of its correctness check to the host.
 */
public final class InFork {
  private static final AtomicReference<Optional<Outcome>> OUTCOME =
      new AtomicReference<>(Optional.empty());

  /** Additional results of this fork, by label. */
  private static final Map<String, Reported> REPORTED = new LinkedHashMap<>();

  /** The cost of all {@link #aside} so far. */
  private static final AtomicReference<Cost> ASIDE = new AtomicReference<>(Cost.NONE);

  /** Waits until other forks no longer measure. */
  private static final AtomicReference<Runnable> BEFORE_CHECK = new AtomicReference<>(() -> {});

  /** What this fork uses; empty if it announced nothing. */
  private static final AtomicReference<Supplier<String>> USED = new AtomicReference<>(() -> "");

  /** State objects of each benchmark instance, by class. */
  private static final Map<Object, Map<Class<?>, Object>> STATES = new WeakHashMap<>();

  private InFork() {}

  /**
   * A correctness check that succeeded.
   *
   * @param produced the sizes of the operation's input or output, if it has any
   * @param cost of the correctness check and everything put aside; JMH's profiler counts it towards
   *     the last iteration
   * @param reported additional results
   */
  public record Outcome(Optional<Produced> produced, Cost cost, List<Reported> reported) {}

  /**
   * An additional result of a fork.
   *
   * @param label its name in the result file
   */
  public record Reported(String label, long value, String unit) {}

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
   * What this fork uses, to be printed before the correctness check: asking earlier would load and
   * run code before the measurement.
   *
   * @param what library, version, entry points
   */
  public static void announce(Supplier<String> what) {
    USED.set(what);
  }

  /**
   * Runs the benchmark method that this fork measures, in the JVM that has just measured it.
   *
   * @param benchmark the instance that has the method
   * @param measured JMH's parameters, which name the method; state objects that the method takes
   *     are created once and used for each call, as in the measurement
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
   * Closes a resource when this JVM ends. A teardown is too early: it runs within the last
   * iteration, and JMH does not count the allocation of threads that have ended.
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
   * Runs a correctness check and reports its success to the host.
   *
   * @throws Exception when it fails: the fork then has no result
   */
  public static void requireCorrect(Check check) throws Exception {
    verify(
        () -> {
          check.run();
          return Optional.empty();
        });
  }

  /**
   * Runs a correctness check and reports its success to the host, with sizes.
   *
   * @throws Exception when it fails: the fork then has no result
   */
  public static void requireCorrectSized(Callable<Produced> check) throws Exception {
    verify(() -> Optional.of(check.call()));
  }

  private static void verify(Callable<Optional<Produced>> check) throws Exception {
    Cost before = Cost.untilNow();
    Objects.requireNonNull(BEFORE_CHECK.get()).run();
    printUsed();
    Optional<Produced> produced = check.call();
    Cost cost = Cost.untilNow().since(before);
    synchronized (REPORTED) {
      OUTCOME.set(
          Optional.of(
              new Outcome(
                  produced,
                  cost.plus(ASIDE.getAndSet(Cost.NONE)),
                  List.copyOf(REPORTED.values()))));
      REPORTED.clear();
    }
  }

  /** What to do before the correctness check, which runs after the last measured iteration. */
  public static void beforeCheck(Runnable task) {
    BEFORE_CHECK.set(task);
  }

  private static void printUsed() {
    String used = Objects.requireNonNull(USED.getAndSet(() -> "")).get();
    if (!used.isEmpty()) {
      // JMH has begun the line of an iteration.
      System.out.printf("%n# Using %s%n", used);
    }
  }

  /**
   * Runs set-up and probes, and excludes them from the metrics of the fork.
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
   * Reports an additional result to the host if the correctness check succeeds: a secondary result
   * in the result file, one value for each fork.
   *
   * @param label the name of the result
   */
  public static void report(String label, long value, String unit) {
    synchronized (REPORTED) {
      REPORTED.put(label, new Reported(label, value, unit));
    }
  }

  /**
   * Checks a function of a number with several inputs, and reports its success to the host.
   *
   * @param measured the measured operation: a number in, a number out
   * @param expected the right results
   * @throws WrongAnswerException when a result is wrong: the fork then has no result
   * @throws Exception what the operation throws
   */
  public static void requireCorrectNumbers(
      Operation<Integer, Number> measured, IntToLongFunction expected, int... inputs)
      throws Exception {
    requireCorrect(() -> requireNumbers(measured, expected, inputs));
  }

  /**
   * Checks a function of a number with several inputs, as a part of a correctness check.
   *
   * @param measured the measured operation: a number in, a number out
   * @param expected the right results
   * @throws WrongAnswerException when a result is wrong
   * @throws Exception what the operation throws
   */
  public static void requireNumbers(
      Operation<Integer, Number> measured, IntToLongFunction expected, int... inputs)
      throws Exception {
    for (int input : inputs) {
      Number answer = measured.apply(input);
      long right = expected.applyAsLong(input);
      if (answer.doubleValue() != right) {
        throw new WrongAnswerException(
            "for " + input + " the answer is " + right + " but it gives " + answer);
      }
    }
  }

  /** Returns the outcome and forgets it. */
  public static Optional<Outcome> takeOutcome() {
    return OUTCOME.getAndSet(Optional.empty());
  }
}
