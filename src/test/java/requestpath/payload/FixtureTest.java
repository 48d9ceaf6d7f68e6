package requestpath.payload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import requestpath.codec.Equivalence;

/** The fixtures, to the byte, on every JDK. */
class FixtureTest {
  @Test
  void documentHasTheLengthThatTheComparisonReports() {
    byte[] json = Payload.DOCUMENT.json(1000);

    assertThat(json).hasSize(133_622);
    assertThat(sha256(json))
        .isEqualTo("ea8e60ddd705824c634e4acfd3152faac6c4ff713a03a5fbd3a9fc1f29d68b9f");
  }

  @Test
  void theFirstRecordIsThatOfTheComparison() {
    assertThat(new String(Payload.DOCUMENT.json(1), UTF_8))
        .isEqualTo(
            "[{\"id\":0,\"name\":\"My name\","
                + "\"description\":\"Some words on here so it looks full\",\"type\":\"U\","
                + "\"count\":33,\"created_at\":1569882498.9117897}]");
  }

  @Test
  void messagePackHasOneMapForEachRecordInDocumentOrder() {
    byte[][] messages = Payload.DOCUMENT.messagePack(1000);

    assertThat(messages).hasNumberOfRows(1000);
    assertThat(messages[0]).startsWith(0x86, 0xa2, 'i', 'd', 0x00, 0xa4, 'n', 'a', 'm', 'e', 0xa7);
    assertThat(messages[200]).startsWith(0x86, 0xa2, 'i', 'd', 0xcc, 200);
    assertThat(messages[999]).startsWith(0x86, 0xa2, 'i', 'd', 0xcd, 3, 231);
    assertThat(sha256(messages))
        .isEqualTo("f6d66fa42d3f73b02355200b75d1f981a282a1ed4cbe5ad1f87d76bee5fe65df");
  }

  @Test
  void variedNeverChanges() {
    assertThat(sha256(Payload.VARIED.json(1000)))
        .isEqualTo("5880c9009cf74c7d32475acf7c04e890c857a950098b9fc97a0c49fa9e980c5c");
    assertThat(sha256(Payload.VARIED.messagePack(1000)))
        .isEqualTo("0899f23df557324b669e784cb7679586f97bce13bd60a19836f3211aabdb9de3");
  }

  @ParameterizedTest
  @CsvSource({
    "ESCAPES, 216912, e687acc00391e0a6948fd82411280ee5cd0fc10482c2db70a1301d477bb9a813,"
        + " f2ec84ee098b2ffc2fb333442ef1ad15de87521250d4792d28c34a3cc735dc6b",
    "UNICODE, 186908, e984acdc856ed60b0b266115841ce5cf045b70c597517a934dda2e18a453f219,"
        + " dc12665b2a7d68ace63195bf1c1a9937e8fc2896a738d257a2bdec4f493082a2",
    "NUMBERS, 130650, b0eb9ba63007bb51aee6b5ced54dcdd79d1db344d2573290a7559c81e90d80b6,"
        + " 08039432edb15b7523fd6a6a1a7d014a70077d9aa457211da3536659c392e20d",
    "NESTED, 396863, 175e7c4663ad9bb8f02259b6c4eccfaa9db195f3872cdbb5365d5cf20b93d5d4,"
        + " a38c4f8c9644dc26570c769968d5ab2b9bc2c7a32dd1742eeda6224021c4924e"
  })
  void theOtherPayloadsNeverChange(Payload payload, int length, String json, String messagePack) {
    assertThat(payload.json(1000)).hasSize(length);
    assertThat(sha256(payload.json(1000))).isEqualTo(json);
    assertThat(sha256(payload.messagePack(1000))).isEqualTo(messagePack);
  }

  @Test
  void variedIsAboutAsLargeAsTheDocument() {
    assertThat(Payload.VARIED.json(1000).length).isBetween(127_000, 140_000);
  }

  @Test
  void variedHasStringsOfManyLengthsAndKeysInManyOrders() {
    List<Object> values = Payload.VARIED.values(Binding.RECORD, 1000);

    assertThat(values.stream().map(value -> ((Item) value).name()).distinct().count())
        .isGreaterThan(900);
    assertThat(values.stream().map(value -> ((Item) value).description().length()).distinct())
        .hasSizeGreaterThan(50);
    assertThat(
            IntStream.range(0, 1000)
                .mapToObj(index -> List.copyOf(Payload.VARIED.document(index).keySet()))
                .distinct())
        .hasSizeGreaterThan(500);
  }

  @ParameterizedTest
  @EnumSource
  void everyBindingHoldsTheSameValues(Payload payload) {
    Object records = payload.values(Binding.RECORD, 50);

    for (Binding binding : Binding.values()) {
      if (payload.supports(binding).isSupported()) {
        assertThat(Equivalence.EXACT.difference(records, payload.values(binding, 50))).isEmpty();
        Class<?> type =
            switch (binding) {
              case RECORD -> Record.class;
              case BEAN -> Bean.class;
              case MAP -> Map.class;
            };
        assertThat(payload.values(binding, 1).get(0)).isInstanceOf(type);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theOtherValuesShareNoRecordWithTheMeasuredOnes(Payload payload) {
    assertThat(payload.otherValues(Binding.RECORD, 100))
        .hasSize(100)
        .doesNotContainAnyElementsOf(payload.values(Binding.RECORD, 100));
  }

  @ParameterizedTest
  @EnumSource
  void aLargerSizeBeginsWithTheSmallerOne(Payload payload) {
    assertThat(payload.values(Binding.RECORD, 1000).subList(0, 10))
        .isEqualTo(payload.values(Binding.RECORD, 10));
    assertThat(payload.messagePack(1000)[9]).isEqualTo(payload.messagePack(10)[9]);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 100_001})
  void aSizeOutOfBoundsIsRefusedInOneSentence(int size) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Payload.DOCUMENT.json(size))
        .withMessage("size=" + size + " is out of bounds: choose from 1 to 100000");
  }

  private static String sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
