package requestpath.codec.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.text.ParsePosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import requestpath.codec.msgpack.MsgPackCodec;
import requestpath.codec.msgpack.MsgPackLibrary;
import requestpath.payload.Binding;
import requestpath.payload.Payload;
import requestpath.payload.Shape;

/**
 * Modules that replace reflection leave the classes of the JDK alone, such as {@code
 * ParsePosition}.
 */
class JacksonModulesTest {
  @ParameterizedTest
  @EnumSource(
      names = {
        "JACKSON2_AFTERBURNER",
        "JACKSON2_BLACKBIRD",
        "JACKSON2_BLACKBIRD_FAST_NUMBERS",
        "JACKSON3_BLACKBIRD",
        "JACKSON3_BLACKBIRD_FAST_NUMBERS"
      })
  void theDescriptionNotTheConstructorRefusesAModuleWithoutEffect(JsonLibrary library)
      throws Exception {
    assumeTrue(library.supports(Shape.one(ParsePosition.class)).isSupported());
    JsonCodec<ParsePosition> codec = library.codec(Shape.one(ParsePosition.class));

    assertThat(new String(codec.toBytes(new ParsePosition(7)), StandardCharsets.UTF_8))
        .contains("\"index\":7", "\"errorIndex\":-1");
    assertThatIllegalStateException()
        .isThrownBy(codec::description)
        .withMessageContaining("left " + ParsePosition.class.getName() + " to reflection");
    assertThat(library.codec(Payload.DOCUMENT.list(Binding.BEAN)).description())
        .containsAnyOf(" getters", "with a generated serializer");
  }

  @Test
  void ofMessagePackLikewise() throws Exception {
    MsgPackLibrary library = MsgPackLibrary.JACKSON_MSGPACK_BLACKBIRD;
    MsgPackCodec<ParsePosition> codec = library.codec(Shape.one(ParsePosition.class));

    assertThat(codec.toBytes(new ParsePosition(7)))
        .containsSequence("\u00a5index\u0007".getBytes(StandardCharsets.ISO_8859_1));
    assertThatIllegalStateException()
        .isThrownBy(codec::description)
        .withMessageContaining("left " + ParsePosition.class.getName() + " to reflection");
    assertThat(library.codec(Payload.DOCUMENT.one(Binding.BEAN)).description())
        .contains(" getters");
  }
}
