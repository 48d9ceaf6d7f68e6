package requestpath.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What tests of {@link CodecVerification} share: maps of the 2019 comparison, and a codec for them.
 */
final class CodecSamples {
  static final int SIZE = 20;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private CodecSamples() {}

  static byte[] encode(List<Object> values) {
    try {
      return MAPPER.writeValueAsBytes(values);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  @SuppressWarnings("unchecked")
  static List<Object> decode(byte[] document) throws IOException {
    return MAPPER.readValue(document, List.class);
  }

  @SuppressWarnings("unchecked")
  static List<Object> edited(List<Object> values, Consumer<Map<String, Object>> edit) {
    List<Object> copies = new ArrayList<>();
    for (Object value : values) {
      Map<String, Object> copy = new LinkedHashMap<>((Map<String, Object>) value);
      edit.accept(copy);
      copies.add(copy);
    }
    return copies;
  }
}
