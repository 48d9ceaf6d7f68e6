package requestpath.codec.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import requestpath.codec.Equivalence;
import requestpath.payload.Binding;
import requestpath.payload.Item;
import requestpath.payload.Payload;
import requestpath.payload.Shape;

/** What one library writes, all others read, also with blanks between its parts. */
class JsonInterchangeTest {
  private static final int SIZE = 24;

  /** Making one can take long; they are safe from many threads and so from many tests. */
  private static final Map<List<Object>, JsonCodec<List<Object>>> CODECS = new HashMap<>();

  /** Documents that were read right, each with its decoder. */
  private static final Set<List<Object>> READ = new HashSet<>();

  @ParameterizedTest
  @MethodSource("encoders")
  void whatOneWritesEveryOtherReads(JsonLibrary encoder, Binding binding, Payload payload)
      throws IOException {
    List<Object> values = payload.values(binding, SIZE);
    List<Object> own = encoder.inOwnClasses(values);
    JsonCodec<List<Object>> writing = codec(encoder, binding, payload);
    byte[] bytes = writing.toBytes(own);
    byte[] text = writing.toText(own).getBytes(UTF_8);

    for (JsonLibrary decoder : supporting(payload.list(binding))) {
      requireRead(decoder, binding, payload, values, bytes);
      requireRead(decoder, binding, payload, values, text);
    }
  }

  /** Most encoders write the same document, which needs to be read only once. */
  private static void requireRead(
      JsonLibrary decoder, Binding binding, Payload payload, List<Object> values, byte[] json)
      throws IOException {
    List<Object> input = List.of(decoder, binding, payload, ByteBuffer.wrap(json));
    if (!READ.contains(input)) {
      List<Object> actual = codec(decoder, binding, payload).fromBytes(json);
      assertThat(decoder.equivalence().difference(values, actual))
          .as("read by " + decoder)
          .isEmpty();
      READ.add(input);
    }
  }

  static Stream<Arguments> encoders() {
    Stream.Builder<Arguments> all = Stream.builder();
    for (Payload payload : Payload.values()) {
      for (Binding binding : Binding.values()) {
        if (payload.supports(binding).isSupported()) {
          for (JsonLibrary encoder : supporting(payload.list(binding))) {
            all.add(Arguments.of(encoder, binding, payload));
          }
        }
      }
    }
    return all.build();
  }

  private static JsonCodec<List<Object>> codec(
      JsonLibrary library, Binding binding, Payload payload) {
    return CODECS.computeIfAbsent(
        List.of(library, payload.list(binding).type()),
        key -> library.codec(payload.list(binding)));
  }

  @ParameterizedTest
  @EnumSource
  void blanksMayStandWhereverJsonAllowsThem(JsonLibrary library) throws IOException {
    assumeTrue(library.equivalence() == Equivalence.EXACT, "see the next test");
    for (Payload payload : Payload.values()) {
      for (Binding binding : Binding.values()) {
        if (payload.supports(binding).isSupported()
            && library.supports(payload.list(binding)).isSupported()) {
          Object tree = StrictJson.read(payload.json(20));
          byte[] pretty =
              new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(tree);
          assertThat(
                  library
                      .equivalence()
                      .difference(
                          payload.values(binding, 20),
                          codec(library, binding, payload).fromBytes(pretty)))
              .as(payload + " " + binding)
              .isEmpty();
        }
      }
    }
  }

  /** Found here: some doubles of sixteen digits lose their scale when a blank follows. */
  @ParameterizedTest
  @EnumSource(names = {"DSL_JSON_INEXACT", "AVAJE_JSONB_INEXACT"})
  void theDefaultDoublesOfTwoLibrariesLoseTheirScaleBeforeABlank(JsonLibrary library)
      throws IOException {
    JsonCodec<Item> codec = library.codec(Shape.one(Item.class));
    String number = "1569882498.911796";
    assertThat(codec.fromBytes(("{\"created_at\":" + number + "}").getBytes(UTF_8)).created_at())
        .isEqualTo(1569882498.911796);
    assertThat(codec.fromBytes(("{\"created_at\":" + number + " }").getBytes(UTF_8)).created_at())
        .isEqualTo(1.569882498911796);
  }

  private static List<JsonLibrary> supporting(Shape<?> shape) {
    return Stream.of(JsonLibrary.values())
        .filter(library -> library.supports(shape).isSupported())
        .toList();
  }
}
