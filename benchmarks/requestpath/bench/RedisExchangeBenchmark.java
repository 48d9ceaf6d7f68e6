package requestpath.bench;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import requestpath.codec.Operation;
import requestpath.codec.json.JsonCodec;
import requestpath.codec.json.JsonLibrary;
import requestpath.handler.BadRequestException;
import requestpath.handler.ExchangeRequest;
import requestpath.handler.ExchangeVerification;
import requestpath.handler.ExchangeVerification.Part;
import requestpath.handler.KeyValueStore;
import requestpath.handler.RecordingStore;
import requestpath.handler.RedisAddress;
import requestpath.handler.RedisServers;
import requestpath.handler.StoreException;
import requestpath.handler.StoreKind;
import requestpath.harness.api.InFork;
import requestpath.harness.api.OnlyWhenNamed;
import requestpath.harness.api.PartOf;
import requestpath.harness.api.RunName;
import requestpath.payload.Exchanges;
import requestpath.payload.KeyValue;
import requestpath.payload.Shape;
import requestpath.payload.Support;
import requestpath.result.ForkStatistic;

/**
 * How long does the exchange of the 2011 comparison take against a real Redis server, and what
 * share of that is reading and writing? {@link ExchangeRequestBenchmark#json} measures reading the
 * JSON alone. Each fork starts a private Redis and stops it when it ends, unless you name a server.
 *
 * <pre>{@code
 * java -jar target/benchmarks.jar RedisExchange
 * java -jar target/benchmarks.jar 'RedisExchange.*(exchange|get|set)'
 * java -jar target/benchmarks.jar RedisExchange -p redis=127.0.0.1:6379
 * java -jar target/benchmarks.jar 'RedisExchange|ExchangeRequest.*json' -p library=JACKSON2
 * }</pre>
 */
public class RedisExchangeBenchmark extends SteadyState {
  @Param public StoreKind store;

  /**
   * {@code own}, or HOST:PORT. Only keys that begin with "requestpath:" and the run's name are
   * touched, and they are deleted.
   */
  @Param(RedisServers.OWN)
  public String redis;

  private KeyValueStore values;
  private JsonCodec<KeyValue> codec;
  private ExchangeRequest request;
  private Exchanges exchanges;
  private byte[][] bodies;
  private KeyValue[] requests;

  @Setup(Level.Trial)
  public void setUp() {
    exchanges = new Exchanges(RunName.inFork());
    bodies = exchanges.bodies();
    requests = exchanges.requests().toArray(KeyValue[]::new);
    codec = JsonLibrary.JACKSON2.codec(Shape.one(KeyValue.class));
    RedisServers server = RedisServers.of(redis);
    try {
      values = store.open(server.address());
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
    KeyValueStore opened = values;
    InFork.closeAtEnd(
        () -> {
          try (server) {
            opened.close();
          }
        });
    request = new ExchangeRequest(codec, values);
    exchanges.keys().forEach(key -> values.set(key, exchanges.valueBefore()));
    InFork.announce(() -> store + " and Redis at " + server.address() + "; " + codec.description());
  }

  /** The whole handler: JSON in, GET, SET, the previous value out. */
  @Benchmark
  public byte[] exchange(Cursor cursor) throws IOException, BadRequestException {
    return request.handle(bodies[cursor.next(bodies.length)]);
  }

  /** GET alone; runs only when named. */
  @Benchmark
  @PartOf("exchange")
  @OnlyWhenNamed
  public String get(Cursor cursor) {
    return values.get(requests[cursor.next(requests.length)].key());
  }

  /** SET alone; runs only when named. */
  @Benchmark
  @PartOf("exchange")
  @OnlyWhenNamed
  public KeyValue set(Cursor cursor) {
    KeyValue one = requests[cursor.next(requests.length)];
    values.set(one.key(), one.value());
    return one;
  }

  @TearDown(Level.Trial)
  public void verify(BenchmarkParams measured) throws Exception {
    Part part = Part.named(InFork.method(measured));
    InFork.requireCorrect(
        () -> {
          // Also when the correctness check fails.
          try (Deletion deletion = new Deletion(values, exchanges)) {
            verify(part, measured, deletion.exchanges().keys());
          }
        });
  }

  private void verify(Part part, BenchmarkParams measured, List<String> keys) throws Exception {
    Operation<KeyValue, ?> operation =
        one -> {
          bodies = new byte[][] {Exchanges.body(one.key(), one.value())};
          requests = new KeyValue[] {one};
          return InFork.call(this, measured);
        };
    if (part == Part.WHOLE) {
      ExchangeVerification.exchange(
          part,
          body -> {
            bodies = new byte[][] {body};
            return InFork.call(this, measured);
          },
          values,
          keys);
    } else {
      ExchangeVerification.command(part, operation, values, keys);
    }
    RecordingStore recorded = new RecordingStore(values);
    values = recorded;
    request = new ExchangeRequest(codec, recorded);
    ExchangeVerification.commands(part, operation, recorded, keys.get(0));
  }

  /** Deletes all keys of this project. */
  private record Deletion(KeyValueStore store, Exchanges exchanges) implements AutoCloseable {
    @Override
    public void close() {
      exchanges.keys().forEach(store::delete);
    }
  }

  @Override
  public ForkStatistic statistic() {
    return ForkStatistic.MEAN;
  }

  @Override
  public Optional<Baseline> baseline() {
    return Optional.of(Baseline.value("store", "JEDIS"));
  }

  @Override
  public Support support() {
    RedisServers.requireAddress(redis);
    return Support.YES;
  }

  @Override
  public void requireReady() {
    String key = new Exchanges(RunName.inHost()).keys().get(0);
    try (RedisServers asked = RedisServers.of(redis);
        KeyValueStore opened = store.open(asked.address())) {
      opened.set(key, "asked");
      opened.delete(key);
    }
  }

  @Override
  public void cleanUp() {
    if (RedisServers.isOurs(redis)) {
      return;
    }
    Exchanges ours = new Exchanges(RunName.inHost());
    try (KeyValueStore opened = store.open(RedisAddress.parse(redis))) {
      new Deletion(opened, ours).close();
    } catch (StoreException e) {
      throw new StoreException(
          "keys from " + ours.keys().get(0) + " on may be left there: " + e.getMessage());
    }
  }
}
