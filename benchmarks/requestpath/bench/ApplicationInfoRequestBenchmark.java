package requestpath.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import requestpath.codec.json.JsonCodec;
import requestpath.codec.json.JsonLibrary;
import requestpath.handler.ApplicationInfoRequest;
import requestpath.handler.CurrentYear;
import requestpath.handler.RequestVerification;
import requestpath.harness.api.InFork;
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
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ApplicationInfoRequestBenchmark extends SteadyState {
  @Param public JsonLibrary library;

  private JsonCodec<ApplicationInfo> codec;
  private ApplicationInfoRequest request;

  @Setup(Level.Trial)
  public void setUp() {
    support().require();
    codec = library.codec(Shape.one(ApplicationInfo.class));
    request = new ApplicationInfoRequest(codec, CurrentYear::ofYear);
    InFork.announce(codec::description);
  }

  /** To {@code {"name":"golang","releaseYear":2025}}, with this year. */
  @Benchmark
  public byte[] handle() throws IOException {
    return request.handle();
  }

  @TearDown(Level.Trial)
  public void verify(BenchmarkParams measured) throws Exception {
    InFork.requireCorrectSized(
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
