package requestpath.bench;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import requestpath.handler.Greeting;
import requestpath.handler.RequestVerification;
import requestpath.harness.api.InFork;
import requestpath.payload.Names;

/**
 * How long does the hello handler take to format its text, and how long would other ways take?
 * {@link HelloRequestBenchmark} times the whole handler. The source article's Java uses {@code
 * String.format}.
 *
 * <pre>{@code java -jar target/benchmarks.jar 'Hello|Greeting'}</pre>
 */
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GreetingBenchmark extends SteadyState {
  private String[] names;

  @Setup(Level.Trial)
  public void setUp() {
    names = Names.pool();
  }

  /** As the source article does: the baseline. */
  @Benchmark
  public String format(Cursor cursor) {
    return Greeting.formatted(names[cursor.next(names.length)]);
  }

  /** Text joined with plus. */
  @Benchmark
  public String concatenation(Cursor cursor) {
    return Greeting.concatenated(names[cursor.next(names.length)]);
  }

  /** Text joined by a StringBuilder. */
  @Benchmark
  public String stringBuilder(Cursor cursor) {
    return Greeting.built(names[cursor.next(names.length)]);
  }

  @TearDown(Level.Trial)
  public void verify(BenchmarkParams measured) throws Exception {
    InFork.requireCorrect(
        () ->
            RequestVerification.greeting(
                input -> {
                  names = new String[] {input};
                  return (String) InFork.call(this, measured);
                }));
  }

  @Override
  public Optional<Baseline> baseline() {
    return Optional.of(Baseline.method("format"));
  }
}
