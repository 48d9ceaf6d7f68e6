package requestpath.codec.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import requestpath.payload.Binding;
import requestpath.payload.Payload;
import requestpath.payload.Shape;
import requestpath.payload.Support;

/** However deep a document is nested and however large the stack is, no error escapes. */
class DeepNestingTest {
  private static final int DEPTH = 10_000;

  /**
   * Half of the JVM's default, where almost all overflow, and twice that default, where some do.
   */
  private static final int[] STACKS = {512 << 10, 2 << 20};

  /**
   * Calls of interpreted code, and of code that gets compiled meanwhile. {@code
   * -DdeepNesting.calls=1000} takes longer and finds errors that happen once in hundreds of calls.
   */
  private static final int CALLS = Integer.getInteger("deepNesting.calls", 3);

  static Stream<Arguments> readers() {
    return variants(JsonLibrary::supportsDecoding);
  }

  static Stream<Arguments> writers() {
    return variants(JsonLibrary::supportsEncoding)
        .filter(arguments -> arguments.get()[1] == Binding.MAP);
  }

  private interface Supports {
    Support of(JsonLibrary library, Shape<?> shape);
  }

  private static Stream<Arguments> variants(Supports supports) {
    return Stream.of(JsonLibrary.values())
        .flatMap(
            library ->
                Stream.of(Binding.values())
                    .filter(
                        binding ->
                            supports.of(library, Payload.DOCUMENT.list(binding)).isSupported())
                    .map(binding -> Arguments.of(library, binding)));
  }

  @ParameterizedTest
  @MethodSource("readers")
  void readingEndsInNoError(JsonLibrary library, Binding binding) {
    Object codec = library.codec(Payload.DOCUMENT.list(binding));
    byte[] arrays = ("[{\"x\":" + "[".repeat(DEPTH) + "]".repeat(DEPTH) + "}]").getBytes(UTF_8);
    byte[] objects =
        ("[{\"x\":" + "{\"x\":".repeat(DEPTH) + "1" + "}".repeat(DEPTH) + "}]").getBytes(UTF_8);
    for (int stack : STACKS) {
      assertThat(escaped(stack, () -> ((JsonCodec<?>) codec).fromBytes(arrays))).isEmpty();
      assertThat(escaped(stack, () -> ((JsonCodec<?>) codec).fromBytes(objects))).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("writers")
  void writingEndsInNoError(JsonLibrary library, Binding binding) {
    JsonCodec<Object> codec = library.codec(Payload.DOCUMENT.one(binding));
    Map<String, Object> nested = new LinkedHashMap<>();
    for (int i = 1; i < DEPTH; i++) {
      Map<String, Object> outer = new LinkedHashMap<>();
      outer.put("x", nested);
      nested = outer;
    }
    Map<String, Object> map = nested;
    for (int stack : STACKS) {
      assertThat(escaped(stack, () -> codec.toBytes(map))).isEmpty();
      assertThat(escaped(stack, () -> codec.toText(map))).isEmpty();
    }
  }

  private interface Call {
    Object call() throws IOException;
  }

  /** The error that some call ended in, with a stack of this size. */
  private static Optional<Throwable> escaped(int stack, Call call) {
    AtomicReference<Throwable> escaped = new AtomicReference<>();
    Thread thread =
        new Thread(
            null,
            () -> {
              for (int i = 0; i < CALLS && escaped.get() == null; i++) {
                try {
                  call.call();
                } catch (IOException | RuntimeException refused) {
                  // As it may be.
                } catch (StackOverflowError e) {
                  escaped.set(e);
                }
              }
            },
            "deep",
            stack);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Optional.ofNullable(escaped.get());
  }
}
