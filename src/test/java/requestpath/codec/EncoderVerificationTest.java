package requestpath.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static requestpath.codec.CodecSamples.SIZE;
import static requestpath.codec.CodecSamples.edited;
import static requestpath.codec.CodecSamples.encode;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import requestpath.payload.Binding;
import requestpath.payload.Payload;

/** Each encoder here is wrong in one way, and none passes. */
class EncoderVerificationTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<Object> VALUES = Payload.VARIED.values(Binding.MAP, SIZE);

  @Test
  void aRightEncoderPassesAndItsSizesAreKnown() throws Exception {
    byte[] document = encode(VALUES);
    assertThat(verifyEncoder(CodecSamples::encode))
        .isEqualTo(Produced.of(document))
        .matches(produced -> produced.bytes() == document.length)
        .matches(produced -> produced.gzipBytes() < produced.bytes());
  }

  @Test
  void anEncoderThatDropsAFieldIsFound() {
    assertWrongEncoder(
        values -> encode(edited(values, item -> item.remove("type"))), "field type is missing");
  }

  @Test
  void anEncoderThatAddsAFieldIsFound() {
    assertWrongEncoder(
        values -> encode(edited(values, item -> item.put("class", "Item"))),
        "field class was not expected");
  }

  @Test
  void anEncoderThatRoundsADoubleIsFound() {
    assertWrongEncoder(
        values ->
            encode(
                edited(values, item -> item.computeIfPresent("created_at", (k, v) -> rounded(v)))),
        "created_at");
  }

  @Test
  void anEncoderThatWritesOnlyHalfIsFound() {
    assertWrongEncoder(
        values -> Arrays.copyOf(encode(values), encode(values).length / 2), "cannot be read");
    assertWrongEncoder(
        values -> encode(values.subList(0, SIZE / 2)), "expected 20 elements but was 10");
  }

  @Test
  void anEncoderThatReturnsItsWholeBufferIsFound() {
    assertWrongEncoder(
        values -> Arrays.copyOf(encode(values), encode(values).length + 100), "cannot be read");
  }

  @Test
  void anEncoderThatReturnsACachedDocumentIsFound() {
    byte[] cached = encode(VALUES);
    assertWrongEncoder(values -> cached.clone(), "encoded from another input differs");
  }

  @Test
  void anEncoderThatKeepsADocumentForEachInputIsFound() {
    Map<Object, byte[]> cache = new IdentityHashMap<>();
    assertWrongEncoder(
        values -> cache.computeIfAbsent(values, key -> encode(values)),
        "after the caller changed the array");
  }

  @Test
  void anEncoderThatKeepsADocumentForEachListIsFoundThoughItsArraysAreNew() {
    Map<Object, byte[]> cache = new IdentityHashMap<>();
    assertWrongEncoder(
        values -> cache.computeIfAbsent(values, key -> encode(values)).clone(),
        "encoded from the same list after its first value was replaced");
  }

  @Test
  void anEncoderThatOnlyKnowsAsciiIsFound() {
    assertWrongEncoder(
        values -> new String(encode(values), UTF_8).getBytes(ISO_8859_1),
        "encoded from another input");
  }

  @Test
  void anEncoderThatEscapesNothingIsFound() {
    assertWrongEncoder(
        values -> new String(encode(values), UTF_8).replace("\\\"", "\"").getBytes(UTF_8),
        "encoded from another input");
  }

  @Test
  void anEncoderThatDropsNullsIsFound() {
    assertWrongEncoder(
        values -> encode(edited(values, item -> item.values().removeIf(Objects::isNull))),
        "is missing");
  }

  @Test
  void anEncoderThatReusesTheArrayItReturnsIsFound() {
    byte[] shared = new byte[1 << 16];
    Arrays.fill(shared, (byte) ' ');
    assertWrongEncoder(
        values -> {
          byte[] document = encode(values);
          System.arraycopy(document, 0, shared, 0, document.length);
          Arrays.fill(shared, document.length, shared.length, (byte) ' ');
          return shared;
        },
        "changed by its next call");
  }

  @Test
  void theFailureIsOneSentenceWithoutATrace() {
    assertThatExceptionOfType(WrongAnswerException.class)
        .isThrownBy(() -> verifyEncoder(values -> new byte[0]))
        .satisfies(e -> assertThat(e.getStackTrace()).isEmpty())
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }

  private static Produced verifyEncoder(Operation<List<Object>, byte[]> encoder) throws Exception {
    return CodecVerification.encoder(
        values -> new byte[][] {encoder.apply(values)},
        Payload.VARIED.values(Binding.MAP, SIZE),
        List.of(
            Payload.VARIED.otherValues(Binding.MAP, SIZE), Payload.VARIED.probeValues(Binding.MAP)),
        messages ->
            MAPPER
                .reader()
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .forType(Object.class)
                .readValue(messages[0]));
  }

  private static void assertWrongEncoder(Operation<List<Object>, byte[]> encoder, String reason) {
    assertThatExceptionOfType(WrongAnswerException.class)
        .isThrownBy(() -> verifyEncoder(encoder))
        .withMessageContaining(reason);
  }

  private static Object rounded(Object number) {
    return Math.rint((double) number);
  }
}
