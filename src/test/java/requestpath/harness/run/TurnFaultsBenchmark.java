package requestpath.harness.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
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

/** For tests of forks that take turns: all methods but one go wrong once they are warm. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 1, time = 10, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 20, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx64m"})
public class TurnFaultsBenchmark implements Selective {
  /** Longer than the warm-up, shorter than warm-up and measurement. */
  private static final long WARM_NANOS = TimeUnit.MILLISECONDS.toNanos(60);

  private final List<byte[]> kept = new ArrayList<>();
  private long started;

  private boolean isWarm() {
    started = started == 0 ? System.nanoTime() : started;
    return System.nanoTime() - started > WARM_NANOS;
  }

  @Benchmark
  public byte[] works() {
    return new byte[100];
  }

  @Benchmark
  public boolean crashes() {
    if (isWarm()) {
      Runtime.getRuntime().halt(3);
    }
    return true;
  }

  @Benchmark
  public boolean hangs() {
    while (isWarm()) {
      // JMH interrupts what takes too long; this does not listen.
      Thread.onSpinWait();
    }
    return true;
  }

  @Benchmark
  public int fillsTheMemory() {
    while (isWarm()) {
      try {
        kept.add(new byte[1 << 20]);
      } catch (OutOfMemoryError e) {
        // Without memory JMH could not report the error.
        kept.clear();
        throw e;
      }
    }
    return kept.size();
  }

  @TearDown(Level.Trial)
  public void verify() throws Exception {
    InFork.requireCorrect(() -> {});
  }

  @Override
  public Support support() {
    return Support.YES;
  }

  @Override
  public Optional<Baseline> baseline() {
    return Optional.of(Baseline.method("works"));
  }
}
