package requestpath.json;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import requestpath.payload.Binding;
import requestpath.payload.CodecVerification;
import requestpath.payload.CodecVerification.Corruption;
import requestpath.payload.Equivalence;
import requestpath.payload.Operation;
import requestpath.payload.Payload;
import requestpath.payload.Produced;

/** Proves JSON operations right; see {@link CodecVerification}. */
public final class JsonVerification {
  private static final Corruption COLON_BLANKED =
      new Corruption("the colon after its first name made a blank", JsonVerification::blankColon);

  private JsonVerification() {}

  /**
   * Proves an encoder of a payload right.
   *
   * @param encoder the measured operation: a list of values in, a {@code byte[]} or a {@code
   *     String} out
   * @throws requestpath.payload.WrongAnswerException when it is not right
   * @throws Exception when it refuses the payload
   */
  public static Produced encoder(
      Operation<List<Object>, ?> encoder,
      Payload payload,
      Binding binding,
      int size,
      Equivalence equivalence)
      throws Exception {
    JsonMapper strict = strictMapper();
    return CodecVerification.<List<Object>>encoder(
        values -> new byte[][] {bytes(encoder.apply(values))},
        payload.values(binding, size),
        payload.otherValues(binding, size),
        messages -> strict.readValue(messages[0], Object.class),
        equivalence);
  }

  /**
   * Proves a decoder of a payload right.
   *
   * @param decoder the measured operation: one document in, a list of values out
   * @throws requestpath.payload.WrongAnswerException when it is not right
   * @throws Exception when it refuses the payload
   */
  public static Produced decoder(
      Operation<byte[], ?> decoder,
      Payload payload,
      Binding binding,
      int size,
      Equivalence equivalence)
      throws Exception {
    return CodecVerification.decoder(
        messages -> decoder.apply(messages[0]),
        new byte[][] {payload.json(size)},
        payload.values(binding, size),
        new byte[][] {payload.otherJson(size)},
        payload.otherValues(binding, size),
        equivalence,
        Corruption.LAST_BYTE_CUT,
        COLON_BLANKED);
  }

  /** Reads what RFC 8259 allows and nothing else, with every digit of every number. */
  private static JsonMapper strictMapper() {
    return JsonMapper.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .build();
  }

  private static byte[] bytes(Object document) {
    return document instanceof String text
        ? text.getBytes(StandardCharsets.UTF_8)
        : (byte[]) document;
  }

  private static byte[] blankColon(byte[] json) {
    for (int i = 1; i < json.length; i++) {
      if (json[i] == ':' && json[i - 1] == '"') {
        json[i] = ' ';
        return json;
      }
    }
    throw new IllegalArgumentException("the document has no names");
  }
}
