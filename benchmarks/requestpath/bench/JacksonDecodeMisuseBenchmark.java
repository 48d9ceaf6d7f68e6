package requestpath.bench;

import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import requestpath.codec.json.JsonLibrary;
import requestpath.codec.json.JsonVerification;
import requestpath.codec.json.jackson2.Jackson2Habits;
import requestpath.harness.api.InFork;

/**
 * How much do costly habits add when Jackson 2 reads JSON?
 *
 * <pre>{@code java -jar target/benchmarks.jar JacksonDecodeMisuse -p size=1,1000}</pre>
 */
public class JacksonDecodeMisuseBenchmark extends Misuse {
  private Jackson2Habits<List<Object>> jackson;
  private byte[] document;

  @Setup(Level.Trial)
  public void setUp() {
    jackson = new Jackson2Habits<>(PAYLOAD.list(BINDING));
    document = PAYLOAD.json(size);
    InFork.announce(jackson::description);
  }

  /** One reader for all calls, straight from bytes: the baseline. */
  @Benchmark
  public List<Object> careful() throws IOException {
    return jackson.decode(document);
  }

  /** A new mapper for each call. */
  @Benchmark
  public List<Object> newMapperEachCall() throws IOException {
    return jackson.decodeNewMapperEachCall(document);
  }

  /** From a String made of the bytes. */
  @Benchmark
  public List<Object> textFirst() throws IOException {
    return jackson.decodeTextFirst(document);
  }

  /** Through a tree of nodes, although the types are known. */
  @Benchmark
  public List<Object> throughTree() throws IOException {
    return jackson.decodeThroughTree(document);
  }

  @TearDown(Level.Trial)
  public void verify(BenchmarkParams measured) throws Exception {
    InFork.requireCorrectSized(
        () ->
            JsonVerification.decoder(
                input -> {
                  document = input;
                  return InFork.call(this, measured);
                },
                document,
                PAYLOAD,
                BINDING,
                size,
                JsonLibrary.JACKSON2));
  }
}
