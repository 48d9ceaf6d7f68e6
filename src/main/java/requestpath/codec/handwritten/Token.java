package requestpath.codec.handwritten;

import java.nio.charset.StandardCharsets;

/**
 * At most 24 known bytes, compared and written eight at a time. It is a record because the compiler
 * treats the components of a constant record as constants.
 *
 * @param head the first eight bytes; fewer are followed by zeros
 * @param mask of the head's bytes that count
 * @param middle the next eight, if there are more than 16
 * @param tail the last eight, if there are more than eight
 * @param length how many bytes there are
 */
public record Token(long head, long mask, long middle, long tail, int length) {

  /** One byte for each character of Latin-1. */
  public static Token of(String text) {
    byte[] bytes = new byte[24];
    int length = text.length();
    System.arraycopy(text.getBytes(StandardCharsets.ISO_8859_1), 0, bytes, 0, length);
    return new Token(
        Bytes.eight(bytes, 0),
        length < Long.BYTES ? (1L << (Byte.SIZE * length)) - 1 : -1,
        Bytes.eight(bytes, Long.BYTES),
        Bytes.eight(bytes, Math.max(0, length - Long.BYTES)),
        length);
  }

  /** Whether these bytes are at a position. */
  public boolean is(byte[] bytes, int at) {
    long difference = (Bytes.eightOrFewer(bytes, at) & mask) ^ head;
    if (length > 2 * Long.BYTES) {
      difference |= Bytes.eightOrFewer(bytes, at + Long.BYTES) ^ middle;
    }
    if (length > Long.BYTES) {
      difference |= Bytes.eightOrFewer(bytes, at + length - Long.BYTES) ^ tail;
    }
    return difference == 0;
  }

  /** The same for at most 16 bytes, given the first eight bytes at the position. */
  public boolean is(long eight, byte[] bytes, int at) {
    return (eight & mask) == head
        && (length <= Long.BYTES || Bytes.eightOrFewer(bytes, at + length - Long.BYTES) == tail);
  }

  /** Writes at most 16 bytes; eight bytes are overwritten if there are fewer. */
  public int write(byte[] bytes, int at) {
    Bytes.putEight(bytes, at, head);
    if (length > Long.BYTES) {
      Bytes.putEight(bytes, at + length - Long.BYTES, tail);
    }
    return at + length;
  }
}
