package requestpath.codec.handwritten.json;

import java.nio.charset.StandardCharsets;
import requestpath.codec.handwritten.Bytes;

/**
 * A name of a field with what is around it in compact JSON, in words of eight bytes. A record, as a
 * compiler takes the components of a constant record for constants.
 *
 * @param head the first eight bytes of the name in quotes with its colon, or fewer with zeros
 *     behind
 * @param mask of the bytes of the head that count
 * @param tail the last eight bytes, when there are more than eight
 * @param length how many bytes there are
 * @param separator the first eight bytes to write: a comma or an opening brace, and what follows
 * @param separatorTail the last eight, of 16
 */
record Name(long head, long mask, long tail, int length, long separator, long separatorTail) {

  /** The first name of an object; at most 12 characters of ASCII that need no escapes. */
  static Name first(String name) {
    return of('{', name);
  }

  /** Any other name. */
  static Name next(String name) {
    return of(',', name);
  }

  private static Name of(char separator, String name) {
    byte[] bytes = new byte[24];
    byte[] text = (separator + "\"" + name + "\":").getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(text, 0, bytes, 0, text.length);
    int length = text.length - 1;
    return new Name(
        Bytes.eight(bytes, 1),
        length < Long.BYTES ? (1L << (Byte.SIZE * length)) - 1 : -1,
        Bytes.eight(bytes, Math.max(1, 1 + length - Long.BYTES)),
        length,
        Bytes.eight(bytes, 0),
        Bytes.eight(bytes, Long.BYTES));
  }

  /**
   * Whether the name stands at a position with its colon right behind, given eight bytes. A shorter
   * name that begins alike may be followed by fewer bytes than this one has.
   */
  boolean is(long eight, byte[] bytes, int at) {
    return (eight & mask) == head
        && (length <= Long.BYTES || Bytes.eightOrFewer(bytes, at + length - Long.BYTES) == tail);
  }

  /** Writes separator, name and colon; up to 16 bytes are overwritten. */
  int write(byte[] bytes, int at) {
    Bytes.putEight(bytes, at, separator);
    if (length >= Long.BYTES) {
      Bytes.putEight(bytes, at + Long.BYTES, separatorTail);
    }
    return at + length + 1;
  }
}
