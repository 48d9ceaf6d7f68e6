package requestpath.msgpack;

import java.io.IOException;
import requestpath.payload.AddedCheckException;

/**
 * Walks the headers of a message before msgpack-core makes values of it: nested no deeper than a
 * limit, every length true, nothing missing and nothing following.
 *
 * <p>No value is read, texts are jumped over. Format bytes are those of the specification,
 * https://github.com/msgpack/msgpack/blob/master/spec.md.
 */
final class MsgPackStructure {
  private final byte[] message;
  private final int maxDepth;

  private MsgPackStructure(byte[] message, int maxDepth) {
    this.message = message;
    this.maxDepth = maxDepth;
  }

  /**
   * Does nothing when the message is one value of nil, booleans, numbers, texts, arrays and maps.
   *
   * @throws IOException when it is not, or is nested deeper
   */
  static void require(byte[] message, int maxDepth) throws IOException {
    int end = new MsgPackStructure(message, maxDepth).value(0, maxDepth);
    if (end < message.length) {
      throw new AddedCheckException("more follows the message");
    }
  }

  /** The position after the value at this one. */
  private int value(int at, int depth) throws IOException {
    if (depth < 0) {
      throw new AddedCheckException("nested deeper than " + maxDepth);
    }
    int format = (int) unsigned(at, 1);
    int next = at + 1;
    if (format <= 0x7f || format >= 0xe0) {
      return next;
    }
    if (format <= 0x8f) {
      return values(next, 2L * (format & 0xf), depth);
    }
    if (format <= 0x9f) {
      return values(next, format & 0xf, depth);
    }
    if (format <= 0xbf) {
      return jump(next, format & 0x1f);
    }
    return switch (format) {
      case 0xc0, 0xc2, 0xc3 -> next;
      case 0xcc, 0xd0 -> jump(next, 1);
      case 0xcd, 0xd1 -> jump(next, 2);
      case 0xca, 0xce, 0xd2 -> jump(next, 4);
      case 0xcb, 0xcf, 0xd3 -> jump(next, 8);
      case 0xd9 -> jump(next + 1, unsigned(next, 1));
      case 0xda -> jump(next + 2, unsigned(next, 2));
      case 0xdb -> jump(next + 4, unsigned(next, 4));
      case 0xdc -> values(next + 2, unsigned(next, 2), depth);
      case 0xdd -> values(next + 4, unsigned(next, 4), depth);
      case 0xde -> values(next + 2, 2 * unsigned(next, 2), depth);
      case 0xdf -> values(next + 4, 2 * unsigned(next, 4), depth);
      default ->
          throw new IOException(
              "a map of names to values has no place for format 0x" + Integer.toHexString(format));
    };
  }

  /**
   * The position after as many values; each takes a byte at least, so a lie ends with the array.
   */
  private int values(int at, long count, int depth) throws IOException {
    int next = at;
    for (long left = count; left > 0; left--) {
      next = value(next, depth - 1);
    }
    return next;
  }

  private int jump(int at, long length) throws IOException {
    if (length > message.length - at) {
      throw new IOException("the message ends within a value");
    }
    return at + (int) length;
  }

  /** The unsigned number of so many bytes. */
  private long unsigned(int at, int length) throws IOException {
    int end = jump(at, length);
    long number = 0;
    for (int i = at; i < end; i++) {
      number = (number << 8) | (message[i] & 0xff);
    }
    return number;
  }
}
