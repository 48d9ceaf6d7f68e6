package requestpath.codec.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import requestpath.codec.Operation;
import requestpath.codec.WrongAnswerException;
import requestpath.payload.Binding;
import requestpath.payload.Payload;

/** The referee takes JSON in UTF-8 and nothing else, and so no encoder passes that writes less. */
class StrictJsonTest {
  private static final int SIZE = 3;

  @Test
  void wellFormedUtf8IsRead() throws IOException {
    assertThat(StrictJson.read("[{\"a\":\"é€😀\"}]".getBytes(UTF_8)))
        .isEqualTo(List.of(Map.of("a", "é€😀")));
  }

  /** In ISO 8859-1, so that each character is the byte of that number. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00ff",
        "\u0080",
        "\u00c0\u00af",
        "\u00ed\u00a0\u0080",
        "\u00f4\u0090\u0080\u0080",
        "\u00e2\u0082"
      })
  void malformedUtf8IsRefused(String bytes) {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> StrictJson.read(("[\"" + bytes + "\"]").getBytes(ISO_8859_1)))
        .withMessage("the document is not UTF-8");
  }

  static Stream<Charset> otherCharsets() {
    return Stream.of(
        UTF_16, UTF_16BE, UTF_16LE, Charset.forName("UTF-32BE"), Charset.forName("UTF-32LE"));
  }

  @ParameterizedTest
  @MethodSource("otherCharsets")
  void otherEncodingsAreRefused(Charset charset) {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> StrictJson.read("[{\"a\":1}]".getBytes(charset)));
  }

  @Test
  void aByteOrderMarkIsRefused() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> StrictJson.read("\ufeff[1]".getBytes(UTF_8)))
        .withMessageContaining("byte order mark");
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> StrictJson.read("\ufeff[1]"))
        .withMessageContaining("byte order mark");
  }

  static Stream<UnaryOperator<byte[]>> faults() {
    return Stream.of(
        json -> ("\ufeff" + new String(json, UTF_8)).getBytes(UTF_8),
        json -> new String(json, UTF_8).getBytes(UTF_16BE),
        json -> with(json, (byte) 0xff),
        json -> with(json, (byte) 0xed, (byte) 0xa0, (byte) 0x80));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void noEncoderPassesThatWritesAnythingButUtf8(UnaryOperator<byte[]> fault) throws Exception {
    JsonCodec<List<Object>> codec = JsonLibrary.JACKSON2.codec(Payload.VARIED.list(Binding.MAP));
    verify(codec::toBytes);

    assertThatExceptionOfType(WrongAnswerException.class)
        .isThrownBy(() -> verify(values -> fault.apply(codec.toBytes(values))))
        .withMessageContaining("cannot be read");
  }

  private static void verify(Operation<List<Object>, byte[]> encoder) throws Exception {
    JsonVerification.encoder(
        encoder, Payload.VARIED.values(Binding.MAP, SIZE), Payload.VARIED, Binding.MAP);
  }

  /** The document with these bytes at the beginning of its first text. */
  private static byte[] with(byte[] json, byte... bytes) {
    String text = new String(json, ISO_8859_1);
    int start = text.indexOf(":\"") + 2;
    return (text.substring(0, start) + new String(bytes, ISO_8859_1) + text.substring(start))
        .getBytes(ISO_8859_1);
  }
}
