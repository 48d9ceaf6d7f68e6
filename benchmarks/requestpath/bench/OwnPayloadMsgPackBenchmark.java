package requestpath.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import requestpath.codec.msgpack.MsgPackCodec;
import requestpath.codec.msgpack.MsgPackLibrary;
import requestpath.codec.msgpack.MsgPackVerification;
import requestpath.harness.api.InFork;
import requestpath.payload.DocumentFacts;
import requestpath.payload.OwnPayload;
import requestpath.payload.Shape;
import requestpath.payload.Support;

/**
 * How long do the libraries take to read the content of your own JSON document from MessagePack to
 * maps, and to write it back? Each object of the document is one message.
 *
 * <pre>{@code java -jar target/benchmarks.jar OwnPayload -p file=orders.json}</pre>
 */
public class OwnPayloadMsgPackBenchmark extends SteadyState {
  private static final String WRITE = "toBytes";

  @Param public MsgPackLibrary library;

  /** The name of the file: an object, or an array of objects. */
  @Param("")
  public String file;

  private MsgPackCodec<Object> codec;
  private List<Object> values;
  private byte[][] messages;

  @Setup(Level.Trial)
  public void setUp(BenchmarkParams measured) {
    support(InFork.method(measured)).require();
    OwnPayload own = OwnPayload.of(file);
    codec = library.codec(Shape.one(Map.class));
    values = own.values();
    messages = own.messagePack();
    InFork.announce(codec::description);
  }

  /** One map for each message, in a list. */
  @Benchmark
  public List<Object> fromBytes() throws IOException {
    List<Object> read = new ArrayList<>(messages.length);
    for (byte[] message : messages) {
      read.add(codec.fromBytes(message));
    }
    return read;
  }

  /** One message for each map. */
  @Benchmark
  public byte[][] toBytes() throws IOException {
    byte[][] written = new byte[values.size()][];
    for (int i = 0; i < written.length; i++) {
      written[i] = codec.toBytes(values.get(i));
    }
    return written;
  }

  @TearDown(Level.Trial)
  @SuppressWarnings("unchecked") // The measured methods return these.
  public void verify(BenchmarkParams measured) throws Exception {
    OwnPayload own = OwnPayload.of(file);
    InFork.requireCorrectSized(
        () ->
            InFork.method(measured).equals(WRITE)
                ? MsgPackVerification.encoder(
                    input -> {
                      values = input;
                      return (byte[][]) InFork.call(this, measured);
                    },
                    own)
                : MsgPackVerification.decoder(
                    input -> {
                      messages = input;
                      return (List<Object>) InFork.call(this, measured);
                    },
                    own,
                    messages));
  }

  @Override
  public Support support() {
    return library.supports(Shape.one(Map.class));
  }

  /** Whether the library supports maps; a file that cannot be measured is refused here. */
  @Override
  public Support support(String method) {
    DocumentFacts unused = OwnPayload.facts(file);
    return support();
  }

  @Override
  public boolean runsUnasked() {
    return false;
  }
}
