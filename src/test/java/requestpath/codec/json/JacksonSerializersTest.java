package requestpath.codec.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import requestpath.codec.Equivalence;
import requestpath.payload.Binding;
import requestpath.payload.Item;
import requestpath.payload.Message;
import requestpath.payload.Payload;
import requestpath.payload.Shape;

class JacksonSerializersTest {
  @ParameterizedTest
  @MethodSource("typed")
  void writesWhatDatabindWritesAndReadsItBack(JsonLibrary library, Binding binding, Payload payload)
      throws IOException {
    JsonCodec<List<Object>> codec = library.codec(payload.list(binding));
    JsonCodec<List<Object>> databind = JsonLibrary.JACKSON2.codec(payload.list(binding));
    List<Object> probes = payload.probeValues(binding);
    assertThat(codec.toText(probes)).isEqualTo(databind.toText(probes));
    assertThat(Equivalence.EXACT.difference(probes, codec.fromBytes(payload.probeJson())))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("typed")
  void refusesADocumentCutAnywhere(JsonLibrary library, Binding binding, Payload payload) {
    JsonCodec<List<Object>> codec = library.codec(payload.list(binding));
    byte[] json = payload.probeJson();
    for (int length = 0; length < json.length; length++) {
      byte[] cut = Arrays.copyOf(json, length);
      assertThatThrownBy(() -> codec.fromBytes(cut)).isInstanceOf(Exception.class);
    }
  }

  static Stream<Arguments> typed() {
    return variants()
        .flatMap(
            library ->
                Stream.of(Binding.RECORD, Binding.BEAN)
                    .flatMap(
                        binding ->
                            Stream.of(Payload.values())
                                .filter(
                                    payload ->
                                        library.supports(payload.list(binding)).isSupported())
                                .map(payload -> Arguments.of(library, binding, payload))));
  }

  static Stream<JsonLibrary> variants() {
    return Stream.of(JsonLibrary.JACKSON2_SERIALIZERS, JsonLibrary.JACKSON3_SERIALIZERS);
  }

  @ParameterizedTest
  @MethodSource("variants")
  void ignoresUnknownFieldsAndTakesNullForATextAlone(JsonLibrary library) throws IOException {
    JsonCodec<Item> items = library.codec(Shape.one(Item.class));
    assertThat(items.fromBytes("{\"new\":[{}],\"type\":null,\"id\":7}".getBytes(UTF_8)))
        .isEqualTo(new Item(7, null, null, null, 0, 0));
    for (String wrong :
        List.of("{\"id\":null}", "{\"id\":\"7\"}", "{\"type\":7}", "[]", "7", "{} 7")) {
      assertThatThrownBy(() -> items.fromBytes(wrong.getBytes(UTF_8)))
          .as(wrong)
          .isInstanceOf(Exception.class);
    }
    JsonCodec<Message> messages = library.codec(Shape.one(Message.class));
    assertThat(messages.toText(new Message("a"))).isEqualTo("{\"message\":\"a\"}");
  }

  @ParameterizedTest
  @MethodSource("variants")
  void nothingIsLeftToReflection(JsonLibrary library) {
    assertThat(library.codec(Payload.DOCUMENT.list(Binding.BEAN)).description())
        .contains("bound by a StdSerializer and a StdDeserializer by hand");
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> library.codec(Payload.DOCUMENT.list(Binding.MAP)))
        .withMessageContaining("here not for Map");
  }
}
