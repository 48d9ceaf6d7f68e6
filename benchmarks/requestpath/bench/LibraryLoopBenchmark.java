package requestpath.bench;

import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import requestpath.handler.CountingLoop;
import requestpath.handler.LibraryLoop;
import requestpath.harness.api.InFork;
import requestpath.payload.Support;

/**
 * How long does the loop of a million iterations take with the libraries that request code often
 * uses today?
 *
 * <pre>{@code java -jar target/benchmarks.jar Loop}</pre>
 */
public class LibraryLoopBenchmark extends SteadyState {
  @Param("1000000")
  public int iterations;

  /** The plain loop over primitives: the baseline. */
  @Benchmark
  public int intLoop() {
    return CountingLoop.intLoop(iterations);
  }

  /** The JDK's stream of objects; boxes. */
  @Benchmark
  public int boxedStream() {
    return CountingLoop.boxedStream(iterations);
  }

  /** Reactor; boxes. */
  @Benchmark
  public int reactor() {
    return LibraryLoop.reactor(iterations);
  }

  /** RxJava 3; boxes. */
  @Benchmark
  public int rxJava() {
    return LibraryLoop.rxJava(iterations);
  }

  /** Mutiny; boxes. */
  @Benchmark
  public int mutiny() {
    return LibraryLoop.mutiny(iterations);
  }

  /** Eclipse Collections over objects; boxes. */
  @Benchmark
  public int eclipseCollectionsBoxed() {
    return LibraryLoop.eclipseCollectionsBoxed(iterations);
  }

  /** Eclipse Collections over primitives; boxes nothing. */
  @Benchmark
  public int eclipseCollections() {
    return LibraryLoop.eclipseCollections(iterations);
  }

  /** Vavr; boxes. */
  @Benchmark
  public int vavr() {
    return LibraryLoop.vavr(iterations);
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
        iterations == 1 ? 2 : iterations / 2,
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
