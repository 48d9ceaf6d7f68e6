package requestpath.json;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import requestpath.payload.Binding;
import requestpath.payload.CodecVerification;
import requestpath.payload.CodecVerification.Corruption;
import requestpath.payload.CodecVerification.Document;
import requestpath.payload.Equivalence;
import requestpath.payload.Operation;
import requestpath.payload.Payload;
import requestpath.payload.Produced;
import requestpath.payload.WrongAnswerException;

/** Proves JSON operations right; see {@link CodecVerification}. */
public final class JsonVerification {
  private static final List<Corruption> CORRUPTIONS =
      List.of(
          Corruption.LAST_BYTE_CUT,
          Corruption.SECOND_HALF_CUT,
          new Corruption("a colon in its middle made a blank", JsonVerification::blankColon),
          new Corruption("a second document after its end", JsonVerification::twice));

  private JsonVerification() {}

  /**
   * Proves an encoder of a payload right.
   *
   * @param encoder the measured operation: a list of values in, a {@code byte[]} or a {@code
   *     String} out
   * @param measured the measured list; its first value is replaced
   * @throws requestpath.payload.WrongAnswerException when it is not right
   * @throws Exception when it refuses the payload
   */
  public static Produced encoder(
      Operation<List<Object>, ?> encoder, List<Object> measured, Payload payload, Binding binding)
      throws Exception {
    JsonMapper strict = strictMapper();
    return CodecVerification.encoder(
        values -> new byte[][] {bytes(encoder.apply(values))},
        measured,
        List.of(payload.otherValues(binding, measured.size()), payload.probeValues(binding)),
        messages -> strict.readValue(messages[0], Object.class));
  }

  /**
   * Proves a decoder of a payload right.
   *
   * @param decoder the measured operation: one document in, a list of values out
   * @param measured the measured array; it is overwritten
   * @throws requestpath.payload.WrongAnswerException when it is not right
   * @throws Exception when it refuses the payload
   */
  public static Produced decoder(
      Operation<byte[], ?> decoder,
      byte[] measured,
      Payload payload,
      Binding binding,
      int size,
      Equivalence equivalence)
      throws Exception {
    return CodecVerification.decoder(
        messages -> decoder.apply(messages[0]),
        document(measured, payload.values(binding, size)),
        List.of(
            document(payload.otherJson(size), payload.otherValues(binding, size)),
            document(payload.probeJson(), payload.probeValues(binding))),
        equivalence,
        CORRUPTIONS);
  }

  /**
   * Proves that one answer is JSON and says what it must.
   *
   * @param answer in UTF-8
   * @param expected its members
   * @throws requestpath.payload.WrongAnswerException when it is not, or does not
   */
  public static void requireAnswer(byte[] answer, Map<String, Object> expected) {
    try {
      Object actual = strictMapper().readValue(answer, Object.class);
      Equivalence.EXACT
          .difference(expected, actual)
          .ifPresent(
              difference -> {
                throw new WrongAnswerException("the answer differs: " + difference);
              });
    } catch (IOException e) {
      throw new WrongAnswerException(
          "the answer is not JSON: "
              + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
  }

  private static Document document(byte[] json, List<Object> values) {
    return new Document(new byte[][] {json}, values);
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
    for (int i = json.length / 2; i < json.length; i++) {
      if (json[i] == ':' && json[i - 1] == '"') {
        json[i] = ' ';
        return json;
      }
    }
    throw new IllegalArgumentException("the second half of the document has no names");
  }

  private static byte[] twice(byte[] json) {
    byte[] both = Arrays.copyOf(json, 2 * json.length);
    System.arraycopy(json, 0, both, json.length, json.length);
    return both;
  }
}
