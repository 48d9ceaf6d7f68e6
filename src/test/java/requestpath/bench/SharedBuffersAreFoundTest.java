package requestpath.bench;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import requestpath.codec.WrongAnswerException;
import requestpath.codec.json.JsonCodec;
import requestpath.codec.json.jackson2.RecyclerPools;
import requestpath.payload.Message;

/** The correctness check of the pools finds a codec whose tasks share a buffer. */
class SharedBuffersAreFoundTest {
  @ParameterizedTest
  @ValueSource(strings = {"encode", "decode"})
  void ofRecyclerPool(String method) throws Exception {
    RecyclerPoolBenchmark benchmark = new RecyclerPoolBenchmark();
    benchmark.pool = RecyclerPools.THREAD_LOCAL;
    benchmark.threads = ThreadKind.PLATFORM;
    benchmark.setUp();
    assertThatCode(() -> verify(benchmark, method)).doesNotThrowAnyException();
    benchmark.setUp();
    benchmark.codec = new SharedBuffer(benchmark.codec);
    // Another task's message is a wrong answer; another task's corrupt one, Jackson's refusal.
    assertThatThrownBy(() -> verify(benchmark, method))
        .isInstanceOfAny(WrongAnswerException.class, IOException.class);
  }

  private static void verify(RecyclerPoolBenchmark benchmark, String method) throws Exception {
    benchmark.verify(MeasuredMethod.named(RecyclerPoolBenchmark.class.getName() + "." + method));
  }

  /**
   * One buffer for all tasks: what is encoded is handed out in it, what is decoded is what another
   * task has left there.
   */
  private static final class SharedBuffer implements JsonCodec<Message> {
    private final JsonCodec<Message> right;
    private byte[] buffer = new byte[0];

    SharedBuffer(JsonCodec<Message> right) {
      this.right = right;
    }

    @Override
    public synchronized byte[] toBytes(Message value) throws IOException {
      byte[] json = right.toBytes(value);
      if (buffer.length != json.length) {
        buffer = json;
      }
      System.arraycopy(json, 0, buffer, 0, json.length);
      return buffer;
    }

    @Override
    public String toText(Message value) throws IOException {
      return right.toText(value);
    }

    @Override
    public synchronized Message fromBytes(byte[] json) throws IOException {
      byte[] left = buffer.length == json.length ? buffer : json;
      buffer = json.clone();
      return right.fromBytes(left);
    }

    @Override
    public String description() {
      return right.description();
    }
  }
}
