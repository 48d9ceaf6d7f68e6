package requestpath.bench;

import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import requestpath.codec.json.JsonCodec;
import requestpath.codec.json.JsonLibrary;
import requestpath.codec.json.JsonVerification;
import requestpath.harness.api.InFork;
import requestpath.payload.Binding;
import requestpath.payload.Payload;
import requestpath.payload.Support;

/**
 * How long does a library take to read all fields of a JSON document of records?
 *
 * <pre>{@code
 * java -jar target/benchmarks.jar JsonDecode
 * java -jar target/benchmarks.jar JsonDecode -p payload=DOCUMENT,VARIED -p binding=MAP
 * }</pre>
 */
public class JsonDecodeBenchmark extends SteadyState {
  @Param public JsonLibrary library;

  @Param({"RECORD", "BEAN"})
  public Binding binding;

  @Param("DOCUMENT")
  public Payload payload;

  @Param("1000")
  public int size;

  JsonCodec<List<Object>> codec;
  private byte[] document;

  @Setup(Level.Trial)
  public void setUp() {
    support().require();
    codec = library.codec(payload.list(binding));
    document = payload.json(size);
    InFork.announce(codec::description);
  }

  /** From UTF-8 bytes, as a server receives them. */
  @Benchmark
  public List<Object> fromBytes() throws IOException {
    return codec.fromBytes(document);
  }

  @TearDown(Level.Trial)
  public void verify(BenchmarkParams measured) throws Exception {
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
                size,
                library));
  }

  @Override
  public Support support() {
    Payload.requireSize(size);
    return payload.supports(binding).and(() -> library.supportsDecoding(payload.list(binding)));
  }
}
