package requestpath.payload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cold starts get the same inputs as all other benchmarks. */
class ColdStartInputsTest {
  @ParameterizedTest
  @EnumSource
  void bytesAreThoseOfThePayload(Payload payload) {
    assertThat(ColdStartInputs.json(payload)).isEqualTo(payload.json(1));
    assertThat(ColdStartInputs.messagePack(payload)).isDeepEqualTo(payload.messagePack(1));
  }

  @ParameterizedTest
  @EnumSource
  void mapsAreThoseOfThePayload(Payload payload) {
    assertThat(ColdStartInputs.values(payload, Binding.MAP))
        .isEqualTo(payload.values(Binding.MAP, 1));
    assertThat(Tree.of(ColdStartInputs.values(payload, Binding.RECORD)))
        .isEqualTo(Tree.of(payload.values(Binding.RECORD, 1)));
  }
}
