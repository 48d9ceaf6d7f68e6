package requestpath.bench;

import java.io.IOException;
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
 * How long does a library take to write records as MessagePack, one message for each record?
 *
 * <pre>{@code
 * java -jar target/benchmarks.jar MsgPackEncode
 * java -jar target/benchmarks.jar MsgPackEncode -p binding=RECORD,BEAN,MAP
 * }</pre>
 */
public class MsgPackEncodeBenchmark extends SteadyState {
  @Param public MsgPackLibrary library;

  @Param("RECORD")
  public Binding binding;

  @Param("DOCUMENT")
  public Payload payload;

  @Param("1000")
  public int size;

  MsgPackCodec<Object> codec;
  private List<Object> values;

  @Setup(Level.Trial)
  public void setUp() {
    support().require();
    codec = library.codec(payload.one(binding));
    values = payload.values(binding, size);
    InFork.announce(codec::description);
  }

  /** One array for each record, of the message's length. */
  @Benchmark
  public byte[][] toBytes() throws IOException {
    byte[][] messages = new byte[values.size()][];
    for (int i = 0; i < messages.length; i++) {
      messages[i] = codec.toBytes(values.get(i));
    }
    return messages;
  }

  @TearDown(Level.Trial)
  public void verify(BenchmarkParams measured) throws Exception {
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

  @Override
  public Support support() {
    Payload.requireSize(size);
    return payload.supports(binding).and(() -> library.supports(payload.one(binding)));
  }
}
