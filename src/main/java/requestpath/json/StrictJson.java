package requestpath.json;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/**
 * The reference reader, set up apart from every codec: what RFC 8259 allows and nothing else, with
 * every digit of every number.
 */
public final class StrictJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private StrictJson() {}

  /**
   * The document as maps, lists, texts, numbers, booleans and null.
   *
   * @throws IOException when it is not JSON
   */
  public static Object read(String json) throws IOException {
    return MAPPER.readValue(json, Object.class);
  }

  /**
   * The same from UTF-8.
   *
   * @throws IOException when it is not JSON
   */
  public static Object read(byte[] json) throws IOException {
    return MAPPER.readValue(json, Object.class);
  }
}
