package requestpath.codec.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import requestpath.codec.Equivalence;
import requestpath.payload.Binding;
import requestpath.payload.Order;
import requestpath.payload.Payload;
import requestpath.payload.Shape;

class GsonAdaptersTest {
  @ParameterizedTest
  @MethodSource("typed")
  void writesWhatGsonWrites(Binding binding, Payload payload) throws IOException {
    JsonCodec<List<Object>> byHand = JsonLibrary.GSON_ADAPTER.codec(payload.list(binding));
    JsonCodec<List<Object>> byReflection = JsonLibrary.GSON.codec(payload.list(binding));
    for (List<Object> values : List.of(payload.values(binding, 50), payload.probeValues(binding))) {
      assertThat(byHand.toText(values)).isEqualTo(byReflection.toText(values));
    }
  }

  @ParameterizedTest
  @MethodSource("typed")
  void readsProbesAndRefusesADocumentCutAnywhere(Binding binding, Payload payload)
      throws IOException {
    JsonCodec<List<Object>> codec = JsonLibrary.GSON_ADAPTER.codec(payload.list(binding));
    byte[] json = payload.probeJson();
    assertThat(Equivalence.EXACT.difference(payload.probeValues(binding), codec.fromBytes(json)))
        .isEmpty();
    for (int length = 0; length < json.length; length++) {
      byte[] cut = Arrays.copyOf(json, length);
      assertThatThrownBy(() -> codec.fromBytes(cut)).isInstanceOf(Exception.class);
    }
  }

  static Stream<Arguments> typed() {
    return Stream.of(Binding.RECORD, Binding.BEAN)
        .flatMap(
            binding ->
                Stream.of(Payload.values())
                    .filter(payload -> payload.supports(binding).isSupported())
                    .filter(
                        payload ->
                            JsonLibrary.GSON_ADAPTER.supports(payload.list(binding)).isSupported())
                    .map(payload -> Arguments.of(binding, payload)));
  }

  @Test
  void missingListsAreEmptyAndAListIsNeverNull() throws IOException {
    JsonCodec<Order> codec = JsonLibrary.GSON_ADAPTER.codec(Shape.one(Order.class));
    assertThat(codec.fromBytes("{\"address\":null}".getBytes(UTF_8)))
        .isEqualTo(new Order(0, null, null, List.of(), 0, false, null));
    assertThatThrownBy(() -> codec.fromBytes("{\"lines\":null}".getBytes(UTF_8)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> codec.fromBytes("{\"id\" 1}".getBytes(UTF_8)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void nothingIsLeftToReflection() {
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> JsonLibrary.GSON_ADAPTER.codec(Payload.DOCUMENT.list(Binding.MAP)))
        .withMessageContaining("they are GSON");
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> JsonLibrary.GSON_ADAPTER.codec(Shape.one(Thread.class)))
        .withMessageContaining("none is");
  }
}
