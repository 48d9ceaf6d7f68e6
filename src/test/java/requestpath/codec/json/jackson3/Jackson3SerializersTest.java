package requestpath.codec.json.jackson3;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import requestpath.payload.Item;
import tools.jackson.databind.ObjectMapper;

class Jackson3SerializersTest {
  @Test
  void aMapperWithoutTheSerializersIsRejected() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Jackson3Serializers.requireEffect(new ObjectMapper(), Item.class));
  }
}
