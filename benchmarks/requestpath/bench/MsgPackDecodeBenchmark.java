package requestpath.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
import requestpath.payload.Binding;
import requestpath.payload.Payload;
import requestpath.payload.Support;

/**
 * How long does a library take to read all fields of MessagePack records, one message for each
 * record? The 2019 comparison decodes a thousand on each request, to structs or to dicts.
 *
 * <pre>{@code
 * java -jar target/benchmarks.jar MsgPackDecode
 * java -jar target/benchmarks.jar MsgPackDecode -p binding=RECORD -p size=1,10,100,1000
 * }</pre>
 */
public class MsgPackDecodeBenchmark extends SteadyState {
  @Param public MsgPackLibrary library;

  @Param({"RECORD", "BEAN", "MAP"})
  public Binding binding;

  @Param("DOCUMENT")
  public Payload payload;

  @Param("1000")
  public int size;

  MsgPackCodec<Object> codec;
  private byte[][] messages;

  @Setup(Level.Trial)
  public void setUp() {
    support().require();
    codec = library.codec(payload.one(binding));
    messages = payload.messagePack(size);
    InFork.announce(codec::description);
  }

  /** One value for each message, in a list. */
  @Benchmark
  public List<Object> fromBytes() throws IOException {
    List<Object> values = new ArrayList<>(messages.length);
    for (byte[] message : messages) {
      values.add(codec.fromBytes(message));
    }
    return values;
  }

  @TearDown(Level.Trial)
  @SuppressWarnings("unchecked") // The measured method returns a list.
  public void verify(BenchmarkParams measured) throws Exception {
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
  }

  @Override
  public Support support() {
    Payload.requireSize(size);
    return payload.supports(binding).and(() -> library.supports(payload.one(binding)));
  }
}
