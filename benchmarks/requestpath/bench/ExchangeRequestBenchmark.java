package requestpath.bench;

import java.io.IOException;
import java.util.List;
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
import requestpath.handler.BadRequestException;
import requestpath.handler.ExchangeRequest;
import requestpath.handler.ExchangeVerification;
import requestpath.handler.ExchangeVerification.Part;
import requestpath.handler.KeyValueStore;
import requestpath.handler.StoreKind;
import requestpath.harness.api.InFork;
import requestpath.harness.api.OnlyWhenNamed;
import requestpath.harness.api.PartOf;
import requestpath.payload.Exchanges;
import requestpath.payload.KeyValue;
import requestpath.payload.Shape;
import requestpath.payload.Support;

/**
 * How long does the whole exchange handler of the 2011 comparison take with its values in a map of
 * this process, and what share of that is reading the JSON? {@link RedisExchangeBenchmark} keeps
 * the values in Redis, as the source article does.
 *
 * <pre>{@code
 * java -jar target/benchmarks.jar ExchangeRequest
 * java -jar target/benchmarks.jar 'ExchangeRequest.*(handle|json)'   # and the share of the JSON
 * }</pre>
 */
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ExchangeRequestBenchmark extends SteadyState {
  @Param public JsonLibrary library;

  private JsonCodec<KeyValue> codec;
  private KeyValueStore store;
  private ExchangeRequest request;
  private List<String> keys;
  private byte[][] bodies;

  @Setup(Level.Trial)
  public void setUp() {
    support().require();
    codec = library.codec(Shape.one(KeyValue.class));
    store = StoreKind.inProcess();
    request = new ExchangeRequest(codec, store);
    Exchanges exchanges = new Exchanges("in-process");
    keys = exchanges.keys();
    bodies = exchanges.bodies();
    keys.forEach(key -> store.set(key, exchanges.valueBefore()));
    InFork.announce(codec::description);
  }

  /** From {@code {"key":…,"value":…}} to the previous value. */
  @Benchmark
  public byte[] handle(Cursor cursor) throws IOException, BadRequestException {
    return request.handle(bodies[cursor.next(bodies.length)]);
  }

  /** Reading the JSON alone; runs only when named. The answer is not JSON. */
  @Benchmark
  @PartOf("handle")
  @OnlyWhenNamed
  public KeyValue json(Cursor cursor) throws IOException {
    return codec.fromBytes(bodies[cursor.next(bodies.length)]);
  }

  @TearDown(Level.Trial)
  public void verify(BenchmarkParams measured) throws Exception {
    Part part = Part.named(InFork.method(measured));
    InFork.requireCorrectSized(
        () ->
            ExchangeVerification.exchange(
                part,
                input -> {
                  bodies = new byte[][] {input};
                  return InFork.call(this, measured);
                },
                store,
                keys));
  }

  @Override
  public Support support() {
    return library.supportsDecoding(Shape.one(KeyValue.class));
  }
}
