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
import requestpath.codec.msgpack.MsgPackCodec;
import requestpath.codec.msgpack.MsgPackLibrary;
import requestpath.codec.msgpack.MsgPackVerification;
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
 * How long do the libraries take to read the content of your own JSON document from MessagePack,
 * and to write it back? As records and classes that are inferred from it, and as maps. Each object
 * of the document is one message.
 *
 * <pre>{@code java -jar target/benchmarks.jar OwnPayload -p file=orders.json}</pre>
 */
public class OwnPayloadMsgPackBenchmark extends SteadyState {
  private static final String WRITE = "toBytes";

  @Param public MsgPackLibrary library;

  @Param({"RECORD", "BEAN", "MAP"})
  public Binding binding;

  /** The name of the file: an object, or an array of objects. */
  @Param("")
  public String file;

  /** Types inferred from the file, or the name of a class of yours on {@code --classpath}. */
  @Param(OwnTypes.INFERRED)
  public String type;

  private MsgPackCodec<Object> codec;
  private List<Object> values;
  private byte[][] messages;

  @Setup(Level.Trial)
  public void setUp(BenchmarkParams measured) throws Exception {
    if (binding == Binding.MAP) {
      support(InFork.method(measured)).require();
    }
    prepare(OwnDocument.of(file, binding, type), InFork.method(measured));
    InFork.announce(codec::description);
  }

  /** A fork that reads holds no values, and one that writes no messages. */
  private void prepare(OwnDocument own, String method) throws Exception {
    codec = library.codec(own.one());
    if (method.equals(WRITE)) {
      values = values(own, own.trees());
    } else {
      messages = own.messagePack();
    }
  }

  /** One value for each message, in a list. */
  @Benchmark
  public List<Object> fromBytes() throws IOException {
    List<Object> read = new ArrayList<>(messages.length);
    for (byte[] message : messages) {
      read.add(codec.fromBytes(message));
    }
    return read;
  }

  /** One message for each value. */
  @Benchmark
  public byte[][] toBytes() throws IOException {
    byte[][] written = new byte[values.size()][];
    for (int i = 0; i < written.length; i++) {
      written[i] = codec.toBytes(values.get(i));
    }
    return written;
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
                ? MsgPackVerification.encoder(
                    trees -> {
                      values = values(own, trees);
                      return (byte[][]) call.apply(trees);
                    },
                    own)
                : MsgPackVerification.decoder(
                    input -> {
                      messages = input;
                      return call.apply(input);
                    },
                    (decoded, trees) -> trees(own, (List<?>) decoded, trees),
                    own,
                    messages));
  }

  /** Of a class of the user's own, the library that is measured makes the values. */
  private List<Object> values(OwnDocument own, List<Object> trees) throws IOException {
    if (!own.isOfOwnClass()) {
      return own.values(trees);
    }
    List<Object> made = new ArrayList<>();
    for (byte[] message : OwnPayload.messagePack(trees)) {
      made.add(codec.fromBytes(message));
    }
    return made;
  }

  /** The trees of what was decoded; of a class of the user's own, the library makes them. */
  private Object trees(OwnDocument own, List<?> decoded, List<Object> trees) throws IOException {
    if (!own.isOfOwnClass()) {
      return OwnChecks.trees(own, decoded);
    }
    OwnChecks.requireDeclaredTypes(own, decoded);
    return own.seen(written(decoded), trees);
  }

  /** What the library writes, read strictly. */
  private List<?> written(List<?> objects) throws IOException {
    byte[][] written = new byte[objects.size()][];
    for (int i = 0; i < written.length; i++) {
      written[i] = codec.toBytes(objects.get(i));
    }
    return MsgPackVerification.readAll(written);
  }

  @Override
  public Support support() {
    return binding == Binding.MAP ? library.supports(Shape.one(Map.class)) : Support.YES;
  }

  /** Whether the library supports maps; a file that cannot be measured is refused here. */
  @Override
  public Support support(String method) {
    DocumentFacts unused = OwnPayload.facts(file);
    return support().and(() -> OwnChecks.types(file, binding, type));
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
    return OwnChecks.tried(
        library.supports(own.one()),
        own,
        () -> {
          codec = library.codec(own.one());
          String unused = codec.description();
        },
        () -> {
          prepare(own, method);
          Produced unused =
              check(own, method, none -> method.equals(WRITE) ? toBytes() : fromBytes());
        },
        () -> {
          List<Object> read = new ArrayList<>();
          for (byte[] message : own.messagePack()) {
            read.add(codec.fromBytes(message));
          }
          return written(read);
        });
  }

  @Override
  public boolean runsUnasked() {
    return false;
  }
}
