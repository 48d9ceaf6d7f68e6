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
import requestpath.harness.api.OnlyWhenNamed;
import requestpath.payload.Binding;
import requestpath.payload.Payload;
import requestpath.payload.Support;

/**
 * How long does a library take to write records as one JSON document, as bytes or as text? The 2019
 * comparison encodes a thousand of them on each request.
 *
 * <pre>{@code
 * java -jar target/benchmarks.jar JsonEncode
 * java -jar target/benchmarks.jar JsonEncode.*toText
 * java -jar target/benchmarks.jar JsonEncode.*toBytes -p binding=RECORD,BEAN,MAP -p payload=DOCUMENT,VARIED
 * }</pre>
 */
public class JsonEncodeBenchmark extends SteadyState {
  @Param public JsonLibrary library;

  @Param({"RECORD", "BEAN"})
  public Binding binding;

  @Param("DOCUMENT")
  public Payload payload;

  @Param("1000")
  public int size;

  JsonCodec<List<Object>> codec;
  private List<Object> values;

  @Setup(Level.Trial)
  public void setUp() {
    support().require();
    codec = library.codec(payload.list(binding));
    values = library.inOwnClasses(payload.values(binding, size));
    InFork.announce(codec::description);
  }

  /** UTF-8, in an array of the document's length that the caller owns. */
  @Benchmark
  public byte[] toBytes() throws IOException {
    return codec.toBytes(values);
  }

  /** To a String, for a log, a database column or a template; runs only when named. */
  @Benchmark
  @OnlyWhenNamed
  public String toText() throws IOException {
    return codec.toText(values);
  }

  @TearDown(Level.Trial)
  public void verify(BenchmarkParams measured) throws Exception {
    InFork.requireCorrectSized(
        () ->
            JsonVerification.encoder(
                input -> {
                  values = input;
                  return InFork.call(this, measured);
                },
                values,
                payload,
                binding,
                library));
  }

  @Override
  public Support support() {
    Payload.requireSize(size);
    return payload.supports(binding).and(() -> library.supportsEncoding(payload.list(binding)));
  }
}
