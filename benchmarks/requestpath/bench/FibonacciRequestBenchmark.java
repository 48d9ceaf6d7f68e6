package requestpath.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import requestpath.handler.BadRequestException;
import requestpath.handler.Fibonacci;
import requestpath.handler.FibonacciRequest;
import requestpath.handler.RequestVerification;
import requestpath.harness.api.InFork;
import requestpath.payload.Support;

/**
 * How long does the whole Fibonacci handler of the 2014 comparison take? It parses the text of a
 * path parameter, computes the number by naive recursion, and returns the answer as bytes.
 *
 * <pre>{@code java -jar target/benchmarks.jar Fibonacci}</pre>
 */
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FibonacciRequestBenchmark extends SteadyState {
  @Param("10")
  public int n;

  private String parameter;

  @Setup(Level.Trial)
  public void setUp() {
    parameter = String.valueOf(n);
  }

  /** From "10" to {@code Sparkjava: fib(10) = 55}. */
  @Benchmark
  public byte[] handle() throws BadRequestException {
    return FibonacciRequest.handle(parameter);
  }

  @TearDown(Level.Trial)
  public void verify(BenchmarkParams measured) throws Exception {
    InFork.requireCorrectSized(
        () ->
            RequestVerification.fibonacci(
                input -> {
                  parameter = input;
                  return (byte[]) InFork.call(this, measured);
                },
                n));
  }

  @Override
  public Support support() {
    Fibonacci.requireN(n);
    return Support.YES;
  }
}
