package requestpath.codec.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import requestpath.Hammer;
import requestpath.codec.Equivalence;
import requestpath.codec.json.jackson2.RecyclerPools;
import requestpath.payload.Binding;
import requestpath.payload.Payload;

/** One codec, used by many threads at a time, answers each by its own input. */
class ConcurrencyTest {
  private static final int ROUNDS = 240;

  /** How many inputs each thread has. */
  private static final int INPUTS = 4;

  /** What a thread may do with a codec. */
  private enum Use {
    TO_BYTES {
      @Override
      void check(JsonCodec<List<Object>> codec, Case input, Equivalence equivalence)
          throws IOException {
        byte[] actual = codec.toBytes(input.values);
        assertThat(Arrays.equals(actual, input.bytes)).as("bytes as on one thread").isTrue();
      }
    },
    TO_TEXT {
      @Override
      void check(JsonCodec<List<Object>> codec, Case input, Equivalence equivalence)
          throws IOException {
        assertThat(codec.toText(input.values)).isEqualTo(input.text);
      }
    },
    FROM_BYTES {
      @Override
      void check(JsonCodec<List<Object>> codec, Case input, Equivalence equivalence)
          throws IOException {
        List<Object> actual = codec.fromBytes(input.json);
        // The quick comparison first: what is equal to what is right is right.
        if (!actual.equals(input.decoded)) {
          assertThat(equivalence.difference(input.values, actual)).isEmpty();
        }
      }
    };

    abstract void check(JsonCodec<List<Object>> codec, Case input, Equivalence equivalence)
        throws IOException;
  }

  /**
   * An input.
   *
   * @param values to encode
   * @param bytes what another codec of the same library makes of them on one thread
   * @param text the same as text
   * @param json what is decoded to them
   * @param decoded what that other codec makes of it, found right
   */
  @SuppressWarnings("ArrayRecordComponent") // It is never compared.
  private record Case(
      List<Object> values, byte[] bytes, String text, byte[] json, List<Object> decoded) {}

  @ParameterizedTest
  @MethodSource("rows")
  void eachThreadIsAnsweredByItsOwnInput(JsonLibrary library, Binding binding, Payload payload)
      throws Exception {
    List<Case> cases = cases(library, binding, payload);
    // A codec that nothing has been asked yet, so that what it makes late is made by all at once.
    hammer(library.codec(payload.list(binding)), cases, library.equivalence(), Use.values());
  }

  static Stream<Arguments> rows() {
    Stream.Builder<Arguments> rows = Stream.builder();
    for (JsonLibrary library : JsonLibrary.values()) {
      for (Binding binding : Binding.values()) {
        // Beans and maps once; records also nested.
        for (Payload payload :
            binding == Binding.RECORD
                ? List.of(Payload.VARIED, Payload.NESTED)
                : List.of(Payload.VARIED)) {
          if (library.supports(payload.list(binding)).isSupported()) {
            rows.add(Arguments.of(library, binding, payload));
          }
        }
      }
    }
    return rows.build();
  }

  @ParameterizedTest
  @EnumSource
  void aPoolGivesEachBufferToOneThread(RecyclerPools pool) throws Exception {
    List<Case> cases = cases(JsonLibrary.JACKSON2, Binding.RECORD, Payload.VARIED);
    hammer(pool.codec(Payload.VARIED.list(Binding.RECORD)), cases, Equivalence.EXACT, Use.values());
  }

  @ParameterizedTest
  @EnumSource
  void aCodecThatSharesABufferIsFound(Use use) throws Exception {
    List<Case> cases = cases(JsonLibrary.JACKSON2, Binding.RECORD, Payload.VARIED);
    JsonCodec<List<Object>> right = JsonLibrary.JACKSON2.codec(Payload.VARIED.list(Binding.RECORD));
    hammer(right, cases, Equivalence.EXACT, use);
    assertThatThrownBy(() -> hammer(new SharedBuffer(right), cases, Equivalence.EXACT, use))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("many threads at once: ");
  }

  private static void hammer(
      JsonCodec<List<Object>> codec, List<Case> cases, Equivalence equivalence, Use... uses)
      throws InterruptedException {
    Hammer.hammer(
        ROUNDS,
        (thread, round) -> {
          Case input = cases.get(thread * INPUTS + round % INPUTS);
          // Threads are at different uses at the same time.
          uses[(thread + round / INPUTS) % uses.length].check(codec, input, equivalence);
        });
  }

  /** As many for each thread, no record in two of them, of lengths from one record to a few. */
  private static List<Case> cases(JsonLibrary library, Binding binding, Payload payload)
      throws IOException {
    JsonCodec<List<Object>> alone = library.codec(payload.list(binding));
    JsonCodec<List<Object>> reference = JsonLibrary.JACKSON2.codec(payload.list(binding));
    List<Object> records = payload.values(binding, Hammer.THREADS * INPUTS * INPUTS);
    List<Object> probes = payload.probeValues(binding);
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < Hammer.THREADS * INPUTS; i++) {
      int first = i * INPUTS;
      List<Object> read = new ArrayList<>(records.subList(first, first + 1 + i % INPUTS));
      read.add(probes.get(i % probes.size()));
      byte[] json = reference.toBytes(read);
      List<Object> values = library.inOwnClasses(read);
      List<Object> decoded = alone.fromBytes(json);
      assertThat(library.equivalence().difference(values, decoded)).isEmpty();
      cases.add(new Case(values, alone.toBytes(values), alone.toText(values), json, decoded));
    }
    return cases;
  }

  /**
   * Deliberately wrong: all that it answers or is given goes through one buffer of all threads, and
   * between the filling and the use of it another thread has its turn.
   */
  private static final class SharedBuffer implements JsonCodec<List<Object>> {
    private final JsonCodec<List<Object>> right;
    private volatile byte[] buffer = new byte[0];

    SharedBuffer(JsonCodec<List<Object>> right) {
      this.right = right;
    }

    private byte[] through(byte[] bytes) {
      buffer = bytes.clone();
      Thread.yield();
      return buffer.clone();
    }

    @Override
    public byte[] toBytes(List<Object> value) throws IOException {
      return through(right.toBytes(value));
    }

    @Override
    public String toText(List<Object> value) throws IOException {
      return new String(through(right.toText(value).getBytes(UTF_8)), UTF_8);
    }

    @Override
    public List<Object> fromBytes(byte[] json) throws IOException {
      return right.fromBytes(through(json));
    }

    @Override
    public String description() {
      return right.description();
    }
  }
}
