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
import requestpath.json.JsonCodec;
import requestpath.json.JsonLibrary;
import requestpath.measure.InFork;
import requestpath.measure.Selective;
import requestpath.payload.Exchanges;
import requestpath.payload.KeyValue;
import requestpath.payload.Shape;
import requestpath.payload.Support;
import requestpath.request.ExchangeRequest;
import requestpath.request.RequestVerification;
import requestpath.store.KeyValueStore;
import requestpath.store.RedisServers;
import requestpath.store.StoreKind;

/**
 * How long does the exchange of the 2011 comparison take against a real Redis server, and what of
 * it is reading, writing, and the JSON? Unless the reader names a server, the fork starts one of
 * its own on the loopback and ends it.
 *
 * <pre>{@code
 * java -jar target/benchmarks.jar RedisExchange
 * java -jar target/benchmarks.jar RedisExchange -p redis=127.0.0.1:6379
 * }</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
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
public class RedisExchangeBenchmark implements Selective {
  @Param public StoreKind store;

  /**
   * {@code own}, or HOST:PORT. Only keys that begin with "requestpath:" are touched, and they are
   * deleted.
   */
  @Param(RedisServers.OWN)
  public String redis;

  private RedisServers server;
  private KeyValueStore values;
  private JsonCodec<KeyValue> codec;
  private ExchangeRequest request;
  private byte[][] bodies;
  private String[] keys;

  /** Where a thread is in the pool. */
  @State(Scope.Thread)
  public static class Cursor {
    int next;
  }

  @Setup(Level.Trial)
  public void setUp() {
    server = RedisServers.of(redis);
    try {
      values = store.open(server.address());
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
    codec = JsonLibrary.JACKSON2.codec(Shape.one(KeyValue.class));
    request = new ExchangeRequest(codec, values);
    bodies = Exchanges.bodies();
    keys = Exchanges.keys().toArray(String[]::new);
    try {
      for (String key : keys) {
        values.set(key, "before");
      }
    } catch (RuntimeException e) {
      values.close();
      server.close();
      throw e;
    }
    InFork.announce(store + " and Redis at " + server.address() + "; " + codec.description());
  }

  /** Deletes our keys and closes everything, each step whatever became of the one before. */
  private void end() {
    KeyValueStore opened = values;
    RedisServers started = server;
    try (started;
        opened) {
      Exchanges.keys().forEach(opened::delete);
    }
  }

  /** The whole handler: JSON in, GET, SET, the previous value out. */
  @Benchmark
  public byte[] exchange(Cursor cursor) throws IOException {
    return request.handle(bodies[cursor.next++ & (bodies.length - 1)]);
  }

  /** GET alone. */
  @Benchmark
  public String get(Cursor cursor) {
    return values.get(keys[cursor.next++ & (keys.length - 1)]);
  }

  /** SET alone. */
  @Benchmark
  public String set(Cursor cursor) {
    String key = keys[cursor.next++ & (keys.length - 1)];
    values.set(key, "after");
    return key;
  }

  /** The JSON alone. */
  @Benchmark
  public KeyValue json(Cursor cursor) throws IOException {
    return codec.fromBytes(bodies[cursor.next++ & (bodies.length - 1)]);
  }

  @TearDown(Level.Trial)
  public void verify(BenchmarkParams measured) throws Exception {
    try {
      InFork.prove(
          () ->
              RequestVerification.redis(
                  input -> {
                    bodies = new byte[][] {input};
                    keys = new String[] {Exchanges.keys().get(0)};
                    return InFork.call(this, measured);
                  },
                  values,
                  Exchanges.keys().get(0)));
    } finally {
      end();
    }
  }

  @Override
  public Support support() {
    RedisServers.requireAddress(redis);
    return Support.YES;
  }
}
