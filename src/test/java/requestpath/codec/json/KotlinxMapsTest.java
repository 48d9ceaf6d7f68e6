package requestpath.codec.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kotlinx.serialization.SerializationException;
import org.junit.jupiter.api.Test;
import requestpath.payload.Binding;
import requestpath.payload.Payload;

/** The serializer of maps that KOTLINX needs, as the library has none. */
class KotlinxMapsTest {
  private final JsonCodec<Object> codec =
      JsonLibrary.KOTLINX.codec(Payload.DOCUMENT.one(Binding.MAP));

  @Test
  void everyPlainValueIsWrittenAndReadAsItIs() throws IOException {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("text", "1");
    map.put("int", 1);
    map.put("long", Long.MIN_VALUE);
    map.put("beyond", BigInteger.TWO.pow(70).add(BigInteger.ONE));
    map.put("double", -0.0);
    map.put("true", true);
    map.put("null", null);
    map.put("list", Arrays.asList(1.5, null, List.of(), Map.of("a", false)));
    map.put("map", Map.of());

    String json =
        "{\"text\":\"1\",\"int\":1,\"long\":-9223372036854775808,\"beyond\":1180591620717411303425,"
            + "\"double\":-0.0,\"true\":true,\"null\":null,\"list\":[1.5,null,[],{\"a\":false}],"
            + "\"map\":{}}";
    assertThat(codec.toText(map)).isEqualTo(json);
    map.put("int", 1L);
    assertThat(codec.fromBytes(json.getBytes(UTF_8))).isEqualTo(map);
  }

  @Test
  void whatHasNoFormInJsonIsRefused() {
    for (Object value : List.of(Double.NaN, new StringBuilder())) {
      assertThatThrownBy(() -> codec.toText(Map.of("a", List.of(value))))
          .isInstanceOf(SerializationException.class);
    }
  }
}
