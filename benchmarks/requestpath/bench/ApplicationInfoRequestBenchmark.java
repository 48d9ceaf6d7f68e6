package requestpath.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.BenchmarkParams;
import requestpath.codec.json.JsonCodec;
import requestpath.codec.json.JsonLibrary;
import requestpath.handler.ApplicationInfoRequest;
import requestpath.handler.CurrentYear;
import requestpath.handler.RequestVerification;
import requestpath.harness.api.InFork;
import requestpath.harness.api.Selective;
import requestpath.payload.ApplicationInfo;
import requestpath.payload.Shape;
import requestpath.payload.Support;

/**
 * How long does the whole application info handler of the 2025 comparison take, from nothing to
 * JSON bytes? {@link ClockBenchmark} times the clock alone. It runs only when named, because {@link
 * HelloRequestBenchmark} measures nearly the same: a small record to JSON.
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
      "-XX:G1HeapRegionSize=8m",
      "-Dfile.encoding=UTF-8"
    })
public class ApplicationInfoRequestBenchmark implements Selective {
  @Param public JsonLibrary library;

  private JsonCodec<ApplicationInfo> codec;
  private ApplicationInfoRequest request;

  @Setup(Level.Trial)
  public void setUp() {
    support().require();
    codec = library.codec(Shape.one(ApplicationInfo.class));
    request = new ApplicationInfoRequest(codec, CurrentYear::ofYear);
    InFork.announce(codec.description());
  }

  /** To {@code {"name":"golang","releaseYear":2025}}, with this year. */
  @Benchmark
  public byte[] handle() throws IOException {
    return request.handle();
  }

  @TearDown(Level.Trial)
  public void verify(BenchmarkParams measured) throws Exception {
    InFork.proveSized(
        () ->
            RequestVerification.applicationInfo(
                nothing -> (byte[]) InFork.call(this, measured),
                year -> request = new ApplicationInfoRequest(codec, year)));
  }

  @Override
  public Support support() {
    return library.supportsEncoding(Shape.one(ApplicationInfo.class));
  }

  @Override
  public boolean runsUnasked() {
    return false;
  }
}
