package requestpath.codec.msgpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import requestpath.Hammer;
import requestpath.codec.Equivalence;
import requestpath.payload.Binding;
import requestpath.payload.Payload;

/** One codec, used by many threads at a time, answers each by its own input. */
class ConcurrencyTest {
  private static final int ROUNDS = 200;

  /** How many inputs each thread has. */
  private static final int INPUTS = 16;

  /** What a thread may do with a codec. */
  private enum Use {
    TO_BYTES {
      @Override
      void check(MsgPackCodec<Object> codec, Case input) throws IOException {
        assertThat(codec.toBytes(input.value)).isEqualTo(input.bytes);
      }
    },
    FROM_BYTES {
      @Override
      void check(MsgPackCodec<Object> codec, Case input) throws IOException {
        assertThat(Equivalence.EXACT.difference(input.value, codec.fromBytes(input.message)))
            .isEmpty();
      }
    };

    abstract void check(MsgPackCodec<Object> codec, Case input) throws IOException;
  }

  /**
   * An input.
   *
   * @param value to encode
   * @param bytes what another codec of the same library makes of it on one thread
   * @param message what is decoded to it
   */
  @SuppressWarnings("ArrayRecordComponent") // It is never compared.
  private record Case(Object value, byte[] bytes, byte[] message) {}

  @ParameterizedTest
  @MethodSource("rows")
  void eachThreadIsAnsweredByItsOwnInput(MsgPackLibrary library, Binding binding, Payload payload)
      throws Exception {
    List<Case> cases = cases(library, binding, payload);
    // A codec that nothing has been asked yet, so that what it makes late is made by all at once.
    hammer(library.codec(payload.one(binding)), cases, Use.values());
  }

  static Stream<Arguments> rows() {
    Stream.Builder<Arguments> rows = Stream.builder();
    for (MsgPackLibrary library : MsgPackLibrary.values()) {
      for (Payload payload : List.of(Payload.VARIED, Payload.NESTED)) {
        for (Binding binding : Binding.values()) {
          if (library.supports(payload.one(binding)).isSupported()) {
            rows.add(Arguments.of(library, binding, payload));
          }
        }
      }
    }
    return rows.build();
  }

  @ParameterizedTest
  @EnumSource
  void aCodecThatSharesABufferIsFound(Use use) throws Exception {
    List<Case> cases = cases(MsgPackLibrary.MSGPACK_CORE, Binding.RECORD, Payload.VARIED);
    MsgPackCodec<Object> right =
        MsgPackLibrary.MSGPACK_CORE.codec(Payload.VARIED.one(Binding.RECORD));
    hammer(right, cases, use);
    assertThatThrownBy(() -> hammer(new SharedBuffer(right), cases, use))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("many threads at once: ");
  }

  private static void hammer(MsgPackCodec<Object> codec, List<Case> cases, Use... uses)
      throws InterruptedException {
    Hammer.hammer(
        ROUNDS,
        (thread, round) -> {
          Case input = cases.get(thread * INPUTS + round % INPUTS);
          // Threads are at different uses at the same time.
          uses[(thread + round / INPUTS) % uses.length].check(codec, input);
        });
  }

  /** As many for each thread, no record in two of them. */
  private static List<Case> cases(MsgPackLibrary library, Binding binding, Payload payload)
      throws IOException {
    MsgPackCodec<Object> alone = library.codec(payload.one(binding));
    List<Object> values = payload.values(binding, Hammer.THREADS * INPUTS);
    byte[][] messages = payload.messagePack(values.size());
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < messages.length; i++) {
      cases.add(new Case(values.get(i), alone.toBytes(values.get(i)), messages[i]));
    }
    return cases;
  }

  /**
   * Deliberately wrong: all that it answers or is given goes through one buffer of all threads, and
   * between the filling and the use of it another thread has its turn.
   */
  private static final class SharedBuffer implements MsgPackCodec<Object> {
    private final MsgPackCodec<Object> right;
    private volatile byte[] buffer = new byte[0];

    SharedBuffer(MsgPackCodec<Object> right) {
      this.right = right;
    }

    private byte[] through(byte[] bytes) {
      buffer = bytes.clone();
      Thread.yield();
      return buffer.clone();
    }

    @Override
    public byte[] toBytes(Object value) throws IOException {
      return through(right.toBytes(value));
    }

    @Override
    public Object fromBytes(byte[] message) throws IOException {
      return right.fromBytes(through(message));
    }

    @Override
    public String description() {
      return right.description();
    }
  }
}
