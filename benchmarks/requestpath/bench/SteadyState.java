package requestpath.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import requestpath.harness.api.Selective;
import requestpath.payload.Support;

/**
 * The recipe of benchmarks that measure warm code: three seconds of warm-up, then fifty short
 * iterations. The value of a fork is their minimum. The size of the heap is fixed, and its pages
 * are touched before the start. G1's regions are so large that no document here is humongous. Times
 * are in microseconds unless the benchmark says otherwise.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 30, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 50, time = 40, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 7,
    jvmArgs = {
      "-Xms512m",
      "-Xmx512m",
      "-XX:+AlwaysPreTouch",
      "-XX:+UseG1GC",
      "-XX:G1HeapRegionSize=8m",
      "-Dfile.encoding=UTF-8"
    })
public abstract class SteadyState implements Selective {
  /** Supported, unless the benchmark says otherwise. */
  @Override
  public Support support() {
    return Support.YES;
  }
}
