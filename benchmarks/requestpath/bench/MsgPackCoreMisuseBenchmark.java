package requestpath.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import requestpath.codec.msgpack.MsgPackVerification;
import requestpath.codec.msgpack.core.MsgPackHabits;
import requestpath.harness.api.InFork;

/**
 * How much does a new unpacker for each message add when msgpack-core reads MessagePack?
 *
 * <pre>{@code java -jar target/benchmarks.jar MsgPackCoreMisuse -p size=1,1000}</pre>
 */
public class MsgPackCoreMisuseBenchmark extends Misuse {
  private MsgPackHabits<Object> msgpack;
  private byte[][] messages;

  @Setup(Level.Trial)
  public void setUp() {
    msgpack = new MsgPackHabits<>(PAYLOAD.one(BINDING));
    messages = PAYLOAD.messagePack(size);
    InFork.announce(msgpack::description);
  }

  /** One unpacker for each thread, reset to each message: the baseline. */
  @Benchmark
  public List<Object> careful() throws IOException {
    List<Object> decoded = new ArrayList<>(messages.length);
    for (byte[] message : messages) {
      decoded.add(msgpack.decode(message));
    }
    return decoded;
  }

  /** A new unpacker for each message. */
  @Benchmark
  public List<Object> newUnpackerEachMessage() throws IOException {
    List<Object> decoded = new ArrayList<>(messages.length);
    for (byte[] message : messages) {
      decoded.add(msgpack.decodeNewUnpackerEachCall(message));
    }
    return decoded;
  }

  @TearDown(Level.Trial)
  @SuppressWarnings("unchecked") // The measured methods return lists.
  public void verify(BenchmarkParams measured) throws Exception {
    InFork.requireCorrectSized(
        () ->
            MsgPackVerification.decoder(
                input -> {
                  messages = input;
                  return (List<Object>) InFork.call(this, measured);
                },
                messages,
                PAYLOAD,
                BINDING));
  }
}
