package requestpath.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import requestpath.codec.CodecVerification.Corruption;
import requestpath.codec.CodecVerification.Document;
import requestpath.codec.CodecVerification.Meaning;
import requestpath.payload.Binding;
import requestpath.payload.Payload;

/**
 * The verification bites: each codec here is wrong in one way, and none passes. Long, as it is a
 * list of such codecs.
 */
class CodecVerificationTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int SIZE = 20;
  private static final List<Object> VALUES = Payload.VARIED.values(Binding.MAP, SIZE);
  private static final byte[] MEASURED = Payload.VARIED.json(SIZE);

  @Test
  void aRightEncoderPassesAndItsSizesAreKnown() throws Exception {
    byte[] document = encode(VALUES);
    assertThat(verifyEncoder(CodecVerificationTest::encode))
        .isEqualTo(Produced.of(document))
        .matches(produced -> produced.bytes() == document.length)
        .matches(produced -> produced.gzipBytes() < produced.bytes());
  }

  @Test
  void aRightDecoderPasses() throws Exception {
    assertThat(verifyDecoder(CodecVerificationTest::decode).bytes())
        .isEqualTo(Payload.VARIED.json(SIZE).length);
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
  void aDecoderThatKeepsAResultForEachArrayIsFound() {
    Map<Object, List<Object>> cache = new IdentityHashMap<>();
    assertWrongDecoder(
        document -> {
          List<Object> known = cache.get(document);
          if (known == null) {
            known = decode(document);
            cache.put(document, known);
          }
          return known;
        },
        "overwritten in place");
  }

  @Test
  void aDecoderThatGivesMapsForRecordsIsFound() {
    assertThatExceptionOfType(WrongAnswerException.class)
        .isThrownBy(
            () -> verifyDecoder(CodecVerificationTest::decode, Binding.RECORD, Equivalence.EXACT))
        .withMessageContaining("and not to requestpath.payload.Item");
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
  void aDecoderThatDropsAFieldIsFound() {
    assertWrongDecoder(
        document -> edited(decode(document), item -> item.remove("description")),
        "field description is missing");
  }

  @Test
  void aDecoderThatReadsOnlyHalfIsFound() {
    assertWrongDecoder(
        document -> decode(document).subList(0, SIZE / 2), "expected 20 elements but was 10");
  }

  @Test
  void aDecoderThatReturnsACachedResultOfAnotherInputIsFound() throws Exception {
    List<Object> cached = decode(Payload.VARIED.json(SIZE));
    assertWrongDecoder(
        document -> {
          decode(document);
          return cached;
        },
        "decoded from another input differs");
  }

  @Test
  void aDecoderThatAcceptsATruncatedDocumentIsFound() {
    assertWrongDecoder(
        document ->
            decode((new String(document, UTF_8).replaceAll("]$", "") + "]").getBytes(UTF_8)),
        "accepts a message with its last byte cut off");
  }

  @Test
  void aDecoderThatReadsLazilyFromTheCallersArrayIsFound() {
    assertWrongDecoder(LazyList::new, "decoded");
  }

  /** What makes the form that is compared looks at everything, and must not hide that. */
  @Test
  void suchADecoderIsFoundAlsoIfItsValuesAreComparedInAnotherForm() throws Exception {
    Meaning copied = (decoded, values) -> edited(asList(decoded), item -> {});

    assertThat(verifyDecoder(CodecVerificationTest::decode, copied)).isNotNull();
    assertWrongDecoder(LazyList::new, copied, "decoded");
  }

  @Test
  void onlyTheDecoderItselfRefuses() {
    Operation<byte[], List<Object>> tolerant =
        document -> {
          try {
            return decode(document);
          } catch (IOException e) {
            return List.of();
          }
        };

    assertWrongDecoder(
        tolerant,
        (decoded, values) -> {
          if (asList(decoded).isEmpty()) {
            throw new IOException("nothing was decoded");
          }
          return decoded;
        },
        "accepts a message with all of its bytes overwritten in place");
  }

  @Test
  void aDecoderThatIsOffByOneBitIsFoundUnlessItsRowSaysSo() throws Exception {
    Operation<byte[], List<Object>> inexact =
        document ->
            edited(
                decode(document),
                item -> item.computeIfPresent("created_at", (k, v) -> Math.nextUp((double) v)));
    assertWrongDecoder(inexact, "created_at");
    assertThat(verifyDecoder(inexact, Binding.MAP, Equivalence.ONE_ULP)).isNotNull();
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

  private static Produced verifyDecoder(Operation<byte[], List<Object>> decoder) throws Exception {
    return verifyDecoder(decoder, Binding.MAP, Equivalence.EXACT);
  }

  private static Produced verifyDecoder(
      Operation<byte[], List<Object>> decoder, Binding binding, Equivalence equivalence)
      throws Exception {
    return verifyDecoder(decoder, (decoded, values) -> decoded, binding, equivalence);
  }

  private static Produced verifyDecoder(Operation<byte[], List<Object>> decoder, Meaning meaning)
      throws Exception {
    return verifyDecoder(decoder, meaning, Binding.MAP, Equivalence.EXACT);
  }

  private static Produced verifyDecoder(
      Operation<byte[], List<Object>> decoder,
      Meaning meaning,
      Binding binding,
      Equivalence equivalence)
      throws Exception {
    return CodecVerification.decoder(
        messages -> decoder.apply(messages[0]),
        meaning,
        new Document(new byte[][] {MEASURED.clone()}, Payload.VARIED.values(binding, SIZE)),
        List.of(
            new Document(
                new byte[][] {Payload.VARIED.otherJson(SIZE)},
                Payload.VARIED.otherValues(binding, SIZE)),
            new Document(
                new byte[][] {Payload.VARIED.probeJson()}, Payload.VARIED.probeValues(binding))),
        equivalence,
        List.of(Corruption.LAST_BYTE_CUT, Corruption.SECOND_HALF_CUT));
  }

  private static void assertWrongEncoder(Operation<List<Object>, byte[]> encoder, String reason) {
    assertThatExceptionOfType(WrongAnswerException.class)
        .isThrownBy(() -> verifyEncoder(encoder))
        .withMessageContaining(reason);
  }

  private static void assertWrongDecoder(Operation<byte[], List<Object>> decoder, String reason) {
    assertThatExceptionOfType(WrongAnswerException.class)
        .isThrownBy(() -> verifyDecoder(decoder))
        .withMessageContaining(reason);
  }

  private static void assertWrongDecoder(
      Operation<byte[], List<Object>> decoder, Meaning meaning, String reason) {
    assertThatExceptionOfType(WrongAnswerException.class)
        .isThrownBy(() -> verifyDecoder(decoder, meaning))
        .withMessageContaining(reason);
  }

  @SuppressWarnings("unchecked")
  private static List<Object> asList(Object decoded) {
    return (List<Object>) decoded;
  }

  private static byte[] encode(List<Object> values) {
    try {
      return MAPPER.writeValueAsBytes(values);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static List<Object> decode(byte[] document) throws IOException {
    return MAPPER.readValue(document, List.class);
  }

  @SuppressWarnings("unchecked")
  private static List<Object> edited(List<Object> values, Consumer<Map<String, Object>> edit) {
    List<Object> copies = new ArrayList<>();
    for (Object value : values) {
      Map<String, Object> copy = new LinkedHashMap<>((Map<String, Object>) value);
      edit.accept(copy);
      copies.add(copy);
    }
    return copies;
  }

  private static Object rounded(Object number) {
    return Math.rint((double) number);
  }

  /** Parses when somebody looks, from the array that it was given. */
  private static final class LazyList extends AbstractList<Object> {
    private final byte[] document;
    private final int size;

    LazyList(byte[] document) throws IOException {
      this.document = document;
      this.size = decode(document).size();
    }

    @Override
    public Object get(int index) {
      return new AbstractMap<String, Object>() {
        @Override
        @SuppressWarnings("unchecked")
        public Set<Entry<String, Object>> entrySet() {
          try {
            return ((Map<String, Object>) decode(document).get(index)).entrySet();
          } catch (IOException overwritten) {
            return Set.of();
          }
        }
      };
    }

    @Override
    public int size() {
      return size;
    }
  }
}
