package requestpath.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import requestpath.codec.Equivalence;
import requestpath.codec.Produced;
import requestpath.codec.json.JsonVerification;
import requestpath.codec.json.gson.GsonHabits;
import requestpath.codec.json.jackson2.Jackson2Habits;
import requestpath.codec.msgpack.MsgPackVerification;
import requestpath.codec.msgpack.core.MsgPackHabits;
import requestpath.harness.api.ComparedWith;
import requestpath.harness.api.InFork;
import requestpath.payload.Binding;
import requestpath.payload.Payload;
import requestpath.payload.Support;

/**
 * What does a common habit cost? Each is compared with the careful way, with the same library and
 * the same settings, so its cost is a ratio. A cost per call weighs most on a small message, a cost
 * per byte on the reference payload's thousand records.
 *
 * <pre>{@code
 * java -jar target/benchmarks.jar Misuse
 * java -jar target/benchmarks.jar Misuse -p size=1,1000
 * }</pre>
 */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MisuseBenchmark extends SteadyState {
  private static final Payload PAYLOAD = Payload.DOCUMENT;
  private static final Binding BINDING = Binding.RECORD;

  @Param("1000")
  public int size;

  private Jackson2Habits<List<Object>> jackson;
  private GsonHabits<List<Object>> gson;
  private MsgPackHabits<Object> msgpack;
  private List<Object> values;
  private byte[] document;
  private byte[][] messages;

  @Setup(Level.Trial)
  public void setUp() {
    support().require();
    jackson = new Jackson2Habits<>(PAYLOAD.list(BINDING));
    gson = new GsonHabits<>(PAYLOAD.list(BINDING));
    msgpack = new MsgPackHabits<>(PAYLOAD.one(BINDING));
    values = PAYLOAD.values(BINDING, size);
    document = PAYLOAD.json(size);
    messages = PAYLOAD.messagePack(size);
    InFork.announce(
        jackson.description() + "; " + gson.description() + "; " + msgpack.description());
  }

  /** Jackson 2, the careful way: the baseline of those that write with it. */
  @Benchmark
  public byte[] jackson() throws IOException {
    return jackson.encode(values);
  }

  /** A new mapper for each call. */
  @Benchmark
  @ComparedWith("jackson")
  public byte[] jacksonNewMapperEachCall() throws IOException {
    return jackson.encodeNewMapperEachCall(values);
  }

  /** A String where bytes are wanted. */
  @Benchmark
  @ComparedWith("jackson")
  public byte[] jacksonTextThenBytes() throws IOException {
    return jackson.encodeTextThenBytes(values);
  }

  /** Jackson 2, the careful way: the baseline of those that read with it. */
  @Benchmark
  public List<Object> jacksonDecode() throws IOException {
    return jackson.decode(document);
  }

  /** A new mapper for each call. */
  @Benchmark
  @ComparedWith("jacksonDecode")
  public List<Object> jacksonDecodeNewMapperEachCall() throws IOException {
    return jackson.decodeNewMapperEachCall(document);
  }

  /** A String where bytes are there. */
  @Benchmark
  @ComparedWith("jacksonDecode")
  public List<Object> jacksonDecodeTextFirst() throws IOException {
    return jackson.decodeTextFirst(document);
  }

  /** A tree of nodes where the types are known. */
  @Benchmark
  @ComparedWith("jacksonDecode")
  public List<Object> jacksonDecodeThroughTree() throws IOException {
    return jackson.decodeThroughTree(document);
  }

  /** Gson, the careful way: the baseline of those that write with it. */
  @Benchmark
  public byte[] gson() {
    return gson.encode(values);
  }

  /** A new Gson for each call. */
  @Benchmark
  @ComparedWith("gson")
  public byte[] gsonNewEachCall() {
    return gson.encodeNewEachCall(values);
  }

  /** A writer over a stream, with a buffer between: the baseline of the one without. */
  @Benchmark
  public byte[] gsonBufferedWriter() throws IOException {
    return gson.encodeBufferedWriter(values);
  }

  /** A writer over a stream and no buffer. */
  @Benchmark
  @ComparedWith("gsonBufferedWriter")
  public byte[] gsonUnbufferedWriter() throws IOException {
    return gson.encodeUnbufferedWriter(values);
  }

  /** msgpack-core, the careful way: the baseline of the one that reads with it. */
  @Benchmark
  public List<Object> msgpackDecode() throws IOException {
    List<Object> decoded = new ArrayList<>(messages.length);
    for (byte[] message : messages) {
      decoded.add(msgpack.decode(message));
    }
    return decoded;
  }

  /** A new unpacker for each message. */
  @Benchmark
  @ComparedWith("msgpackDecode")
  public List<Object> msgpackDecodeNewUnpackerEachCall() throws IOException {
    List<Object> decoded = new ArrayList<>(messages.length);
    for (byte[] message : messages) {
      decoded.add(msgpack.decodeNewUnpackerEachCall(message));
    }
    return decoded;
  }

  @TearDown(Level.Trial)
  public void verify(BenchmarkParams measured) throws Exception {
    String method = InFork.method(measured);
    InFork.requireCorrectSized(
        () -> {
          if (method.startsWith("msgpack")) {
            return verifyMessages(measured);
          }
          return method.startsWith("jacksonDecode")
              ? verifyDecoder(measured)
              : verifyEncoder(measured);
        });
  }

  private Produced verifyEncoder(BenchmarkParams measured) throws Exception {
    return JsonVerification.encoder(
        input -> {
          values = input;
          return InFork.call(this, measured);
        },
        values,
        PAYLOAD,
        BINDING);
  }

  private Produced verifyDecoder(BenchmarkParams measured) throws Exception {
    return JsonVerification.decoder(
        input -> {
          document = input;
          return InFork.call(this, measured);
        },
        document,
        PAYLOAD,
        BINDING,
        size,
        Equivalence.EXACT);
  }

  @SuppressWarnings("unchecked") // The measured method returns a list.
  private Produced verifyMessages(BenchmarkParams measured) throws Exception {
    return MsgPackVerification.decoder(
        input -> {
          messages = input;
          return (List<Object>) InFork.call(this, measured);
        },
        messages,
        PAYLOAD,
        BINDING);
  }

  @Override
  public Support support() {
    Payload.requireSize(size);
    return Support.YES;
  }

  @Override
  public boolean runsUnasked() {
    return false;
  }
}
