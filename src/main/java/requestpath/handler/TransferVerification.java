package requestpath.handler;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import requestpath.codec.Operation;
import requestpath.codec.Produced;
import requestpath.codec.WrongAnswerException;
import requestpath.payload.TransferText;

/** Correctness checks of copies and conversions of bytes, and of UTF-8 checks. */
public final class TransferVerification {
  /** Malformed UTF-8: a stray byte, overlong, a surrogate, above U+10FFFF, cut short. */
  private static final List<byte[]> MALFORMED =
      List.of(
          bytes(0xff),
          bytes(0x80),
          bytes(0xc0, 0x80),
          bytes(0xe0, 0x80, 0xaf),
          bytes(0xed, 0xa0, 0x80),
          bytes(0xf0, 0x80, 0x80, 0x80),
          bytes(0xf4, 0x90, 0x80, 0x80),
          bytes(0xe2, 0x82, 'x'),
          bytes(0xf0, 0x9f, 0x98, 'x'));

  private TransferVerification() {}

  /**
   * Checks an operation on bytes. It returns the bytes in some form, or whether they are UTF-8.
   * Every text is tried, because ASCII alone does not distinguish UTF-8 from other encodings.
   */
  public static Produced transfer(Operation<byte[], ?> way, TransferText measured)
      throws Exception {
    for (TransferText text : TransferText.values()) {
      transfer(way, text.bytes());
    }
    return Produced.of(measured.bytes());
  }

  private static void transfer(Operation<byte[], ?> way, byte[] text) throws Exception {
    byte[] second = text.clone();
    int changed = 100;
    while (!startsAtCharacter(text, changed)) {
      changed++;
    }
    for (int i = 0; i < changed; i++) {
      second[i] = (byte) ('a' + i % 26);
    }
    for (byte[] sent : new byte[][] {text, second}) {
      byte[] input = sent.clone();
      Object arrived = way.apply(input);
      if (arrived instanceof Boolean valid) {
        if (!valid) {
          throw new WrongAnswerException("it takes well-formed UTF-8 for malformed");
        }
      } else {
        input[0] ^= 1;
        requireArrived(sent, arrived);
      }
    }
    if (way.apply(text.clone()) instanceof Boolean) {
      requireRefusesMalformed(way, text);
    }
  }

  private static void requireRefusesMalformed(Operation<byte[], ?> check, byte[] text)
      throws Exception {
    for (byte[] malformed : MALFORMED) {
      for (int at : new int[] {0, text.length / 2, text.length - malformed.length}) {
        requireRefusesMalformed(check, text, malformed, at);
      }
    }
    byte[] euro = bytes(0xe2, 0x82);
    requireRefusesMalformed(check, text, euro, text.length - euro.length);
  }

  /** Puts the fault between ASCII characters, so that it is the only one. */
  private static void requireRefusesMalformed(
      Operation<byte[], ?> check, byte[] text, byte[] malformed, int at) throws Exception {
    int from = Math.max(0, at - Long.BYTES);
    while (!startsAtCharacter(text, from)) {
      from--;
    }
    int to = Math.min(text.length, at + malformed.length + Long.BYTES);
    while (to < text.length && !startsAtCharacter(text, to)) {
      to++;
    }
    byte[] broken = text.clone();
    Arrays.fill(broken, from, to, (byte) 'a');
    System.arraycopy(malformed, 0, broken, at, malformed.length);
    if (Boolean.TRUE.equals(check.apply(broken))) {
      throw new WrongAnswerException(
          "it takes the bytes " + HexFormat.of().formatHex(malformed) + " at " + at + " for UTF-8");
    }
  }

  /** The result has all bytes that were sent, in a copy: the sender's array has changed since. */
  private static void requireArrived(byte[] sent, Object arrived) {
    if (!Arrays.equals(sent, arrivedBytes(arrived))) {
      throw new WrongAnswerException("what arrives is not what was sent, or not a copy of it");
    }
    if (arrived instanceof ByteBuffer buffer && !buffer.isDirect()) {
      throw new WrongAnswerException("the buffer is not a direct one");
    }
  }

  private static boolean startsAtCharacter(byte[] bytes, int at) {
    return (bytes[at] & 0xc0) != 0x80;
  }

  private static byte[] arrivedBytes(Object arrived) {
    if (arrived instanceof ByteBuffer buffer) {
      byte[] bytes = new byte[buffer.remaining()];
      buffer.duplicate().get(bytes);
      return bytes;
    }
    return arrived instanceof String text ? text.getBytes(UTF_8) : (byte[]) arrived;
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
