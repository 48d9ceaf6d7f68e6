package requestpath.bench;

import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Setup;
import requestpath.codec.json.gson.GsonHabits;
import requestpath.harness.api.InFork;

/**
 * How much does a missing buffer add when Gson writes JSON to a stream?
 *
 * <pre>{@code java -jar target/benchmarks.jar GsonStreamMisuse -p size=1,1000}</pre>
 */
public class GsonStreamMisuseBenchmark extends EncodeMisuse {
  private GsonHabits<List<Object>> gson;

  @Setup(Level.Trial)
  public void setUp() {
    gson = new GsonHabits<>(PAYLOAD.list(BINDING));
    InFork.announce(gson::description);
  }

  /** A writer with a buffer: the baseline. */
  @Benchmark
  public byte[] careful() throws IOException {
    return gson.encodeBufferedWriter(values);
  }

  /** A writer without a buffer. */
  @Benchmark
  public byte[] unbuffered() throws IOException {
    return gson.encodeUnbufferedWriter(values);
  }
}
