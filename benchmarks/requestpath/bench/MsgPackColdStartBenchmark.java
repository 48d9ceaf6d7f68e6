package requestpath.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import requestpath.codec.msgpack.MsgPackCodec;
import requestpath.codec.msgpack.MsgPackLibrary;
import requestpath.codec.msgpack.MsgPackVerification;
import requestpath.harness.api.Footprint;
import requestpath.harness.api.InFork;
import requestpath.payload.Binding;
import requestpath.payload.ColdStartInputs;
import requestpath.payload.Payload;
import requestpath.payload.Support;

/**
 * How long does a MessagePack library take from nothing of it being loaded to its first record, and
 * what does it leave behind in the JVM?
 *
 * <p>Each fork is a fresh JVM that makes one call: it builds the codec and uses it once. Beside the
 * time stand the classes that the call loaded, the metaspace that they take and the heap that is
 * retained while the codec is held. What the JVM and JMH loaded before is the same for all and is
 * not counted, so a start here is shorter than in a program that has loaded nothing yet. The inputs
 * are made without reflection: see {@link ColdStartInputs}.
 *
 * <pre>{@code
 * java -jar target/benchmarks.jar MsgPackColdStart
 * java -jar target/benchmarks.jar MsgPackColdStart -f 50 -p library=MSGPACK_CORE -p binding=BEAN
 * }</pre>
 */
public class MsgPackColdStartBenchmark extends ColdStart {
  @Param public MsgPackLibrary library;

  @Param("RECORD")
  public Binding binding;

  @Param("DOCUMENT")
  public Payload payload;

  /** Held as a user holds it, so that it counts towards the heap that is retained. */
  MsgPackCodec<Object> codec;

  private byte[][] messages;
  private List<Object> values;

  private Footprint before;
  private final AtomicInteger calls = new AtomicInteger();

  /** Asks nothing of the library, whose codec's class would load: that is what is measured. */
  @Setup(Level.Trial)
  public void setUp() throws Exception {
    InFork.aside(
        () -> {
          values = ColdStartInputs.values(payload, binding);
          messages = ColdStartInputs.messagePack(payload);
          before = Footprint.before();
        });
  }

  /** The codec, and a first message read with it. */
  @Benchmark
  public List<Object> decodeFirst() throws IOException {
    calls.incrementAndGet();
    codec = library.codec(payload.one(binding));
    List<Object> decoded = new ArrayList<>(messages.length);
    for (byte[] message : messages) {
      decoded.add(codec.fromBytes(message));
    }
    return decoded;
  }

  /** The codec, and a first message written with it. */
  @Benchmark
  public byte[][] encodeFirst() throws IOException {
    calls.incrementAndGet();
    codec = library.codec(payload.one(binding));
    byte[][] encoded = new byte[values.size()][];
    for (int i = 0; i < encoded.length; i++) {
      encoded[i] = codec.toBytes(values.get(i));
    }
    return encoded;
  }

  @SuppressWarnings("unchecked") // The method is this class's own and returns that type.
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
              MsgPackVerification.decoder(
                  input -> {
                    messages = input;
                    return (List<Object>) InFork.call(this, measured);
                  },
                  messages,
                  payload,
                  binding));
    } else {
      InFork.requireCorrectSized(
          () ->
              MsgPackVerification.encoder(
                  input -> {
                    values = input;
                    return (byte[][]) InFork.call(this, measured);
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
    return payload.supports(binding).and(() -> library.supports(payload.one(binding)));
  }

  @Override
  public boolean runsUnasked() {
    return false;
  }
}
