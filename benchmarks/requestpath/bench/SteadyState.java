package requestpath.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import requestpath.harness.api.Selective;

/**
 * The recipe of what is measured once it is warm: three seconds of warm-up, then fifty short
 * iterations, of which a fork's value is the 10% quantile. The heap is pinned and touched
 * beforehand. G1's regions are so large that no document here is humongous.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
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
public abstract class SteadyState implements Selective {}
