package requestpath.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.infra.BenchmarkParams;
import requestpath.codec.Produced;
import requestpath.codec.msgpack.MsgPackCodec;
import requestpath.codec.msgpack.MsgPackLibrary;
import requestpath.codec.msgpack.MsgPackVerification;
import requestpath.harness.api.InFork;
import requestpath.payload.ColdStartInputs;
import requestpath.payload.Support;

/**
 * How long does a MessagePack library take for its first record when none of its classes is loaded,
 * and how much does it leave in the JVM?
 *
 * <pre>{@code
 * java -jar target/benchmarks.jar MsgPackColdStart
 * java -jar target/benchmarks.jar MsgPackColdStart -f 50 -p library=MSGPACK_CORE -p binding=BEAN
 * }</pre>
 */
public class MsgPackColdStartBenchmark extends ColdStart {
  @Param public MsgPackLibrary library;

  /** Kept, as users keep it, so that it counts towards the retained heap. */
  MsgPackCodec<Object> codec;

  private byte[][] messages;
  private List<Object> values;

  @Override
  void prepare() {
    values = ColdStartInputs.values(payload, binding);
    messages = ColdStartInputs.messagePack(payload);
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

  @Override
  String description() {
    return codec.description();
  }

  @Override
  @SuppressWarnings("unchecked") // The measured method returns a list.
  Produced checkDecoder(BenchmarkParams measured) throws Exception {
    return MsgPackVerification.decoder(
        input -> {
          messages = input;
          return (List<Object>) InFork.call(this, measured);
        },
        messages,
        payload,
        binding);
  }

  @Override
  Produced checkEncoder(BenchmarkParams measured) throws Exception {
    return MsgPackVerification.encoder(
        input -> {
          values = input;
          return (byte[][]) InFork.call(this, measured);
        },
        values,
        payload,
        binding);
  }

  @Override
  public Support support() {
    return payload.supports(binding).and(() -> library.supports(payload.one(binding)));
  }
}
