package requestpath.bench;

import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Setup;
import requestpath.codec.json.jackson2.Jackson2Habits;
import requestpath.harness.api.InFork;

/**
 * How much do costly habits add when Jackson 2 writes JSON?
 *
 * <pre>{@code java -jar target/benchmarks.jar JacksonEncodeMisuse -p size=1,1000}</pre>
 */
public class JacksonEncodeMisuseBenchmark extends EncodeMisuse {
  private Jackson2Habits<List<Object>> jackson;

  @Setup(Level.Trial)
  public void setUp() {
    jackson = new Jackson2Habits<>(PAYLOAD.list(BINDING));
    InFork.announce(jackson::description);
  }

  /** One writer for all calls, straight to bytes: the baseline. */
  @Benchmark
  public byte[] careful() throws IOException {
    return jackson.encode(values);
  }

  /** A new mapper for each call. */
  @Benchmark
  public byte[] newMapperEachCall() throws IOException {
    return jackson.encodeNewMapperEachCall(values);
  }

  /** To a String first, then to bytes. */
  @Benchmark
  public byte[] textThenBytes() throws IOException {
    return jackson.encodeTextThenBytes(values);
  }
}
