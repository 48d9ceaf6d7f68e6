package requestpath.bench;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import requestpath.handler.CurrentYear;
import requestpath.handler.RequestVerification;
import requestpath.harness.api.InFork;

/**
 * How long does the application info handler take to find the current year, and how long do other
 * ways take? {@link ApplicationInfoRequestBenchmark} measures the whole handler. The correctness
 * check changes the clock of the methods that have their own. The others read the system's clock,
 * which a check cannot change.
 *
 * <pre>{@code java -jar target/benchmarks.jar 'ApplicationInfo|Clock'}</pre>
 */
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ClockBenchmark extends SteadyState {
  private Clock clock;
  private CurrentYear.Cached known;

  @Setup(Level.Trial)
  public void setUp() {
    use(Clock.systemDefaultZone());
  }

  private void use(Clock other) {
    clock = other;
    known = new CurrentYear.Cached(other);
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

  /** Computed again only when the year has ended. */
  @Benchmark
  public int cached() {
    return known.year();
  }

  @TearDown(Level.Trial)
  public void verify(BenchmarkParams measured) throws Exception {
    String way = InFork.method(measured);
    InFork.requireCorrect(
        () -> {
          if (way.equals("clock") || way.equals("cached")) {
            RequestVerification.yearByClock(
                nothing -> (Integer) InFork.call(this, measured), this::use);
          } else {
            RequestVerification.year(
                nothing -> (Integer) InFork.call(this, measured),
                way.equals("epoch") ? CurrentYear.epochZone() : ZoneId.systemDefault());
          }
        });
  }

  @Override
  public Optional<Baseline> baseline() {
    return Optional.of(Baseline.method("yearNow"));
  }
}
