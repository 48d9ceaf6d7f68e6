package requestpath.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;
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
import requestpath.payload.DocumentFacts;
import requestpath.payload.OwnPayload;
import requestpath.payload.Shape;
import requestpath.payload.Support;

/**
 * How long do the libraries take to read your own JSON document to maps, and to write it back?
 *
 * <pre>{@code java -jar target/benchmarks.jar OwnPayload -p file=orders.json}</pre>
 */
public class OwnPayloadBenchmark extends SteadyState {
  private static final String WRITE = "toBytes";

  @Param public JsonLibrary library;

  /** The name of the file: an object, or an array of objects. */
  @Param("")
  public String file;

  private JsonCodec<Object> codec;
  private Object value;
  private byte[] json;

  @Setup(Level.Trial)
  public void setUp(BenchmarkParams measured) {
    support(InFork.method(measured)).require();
    OwnPayload own = OwnPayload.of(file);
    codec = library.codec(shape(own));
    use(own, own.values());
    json = own.json();
    InFork.announce(codec::description);
  }

  private void use(OwnPayload own, List<Object> values) {
    value = own.isList() ? values : values.get(0);
  }

  /** The document to maps. */
  @Benchmark
  public Object fromBytes() throws IOException {
    return codec.fromBytes(json);
  }

  /** Maps to the document, in an array of its length that the caller owns. */
  @Benchmark
  public byte[] toBytes() throws IOException {
    return codec.toBytes(value);
  }

  @TearDown(Level.Trial)
  public void verify(BenchmarkParams measured) throws Exception {
    OwnPayload own = OwnPayload.of(file);
    InFork.requireCorrectSized(
        () ->
            InFork.method(measured).equals(WRITE)
                ? JsonVerification.encoder(
                    values -> {
                      use(own, values);
                      return InFork.call(this, measured);
                    },
                    own)
                : JsonVerification.decoder(
                    bytes -> {
                      json = bytes;
                      Object read = InFork.call(this, measured);
                      return own.isList() ? read : List.of(read);
                    },
                    own,
                    json,
                    library.equivalence()));
  }

  private static Shape<Object> shape(OwnPayload own) {
    return own.isList() ? Shape.list(Map.class) : Shape.one(Map.class);
  }

  @Override
  public Support support() {
    return library.supports(Shape.one(Map.class));
  }

  /** Whether the library supports maps and takes this document. */
  @Override
  public Support support(String method) {
    DocumentFacts facts = OwnPayload.facts(file);
    Shape<Object> shape = Shape.one(Map.class);
    return method.equals(WRITE)
        ? library.supportsEncoding(shape).and(() -> library.writingLimits().of(facts))
        : library.supportsDecoding(shape).and(() -> library.readingLimits().of(facts));
  }

  @Override
  public boolean runsUnasked() {
    return false;
  }
}
