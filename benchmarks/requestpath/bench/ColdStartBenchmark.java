package requestpath.bench;

import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.infra.BenchmarkParams;
import requestpath.codec.Produced;
import requestpath.codec.json.JsonCodec;
import requestpath.codec.json.JsonLibrary;
import requestpath.codec.json.JsonVerification;
import requestpath.harness.api.InFork;
import requestpath.payload.ColdStartInputs;
import requestpath.payload.Support;

/**
 * How long does a JSON library take for its first record when none of its classes is loaded, and
 * how much does it leave in the JVM?
 *
 * <pre>{@code
 * java -jar target/benchmarks.jar bench.ColdStart
 * java -jar target/benchmarks.jar bench.ColdStart -f 50 -p library=JACKSON2,GSON -p binding=BEAN
 * }</pre>
 */
public class ColdStartBenchmark extends ColdStart {
  @Param public JsonLibrary library;

  /** Kept, as users keep it, so that it counts towards the retained heap. */
  JsonCodec<List<Object>> codec;

  private byte[] document;
  private List<Object> values;

  @Override
  void prepare() {
    values = library.inOwnClasses(ColdStartInputs.values(payload, binding));
    document = ColdStartInputs.json(payload);
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

  @Override
  String description() {
    return codec.description();
  }

  @Override
  Produced checkDecoder(BenchmarkParams measured) throws Exception {
    return JsonVerification.decoder(
        input -> {
          document = input;
          return InFork.call(this, measured);
        },
        document,
        payload,
        binding,
        1,
        library);
  }

  @Override
  Produced checkEncoder(BenchmarkParams measured) throws Exception {
    return JsonVerification.encoder(
        input -> {
          values = input;
          return InFork.call(this, measured);
        },
        values,
        payload,
        binding,
        library);
  }

  @Override
  public Support support() {
    return payload
        .supports(binding)
        .and(() -> library.supportsDecoding(payload.list(binding)))
        .and(() -> library.supportsEncoding(payload.list(binding)));
  }
}
