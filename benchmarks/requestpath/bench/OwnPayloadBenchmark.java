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
import requestpath.codec.Operation;
import requestpath.codec.Produced;
import requestpath.codec.json.JsonCodec;
import requestpath.codec.json.JsonLibrary;
import requestpath.codec.json.JsonVerification;
import requestpath.codec.json.StrictJson;
import requestpath.harness.api.InFork;
import requestpath.harness.api.TrialResult;
import requestpath.payload.Binding;
import requestpath.payload.DocumentFacts;
import requestpath.payload.OwnPayload;
import requestpath.payload.Shape;
import requestpath.payload.Support;
import requestpath.payload.own.OwnDocument;
import requestpath.payload.own.OwnTypes;

/**
 * How long do the libraries take to read your own JSON document, and to write it back? As records
 * and classes that are inferred from it, and as maps.
 *
 * <pre>{@code
 * java -jar target/benchmarks.jar OwnPayload -p file=orders.json
 * java -jar target/benchmarks.jar OwnPayload -p file=orders.json -p binding=RECORD,MAP
 * }</pre>
 */
public class OwnPayloadBenchmark extends SteadyState {
  private static final String WRITE = "toBytes";

  @Param public JsonLibrary library;

  @Param({"RECORD", "BEAN", "MAP"})
  public Binding binding;

  /** The name of the file: an object, or an array of objects. */
  @Param("")
  public String file;

  /** Types inferred from the file, or the name of a class of yours on {@code --classpath}. */
  @Param(OwnTypes.INFERRED)
  public String type;

  private JsonCodec<Object> codec;
  private Object value;
  private byte[] json;

  @Setup(Level.Trial)
  public void setUp(BenchmarkParams measured) throws Exception {
    if (binding == Binding.MAP) {
      support(InFork.method(measured)).require();
    }
    prepare(OwnDocument.of(file, binding, type), InFork.method(measured));
    InFork.announce(codec::description);
  }

  /** A fork that reads holds no values, and one that writes no document. */
  private void prepare(OwnDocument own, String method) throws Exception {
    codec = library.codec(own.shape());
    if (method.equals(WRITE)) {
      List<Object> values = values(own, own.trees());
      value = own.isList() ? values : values.get(0);
    } else {
      json = own.json();
    }
  }

  /** The document to values. */
  @Benchmark
  public Object fromBytes() throws IOException {
    return codec.fromBytes(json);
  }

  /** Values to the document, in an array of its length that the caller owns. */
  @Benchmark
  public byte[] toBytes() throws IOException {
    return codec.toBytes(value);
  }

  @TearDown(Level.Trial)
  public void verify(BenchmarkParams measured) throws Exception {
    OwnDocument own = OwnDocument.of(file, binding, type);
    InFork.requireCorrectSized(
        () -> check(own, InFork.method(measured), unused -> InFork.call(this, measured)));
  }

  private Produced check(OwnDocument own, String method, Operation<Object, Object> call) {
    return OwnChecks.withoutQuotes(
        own,
        () ->
            method.equals(WRITE)
                ? JsonVerification.encoder(
                    trees -> {
                      use(values(own, trees), own.isList());
                      return call.apply(trees);
                    },
                    own)
                : JsonVerification.decoder(
                    bytes -> {
                      json = bytes;
                      return call.apply(bytes);
                    },
                    (decoded, trees) -> trees(own, decoded, trees),
                    own,
                    json,
                    library.equivalence()));
  }

  /** Of a class of the user's own, the library that is measured makes the values. */
  private List<Object> values(OwnDocument own, List<Object> trees) throws IOException {
    if (!own.isOfOwnClass()) {
      return own.values(trees);
    }
    return new ArrayList<>(OwnChecks.list(own, codec.fromBytes(own.json(trees))));
  }

  /** The trees of what was decoded; of a class of the user's own, the library makes them. */
  private Object trees(OwnDocument own, Object decoded, List<Object> trees) throws IOException {
    List<?> values = OwnChecks.list(own, decoded);
    if (!own.isOfOwnClass()) {
      return OwnChecks.trees(own, values);
    }
    OwnChecks.requireDeclaredTypes(own, values);
    return own.seen(OwnChecks.list(own, StrictJson.read(codec.toBytes(decoded))), trees);
  }

  /** In the list that is measured, so that an encoder that knows it again is found out. */
  @SuppressWarnings("unchecked") // It is a list of values when the document is one.
  private void use(List<Object> values, boolean isList) {
    if (!isList) {
      value = values.get(0);
    } else if (value != values) {
      List<Object> list = (List<Object>) value;
      list.clear();
      list.addAll(values);
    }
  }

  @Override
  public Support support() {
    return binding == Binding.MAP ? library.supports(Shape.one(Map.class)) : Support.YES;
  }

  /** Whether the library supports maps and takes this document; types are tried. */
  @Override
  public Support support(String method) {
    DocumentFacts facts = OwnPayload.facts(file);
    if (binding != Binding.MAP) {
      return OwnChecks.types(file, binding, type)
          .and(() -> OwnChecks.generatedCode(library, file, binding, type));
    }
    Shape<Object> shape = Shape.one(Map.class);
    return method.equals(WRITE)
        ? library.supportsEncoding(shape).and(() -> library.writingLimits().of(facts))
        : library.supportsDecoding(shape).and(() -> library.readingLimits().of(facts));
  }

  @Override
  public boolean isVariant() {
    return !OwnTypes.isOfAnotherForm(type, binding);
  }

  @Override
  public boolean needsTrial() {
    return binding != Binding.MAP && OwnChecks.types(file, binding, type).isSupported();
  }

  @Override
  public TrialResult trial(String method) {
    OwnDocument own = OwnChecks.document(file, binding, type);
    Support known =
        method.equals(WRITE)
            ? library.supportsEncoding(own.shape())
            : library.supportsDecoding(own.shape());
    return OwnChecks.tried(
        known,
        own,
        () -> {
          codec = library.codec(own.shape());
          String unused = codec.description();
        },
        () -> {
          prepare(own, method);
          Produced unused =
              check(own, method, none -> method.equals(WRITE) ? toBytes() : fromBytes());
        },
        () -> OwnChecks.list(own, StrictJson.read(codec.toBytes(codec.fromBytes(own.json())))));
  }

  @Override
  public boolean runsUnasked() {
    return false;
  }
}
