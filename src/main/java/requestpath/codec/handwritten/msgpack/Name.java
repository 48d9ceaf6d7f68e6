package requestpath.codec.handwritten.msgpack;

import java.nio.charset.StandardCharsets;
import requestpath.codec.handwritten.Bytes;

/**
 * A name of a field as it stands in a message, header and all, in words of eight bytes. A record,
 * as a compiler takes the components of a constant record for constants.
 *
 * @param head the first eight bytes, or fewer with zeros behind
 * @param mask of the bytes of the head that count
 * @param tail the last eight bytes, when there are more than eight
 * @param length how many bytes there are
 */
record Name(long head, long mask, long tail, int length) {

  /** The name; at most 15 bytes of ASCII. */
  static Name of(String name) {
    int length = 1 + name.length();
    byte[] bytes = new byte[Math.max(length, Long.BYTES)];
    bytes[0] = (byte) (0xa0 | name.length());
    System.arraycopy(name.getBytes(StandardCharsets.US_ASCII), 0, bytes, 1, name.length());
    return new Name(
        Bytes.eight(bytes, 0),
        length < Long.BYTES ? (1L << (Byte.SIZE * length)) - 1 : -1,
        Bytes.eight(bytes, bytes.length - Long.BYTES),
        length);
  }

  /** Whether the name stands at a position, given the eight bytes there. */
  boolean is(long eight, byte[] bytes, int at) {
    return (eight & mask) == head
        && (length <= Long.BYTES || Bytes.eight(bytes, at + length - Long.BYTES) == tail);
  }

  /** Writes the name; eight bytes behind it may be overwritten. */
  int write(byte[] bytes, int at) {
    Bytes.putEight(bytes, at, head);
    if (length > Long.BYTES) {
      Bytes.putEight(bytes, at + length - Long.BYTES, tail);
    }
    return at + length;
  }
}
