package requestpath.bench;

import java.io.IOException;
import java.util.Arrays;
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
import requestpath.handler.Greeting;
import requestpath.handler.HelloRequest;
import requestpath.handler.RequestVerification;
import requestpath.harness.api.InFork;
import requestpath.harness.api.OnlyWhenNamed;
import requestpath.harness.api.PartOf;
import requestpath.payload.Message;
import requestpath.payload.Names;
import requestpath.payload.Shape;
import requestpath.payload.Support;

/**
 * How long does the whole hello handler of the 2022 comparison take, from a name to JSON bytes?
 * {@link GreetingBenchmark} times the formatting alone.
 *
 * <pre>{@code
 * java -jar target/benchmarks.jar 'Hello|Greeting'
 * java -jar target/benchmarks.jar 'Hello.*(handle|json)'   # and the share of the JSON
 * }</pre>
 */
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HelloRequestBenchmark extends SteadyState {
  @Param public JsonLibrary library;

  private HelloRequest request;
  private JsonCodec<Message> codec;
  private String[] names;
  private Message[] messages;

  @Setup(Level.Trial)
  public void setUp() {
    support().require();
    codec = library.codec(Shape.one(Message.class));
    request = new HelloRequest(codec);
    answer(Names.pool());
    InFork.announce(codec::description);
  }

  /** From a name to {@code {"message":"Hello ab1c2!"}}. */
  @Benchmark
  public byte[] handle(Cursor cursor) throws IOException {
    return request.handle(names[cursor.next(names.length)]);
  }

  /** Writing the JSON alone; runs only when named. */
  @Benchmark
  @PartOf("handle")
  @OnlyWhenNamed
  public byte[] json(Cursor cursor) throws IOException {
    return codec.toBytes(messages[cursor.next(messages.length)]);
  }

  /** Sets the names, and the messages for {@link #json}, which the measured code does not make. */
  private void answer(String... pool) {
    names = pool;
    messages =
        Arrays.stream(pool)
            .map(name -> new Message(Greeting.concatenated(name)))
            .toArray(Message[]::new);
  }

  @TearDown(Level.Trial)
  public void verify(BenchmarkParams measured) throws Exception {
    InFork.requireCorrectSized(
        () ->
            RequestVerification.hello(
                input -> {
                  answer(input);
                  return (byte[]) InFork.call(this, measured);
                }));
  }

  @Override
  public Support support() {
    return library.supportsEncoding(Shape.one(Message.class));
  }
}
