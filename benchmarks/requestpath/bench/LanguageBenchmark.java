package requestpath.bench;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntToLongFunction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.BenchmarkParams;
import requestpath.handler.CountingLoop;
import requestpath.handler.Fibonacci;
import requestpath.handler.language.LanguageEngine;
import requestpath.handler.language.Program;
import requestpath.harness.api.InFork;
import requestpath.harness.api.PartOf;
import requestpath.payload.Support;

/**
 * How long do the Fibonacci number and the loop of the source articles take in their languages,
 * hosted on the JVM? The call from Java is included; {@link #call} measures it alone. Each thread
 * has its own engine. Large engines are skipped if the jar was built without the Maven profile
 * {@code languages}.
 *
 * <pre>{@code
 * java -jar target/benchmarks.jar LanguageBenchmark
 * java -jar target/benchmarks.jar LanguageBenchmark.fib -p engine=JAVA,RHINO,RHINO_INTERPRETED
 * }</pre>
 */
@State(Scope.Thread)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LanguageBenchmark extends SteadyState {
  @Param public LanguageEngine engine;

  private Program program;
  private int n = 10;
  private int iterations = 1_000_000;

  /** Loads the functions. JMH sets up and measures in one thread. */
  @Setup(Level.Trial)
  public void setUp() {
    support().require();
    program = engine.open();
    InFork.announce(program::description);
  }

  /** The tenth Fibonacci number by the naive recursion: 177 calls. */
  @Benchmark
  public int fib() {
    return program.fib(n);
  }

  /**
   * A million iterations. An interpreter may take a quarter of a second for them, so the iterations
   * of this method are longer than those of others.
   */
  @Benchmark
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  @Warmup(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
  @Measurement(iterations = 20, time = 1000, timeUnit = TimeUnit.MILLISECONDS)
  public int loop() {
    return program.loop(iterations);
  }

  /** A function that returns its argument: the call from Java alone. */
  @Benchmark
  @PartOf("fib")
  public int call() {
    return program.same(n);
  }

  @TearDown(Level.Trial)
  public void verify(BenchmarkParams measured) throws Exception {
    InFork.requireCorrect(
        () -> {
          try {
            switch (InFork.method(measured)) {
              case "fib" -> requireNumbers(measured, Fibonacci::expected, n - 1, n);
              case "loop" -> {
                int half = iterations / 2;
                requireNumbers(measured, CountingLoop::expected, half, iterations);
              }
              default -> requireNumbers(measured, number -> number, n - 1, n);
            }
          } finally {
            program.close();
          }
        });
  }

  private void requireNumbers(BenchmarkParams measured, IntToLongFunction expected, int... inputs)
      throws Exception {
    InFork.requireNumbers(
        input -> {
          n = input;
          iterations = input;
          return (Number) InFork.call(this, measured);
        },
        expected,
        inputs);
  }

  @Override
  public Optional<Baseline> baseline() {
    return Optional.of(Baseline.value("engine", LanguageEngine.JAVA.name()));
  }

  @Override
  public boolean runsUnasked() {
    return false;
  }

  @Override
  public Support support() {
    return engine.support();
  }
}
