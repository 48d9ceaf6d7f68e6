package requestpath.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import requestpath.codec.json.JsonCodec;
import requestpath.codec.json.JsonLibrary;
import requestpath.codec.json.JsonVerification;
import requestpath.harness.api.Footprint;
import requestpath.harness.api.InFork;
import requestpath.payload.Binding;
import requestpath.payload.ColdStartInputs;
import requestpath.payload.Payload;
import requestpath.payload.Support;

/**
 * How long does a JSON library take from nothing of it being loaded to its first record, and what
 * does it leave behind in the JVM?
 *
 * <p>Each fork is a fresh JVM that makes one call: it builds the codec and uses it once. Beside the
 * time stand the classes that the call loaded, the metaspace that they take and the heap that is
 * retained while the codec is held. What the JVM and JMH loaded before is the same for all and is
 * not counted, so a start here is shorter than in a program that has loaded nothing yet. The inputs
 * are made without reflection: see {@link ColdStartInputs}.
 *
 * <pre>{@code
 * java -jar target/benchmarks.jar bench.ColdStart
 * java -jar target/benchmarks.jar bench.ColdStart -f 50 -p library=JACKSON2,GSON -p binding=BEAN
 * }</pre>
 */
public class ColdStartBenchmark extends ColdStart {
  @Param public JsonLibrary library;

  @Param("RECORD")
  public Binding binding;

  @Param("DOCUMENT")
  public Payload payload;

  /** Held as a user holds it, so that it counts towards the heap that is retained. */
  JsonCodec<List<Object>> codec;

  private byte[] document;
  private List<Object> values;

  private Footprint before;
  private final AtomicInteger calls = new AtomicInteger();

  /** Asks nothing of the library, whose codec's class would load: that is what is measured. */
  @Setup(Level.Trial)
  public void setUp() throws Exception {
    InFork.aside(
        () -> {
          values = ColdStartInputs.values(payload, binding);
          document = ColdStartInputs.json(payload);
          before = Footprint.before();
        });
  }

  /** The codec, and a first document read with it. */
  @Benchmark
  public List<Object> decodeFirst() throws IOException {
    calls.incrementAndGet();
    codec = library.codec(payload.list(binding));
    return codec.fromBytes(document);
  }

  /** The codec, and a first document written with it. */
  @Benchmark
  public byte[] encodeFirst() throws IOException {
    calls.incrementAndGet();
    codec = library.codec(payload.list(binding));
    return codec.toBytes(values);
  }

  @TearDown(Level.Trial)
  public void verify(BenchmarkParams measured) throws Exception {
    InFork.aside(
        () -> {
          before.reportFirst(calls.get(), measured);
          InFork.announce(codec.description());
        });
    if (isDecoding(measured)) {
      InFork.requireCorrectSized(
          () ->
              JsonVerification.decoder(
                  input -> {
                    document = input;
                    return InFork.call(this, measured);
                  },
                  document,
                  payload,
                  binding,
                  1,
                  library.equivalence()));
    } else {
      InFork.requireCorrectSized(
          () ->
              JsonVerification.encoder(
                  input -> {
                    values = input;
                    return InFork.call(this, measured);
                  },
                  values,
                  payload,
                  binding));
    }
  }

  private static boolean isDecoding(BenchmarkParams measured) {
    return InFork.method(measured).equals("decodeFirst");
  }

  @Override
  public Support support() {
    return payload
        .supports(binding)
        .and(() -> library.supportsDecoding(payload.list(binding)))
        .and(() -> library.supportsEncoding(payload.list(binding)));
  }

  @Override
  public boolean runsUnasked() {
    return false;
  }
}
