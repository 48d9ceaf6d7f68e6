package requestpath.codec.msgpack.core;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePacker;
import org.msgpack.core.MessageUnpacker;

/**
 * The names of one type's fields as raw bytes: written without encoding, compared without decoding.
 * A field is its index in the list of names.
 *
 * <p>Not thread-safe: all names are read into one array.
 */
final class MsgPackRawNames {
  /** The index of a name that is not in the list. */
  static final int UNKNOWN = -1;

  /** The longest text whose header is one byte. */
  private static final int LONGEST = 31;

  private final byte[][] encoded;
  private final byte[][] raw;
  private final byte[] read;

  /**
   * Plain loops and no packer, as a cold start times it.
   *
   * @throws IllegalArgumentException when a name is longer than 31 bytes
   */
  MsgPackRawNames(List<String> names) {
    encoded = new byte[names.size()][];
    raw = new byte[names.size()][];
    int longest = 1;
    for (int i = 0; i < raw.length; i++) {
      raw[i] = names.get(i).getBytes(StandardCharsets.UTF_8);
      encoded[i] = withHeader(raw[i]);
      longest = Math.max(longest, raw[i].length);
    }
    read = new byte[longest];
  }

  /** A short text as in every message: its header is one byte. */
  private static byte[] withHeader(byte[] text) {
    if (text.length > LONGEST) {
      throw new IllegalArgumentException(
          "the name has " + text.length + " bytes; at most " + LONGEST + " are supported");
    }
    byte[] bytes = new byte[1 + text.length];
    bytes[0] = (byte) (MessagePack.Code.FIXSTR_PREFIX | text.length);
    System.arraycopy(text, 0, bytes, 1, text.length);
    return bytes;
  }

  /** Writes a field's name with its header. */
  MessagePacker pack(MessagePacker packer, int field) throws IOException {
    return packer.writePayload(encoded[field]);
  }

  /**
   * Reads a name. The field after the last one is tried first, since most senders keep the order.
   *
   * @param last the field that was read before, or {@link #UNKNOWN}
   * @return the field, or {@link #UNKNOWN}
   */
  int next(MessageUnpacker unpacker, int last) throws IOException {
    int length = unpacker.unpackRawStringHeader();
    if (length > read.length) {
      return skip(unpacker, length);
    }
    unpacker.readPayload(read, 0, length);
    int field = last;
    for (int left = raw.length; left > 0; left--) {
      field = field + 1 == raw.length ? 0 : field + 1;
      if (Arrays.equals(read, 0, length, raw[field], 0, raw[field].length)) {
        return field;
      }
    }
    return UNKNOWN;
  }

  /** Skips in pieces, because the length may be false. */
  private int skip(MessageUnpacker unpacker, int length) throws IOException {
    for (int left = length; left > 0; left -= read.length) {
      unpacker.readPayload(read, 0, Math.min(left, read.length));
    }
    return UNKNOWN;
  }
}
