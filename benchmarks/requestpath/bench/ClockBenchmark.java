package requestpath.bench;

import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.BenchmarkParams;
import requestpath.compute.CurrentYear;
import requestpath.measure.InFork;
import requestpath.measure.Selective;
import requestpath.payload.Support;
import requestpath.request.RequestVerification;

/**
 * How much of the application info handler is the question what year it is?
 *
 * <pre>{@code java -jar target/benchmarks.jar 'ApplicationInfo|Clock'}</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 30, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 50, time = 40, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 7,
    jvmArgs = {
      "-Xms512m",
      "-Xmx512m",
      "-XX:+AlwaysPreTouch",
      "-XX:+UseG1GC",
      "-Dfile.encoding=UTF-8"
    })
public class ClockBenchmark implements Selective {
  private Clock clock;
  private CurrentYear.Cached known;

  @Setup(Level.Trial)
  public void setUp() {
    clock = Clock.systemDefaultZone();
    known = new CurrentYear.Cached(clock);
  }

  /** {@code Year.now()}, as the handler does: the baseline. */
  @Benchmark
  public int yearNow() {
    return CurrentYear.ofYear();
  }

  /** {@code LocalDate.now()}. */
  @Benchmark
  public int localDateNow() {
    return CurrentYear.ofLocalDate();
  }

  /** A clock that was made once. */
  @Benchmark
  public int clock() {
    return CurrentYear.ofClock(clock);
  }

  /** Milliseconds since the epoch, and arithmetic. */
  @Benchmark
  public int epoch() {
    return CurrentYear.ofEpoch();
  }

  /** Worked out anew only when the year has ended. */
  @Benchmark
  public int cached() {
    return known.year();
  }

  @TearDown(Level.Trial)
  public void verify(BenchmarkParams measured) throws Exception {
    boolean utc = measured.getBenchmark().endsWith(".epoch");
    ZoneId zone = utc ? CurrentYear.epochZone() : ZoneId.systemDefault();
    InFork.prove(
        () -> RequestVerification.year(nothing -> (Integer) InFork.call(this, measured), zone));
  }

  @Override
  public Support support() {
    return Support.YES;
  }
}
