package requestpath.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;

/** The fixture's writer against msgpack-core, whose packer picks the smallest form, too. */
class MsgPackBytesTest {
  @ParameterizedTest
  @ValueSource(
      longs = {
        0,
        1,
        127,
        128,
        255,
        256,
        65_535,
        65_536,
        4_294_967_295L,
        4_294_967_296L,
        Long.MAX_VALUE,
        -1,
        -32,
        -33,
        -128,
        -129,
        -32_768,
        -32_769,
        Integer.MIN_VALUE,
        -2_147_483_649L,
        Long.MIN_VALUE
      })
  void integersTakeTheirSmallestForm(long number) throws IOException {
    assertThat(MsgPackBytes.of(number)).isEqualTo(packed(packer -> packer.packLong(number)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 31, 32, 255, 256, 65_535, 65_536})
  void textsTakeTheirSmallestForm(int length) throws IOException {
    String text = "x".repeat(length);
    assertThat(MsgPackBytes.of(text)).isEqualTo(packed(packer -> packer.packString(text)));
  }

  @Test
  void theLengthOfTextIsInBytes() throws IOException {
    assertThat(MsgPackBytes.of("é€😀".repeat(4)))
        .isEqualTo(packed(packer -> packer.packString("é€😀".repeat(4))));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 15, 16, 65_535, 65_536})
  void listsTakeTheirSmallestHeader(int size) throws IOException {
    assertThat(MsgPackBytes.of(Collections.nCopies(size, null)))
        .isEqualTo(
            packed(
                packer -> {
                  packer.packArrayHeader(size);
                  for (int i = 0; i < size; i++) {
                    packer.packNil();
                  }
                }));
  }

  @Test
  void mapsOfMoreThanFifteenHaveALongerHeader() {
    Map<String, Integer> map =
        IntStream.range(0, 16).boxed().collect(Collectors.toMap(String::valueOf, i -> i));
    assertThat(MsgPackBytes.of(map)).startsWith(0xde, 0x00, 0x10);
  }

  @Test
  void otherValuesTakeTheirForms() throws IOException {
    assertThat(MsgPackBytes.of(Arrays.asList(true, false, null, 1.5)))
        .isEqualTo(
            packed(
                packer ->
                    packer
                        .packArrayHeader(4)
                        .packBoolean(true)
                        .packBoolean(false)
                        .packNil()
                        .packDouble(1.5)));
  }

  @Test
  void aValueWithoutAFormIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MsgPackBytes.of(List.of(BigDecimal.ONE)))
        .withMessageContaining("BigDecimal");
  }

  private interface Packing {
    void pack(MessageBufferPacker packer) throws IOException;
  }

  private static byte[] packed(Packing packing) throws IOException {
    try (MessageBufferPacker packer = MessagePack.newDefaultBufferPacker()) {
      packing.pack(packer);
      return packer.toByteArray();
    }
  }
}
