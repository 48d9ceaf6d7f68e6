package requestpath.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import requestpath.msgpack.MsgPackCodec;
import requestpath.msgpack.MsgPackLibrary;
import requestpath.payload.Binding;
import requestpath.payload.Payload;
import requestpath.payload.Shape;

/** Modules that replace reflection, and what they leave alone. */
class JacksonModulesTest {
  /** It has no getters and setters, and modules do not reach a private field. */
  private static final class Hidden {
    @JsonProperty private int id = 7;
  }

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
    assumeTrue(library.supports(Shape.one(Hidden.class)).isSupported());
    JsonCodec<Hidden> codec = library.codec(Shape.one(Hidden.class));

    assertThat(new String(codec.toBytes(new Hidden()), StandardCharsets.UTF_8))
        .isEqualTo("{\"id\":7}");
    assertThatIllegalStateException()
        .isThrownBy(codec::description)
        .withMessageContaining("left " + Hidden.class.getName() + " to reflection");
    assertThat(library.codec(Payload.DOCUMENT.list(Binding.BEAN)).description())
        .containsAnyOf(" getters", "with a generated serializer");
  }

  @Test
  void ofMessagePackLikewise() throws Exception {
    MsgPackLibrary library = MsgPackLibrary.JACKSON_MSGPACK_BLACKBIRD;
    MsgPackCodec<Hidden> codec = library.codec(Shape.one(Hidden.class));

    assertThat(codec.fromBytes(codec.toBytes(new Hidden())).id).isEqualTo(7);
    assertThatIllegalStateException()
        .isThrownBy(codec::description)
        .withMessageContaining("left " + Hidden.class.getName() + " to reflection");
    assertThat(library.codec(Payload.DOCUMENT.one(Binding.BEAN)).description())
        .contains(" getters");
  }
}
