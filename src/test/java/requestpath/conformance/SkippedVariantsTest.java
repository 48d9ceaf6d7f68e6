package requestpath.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import requestpath.codec.json.JsonLibrary;
import requestpath.payload.Support;

class SkippedVariantsTest {
  @Test
  void aVariantThatNewerJavaRunsIsSkippedForItsJavaAndNotForABinding() {
    Support support = JsonVariant.supportsAny(JsonLibrary.JACKSON3_BLACKBIRD);

    assertThat(support.firstJava()).isEqualTo(25);
    assertThat(support.on(24).isSupported()).isFalse();
    assertThat(support.on(25).isSupported()).isTrue();
  }
}
