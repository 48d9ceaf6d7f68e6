package requestpath.harness.run;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import requestpath.harness.api.InFork;
import requestpath.harness.api.Selective;
import requestpath.payload.Support;

/**
 * For tests of profiles: what takes 70% of the time is known, as two methods do the same work seven
 * and three times; and the correctness check, which is not measured, does as much again.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 10, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx64m"})
public class HotSpotBenchmark implements Selective {
  private static final int ROUND = 10_000;
  private long seed = 1;

  @Benchmark
  public long split() {
    return seventy(seed) + thirty(seed);
  }

  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  public static long seventy(long from) {
    long state = from;
    for (int i = 0; i < 7 * ROUND; i++) {
      state = state * 6364136223846793005L + 1442695040888963407L;
    }
    return state;
  }

  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  public static long thirty(long from) {
    long state = from;
    for (int i = 0; i < 3 * ROUND; i++) {
      state = state * 6364136223846793005L + 1442695040888963407L;
    }
    return state;
  }

  @TearDown(Level.Trial)
  public void verify() throws Exception {
    InFork.requireCorrect(
        () -> {
          for (int i = 0; i < 20_000; i++) {
            seed += thirty(seed);
          }
        });
  }

  @Override
  public Support support() {
    return Support.YES;
  }
}
