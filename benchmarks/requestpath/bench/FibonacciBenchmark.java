package requestpath.bench;

import java.math.BigInteger;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import requestpath.handler.Fibonacci;
import requestpath.harness.api.InFork;
import requestpath.harness.api.JudgedBy;
import requestpath.payload.Support;
import requestpath.result.ForkStatistic;

/**
 * How long does a Fibonacci number take, computed as the services of the 2014 comparison do on
 * every request, and in the forms that a Java programmer would try instead?
 *
 * <pre>{@code
 * java -jar target/benchmarks.jar FibonacciBenchmark
 * java -jar target/benchmarks.jar FibonacciBenchmark -p n=10,20,30
 * }</pre>
 */
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FibonacciBenchmark extends SteadyState {
  @Param("10")
  public int n;

  /** As the source article does: the naive recursion, in int. The baseline. */
  @Benchmark
  public int recursiveInt() {
    return Fibonacci.recursiveInt(n);
  }

  /** The same in long. */
  @Benchmark
  public long recursiveLong() {
    return Fibonacci.recursiveLong(n);
  }

  /** The same in BigInteger. */
  @Benchmark
  public BigInteger recursiveBigInteger() {
    return Fibonacci.recursiveBigInteger(n);
  }

  /** One addition a step. */
  @Benchmark
  public int iterative() {
    return Fibonacci.iterative(n);
  }

  /** The recursion with a map that lives for one call. */
  @Benchmark
  public int memoised() {
    return Fibonacci.memoised(n);
  }

  /** The recursion as tasks of the common pool. */
  @Benchmark
  @JudgedBy(ForkStatistic.MEAN)
  public int forkJoin() {
    return Fibonacci.forkJoin(n);
  }

  @TearDown(Level.Trial)
  public void verify(BenchmarkParams measured) throws Exception {
    InFork.requireCorrectNumbers(
        input -> {
          n = input;
          return (Number) InFork.call(this, measured);
        },
        Fibonacci::expected,
        n,
        n == 0 ? 1 : n - 1,
        n);
  }

  @Override
  public Optional<Baseline> baseline() {
    return Optional.of(Baseline.method("recursiveInt"));
  }

  @Override
  public Support support() {
    Fibonacci.requireN(n);
    return Support.YES;
  }
}
