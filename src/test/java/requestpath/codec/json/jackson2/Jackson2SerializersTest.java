package requestpath.codec.json.jackson2;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import requestpath.payload.Item;

class Jackson2SerializersTest {
  @Test
  void aMapperWithoutTheSerializersIsRejected() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Jackson2Serializers.requireEffect(new ObjectMapper(), Item.class));
  }
}
