package requestpath.bench;

import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import requestpath.handler.CountingLoop;
import requestpath.harness.api.InFork;
import requestpath.harness.api.JudgedBy;
import requestpath.payload.Support;
import requestpath.result.ForkStatistic;

/**
 * How long does a loop of a million iterations take, two simple operations and an IF in each, in
 * the forms that a Java programmer would try? {@link CountingLoop} says which operations, and why
 * the JIT compiler cannot remove them.
 *
 * <pre>{@code
 * java -jar target/benchmarks.jar LoopBenchmark
 * java -jar target/benchmarks.jar LoopBenchmark -p iterations=1000000,2000000
 * }</pre>
 */
public class LoopBenchmark extends SteadyState {
  @Param("1000000")
  public int iterations;

  /** The plain loop in int: the baseline. */
  @Benchmark
  public int intLoop() {
    return CountingLoop.intLoop(iterations);
  }

  /** Index and total in long. */
  @Benchmark
  public long longLoop() {
    return CountingLoop.longLoop(iterations);
  }

  /** The total in double. */
  @Benchmark
  public double doubleLoop() {
    return CountingLoop.doubleLoop(iterations);
  }

  /** An IntStream. */
  @Benchmark
  public int intStream() {
    return CountingLoop.intStream(iterations);
  }

  /** A Stream of Integer. */
  @Benchmark
  public int boxedStream() {
    return CountingLoop.boxedStream(iterations);
  }

  /** An IntStream over all cores. */
  @Benchmark
  @JudgedBy(ForkStatistic.MEAN)
  public int parallelStream() {
    return CountingLoop.parallelStream(iterations);
  }

  @TearDown(Level.Trial)
  public void verify(BenchmarkParams measured) throws Exception {
    InFork.requireCorrectNumbers(
        input -> {
          iterations = input;
          return (Number) InFork.call(this, measured);
        },
        CountingLoop::expected,
        iterations,
        iterations / 2,
        iterations);
  }

  @Override
  public Optional<Baseline> baseline() {
    return Optional.of(Baseline.method("intLoop"));
  }

  @Override
  public Support support() {
    CountingLoop.requireIterations(iterations);
    return Support.YES;
  }
}
