package requestpath.codec.handwritten.json;

import java.nio.charset.StandardCharsets;
import requestpath.codec.handwritten.Bytes;

/**
 * The bytes between two values in compact JSON, compared eight at a time. It is a record because
 * the compiler treats the components of a constant record as constants.
 *
 * @param head the first eight bytes; fewer are followed by zeros
 * @param mask of the head's bytes that count
 * @param middle the next eight, if there are more than 16
 * @param tail the last eight, if there are more than eight
 * @param length how many bytes there are
 */
record Token(long head, long mask, long middle, long tail, int length) {

  /** At most 24 bytes of ASCII. */
  static Token of(String text) {
    byte[] bytes = new byte[24];
    byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(ascii, 0, bytes, 0, ascii.length);
    int length = ascii.length;
    return new Token(
        Bytes.eight(bytes, 0),
        length < Long.BYTES ? (1L << (Byte.SIZE * length)) - 1 : -1,
        Bytes.eight(bytes, Long.BYTES),
        Bytes.eight(bytes, Math.max(0, length - Long.BYTES)),
        length);
  }

  /** Whether these bytes are at a position. */
  boolean is(byte[] bytes, int at) {
    long difference = (Bytes.eightOrFewer(bytes, at) & mask) ^ head;
    if (length > 2 * Long.BYTES) {
      difference |= Bytes.eightOrFewer(bytes, at + Long.BYTES) ^ middle;
    }
    if (length > Long.BYTES) {
      difference |= Bytes.eightOrFewer(bytes, at + length - Long.BYTES) ^ tail;
    }
    return difference == 0;
  }
}
