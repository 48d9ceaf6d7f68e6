package requestpath.bench;

import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Setup;
import requestpath.codec.json.gson.GsonHabits;
import requestpath.harness.api.InFork;

/**
 * How much does a new {@code Gson} for each call add when Gson writes JSON?
 *
 * <pre>{@code java -jar target/benchmarks.jar GsonEncodeMisuse -p size=1,1000}</pre>
 */
public class GsonEncodeMisuseBenchmark extends EncodeMisuse {
  private GsonHabits<List<Object>> gson;

  @Setup(Level.Trial)
  public void setUp() {
    gson = new GsonHabits<>(PAYLOAD.list(BINDING));
    InFork.announce(gson::description);
  }

  /** One Gson for all calls: the baseline. */
  @Benchmark
  public byte[] careful() {
    return gson.encode(values);
  }

  /** A new Gson for each call. */
  @Benchmark
  public byte[] newGsonEachCall() {
    return gson.encodeNewEachCall(values);
  }
}
