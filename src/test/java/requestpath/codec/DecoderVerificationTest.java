package requestpath.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static requestpath.codec.CodecSamples.SIZE;
import static requestpath.codec.CodecSamples.decode;
import static requestpath.codec.CodecSamples.edited;

import java.io.IOException;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import requestpath.codec.CodecVerification.Corruption;
import requestpath.codec.CodecVerification.Document;
import requestpath.codec.CodecVerification.Meaning;
import requestpath.payload.Binding;
import requestpath.payload.Payload;

/** Each decoder here is wrong in one way, and none passes. */
class DecoderVerificationTest {
  private static final byte[] MEASURED = Payload.VARIED.json(SIZE);

  @Test
  void aRightDecoderPasses() throws Exception {
    assertThat(verifyDecoder(CodecSamples::decode).bytes())
        .isEqualTo(Payload.VARIED.json(SIZE).length);
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
        .isThrownBy(() -> verifyDecoder(CodecSamples::decode, Binding.RECORD, Equivalence.EXACT))
        .withMessageContaining("and not to requestpath.payload.Item");
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

    assertThat(verifyDecoder(CodecSamples::decode, copied)).isNotNull();
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
