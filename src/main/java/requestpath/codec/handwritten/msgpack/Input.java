package requestpath.codec.handwritten.msgpack;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import requestpath.codec.handwritten.Bytes;
import requestpath.codec.handwritten.InputBytes;

/**
 * One message. Readers take a position. Those whose value is an int or a length return it with the
 * position after it, in the lower and the upper half of a long, so that neither is stored. The
 * format bytes are those of the specification,
 * https://github.com/msgpack/msgpack/blob/master/spec.md. A read beyond the end throws an {@link
 * IndexOutOfBoundsException}.
 */
final class Input extends InputBytes {
  /** The length that stands for nil. */
  static final int NIL_LENGTH = -1;

  Input(byte[] bytes) {
    super(bytes);
  }

  /** A value in the lower half, the position after it in the upper. */
  static long with(int value, int next) {
    return ((long) next << Integer.SIZE) | (value & 0xffff_ffffL);
  }

  /** The upper half. */
  static int next(long valueAndNext) {
    return (int) (valueAndNext >>> Integer.SIZE);
  }

  /** The members of a map. */
  long mapHeader(int at) throws IOException {
    int format = bytes[at] & 0xff;
    if (format >>> 4 == 8) {
      return with(format & 0xf, at + 1);
    }
    return wideHeader(at, format == 0xde, format == 0xdf, 2);
  }

  /** The elements of a list. */
  long arrayHeader(int at) throws IOException {
    int format = bytes[at] & 0xff;
    if (format >>> 4 == 9) {
      return with(format & 0xf, at + 1);
    }
    return wideHeader(at, format == 0xdc, format == 0xdd, 1);
  }

  /** Refuses a count if fewer bytes follow than that many elements need. */
  private long wideHeader(int at, boolean is16, boolean is32, int bytesEach) throws IOException {
    if (!is16 && !is32) {
      throw unexpected(at, bytesEach == 2 ? "a map" : "a list");
    }
    int count = is16 ? Bytes.bigShort(bytes, at + 1) & 0xffff : Bytes.bigInt(bytes, at + 1);
    int next = at + (is16 ? 3 : 5);
    if (count < 0 || count > (bytes.length - next) / bytesEach) {
      throw new IOException(
          "a header at byte " + at + " claims more elements than bytes follow; is it cut short?");
    }
    return with(count, next);
  }

  boolean isNil(int at) {
    return bytes[at] == (byte) 0xc0;
  }

  /** The length of a text and the position of its first byte; {@link #NIL_LENGTH} for nil. */
  long textHeader(int at) throws IOException {
    int format = bytes[at] & 0xff;
    int length;
    int first;
    if (format >>> 5 == 5) {
      length = format & 0x1f;
      first = at + 1;
    } else if (format == 0xd9) {
      length = bytes[at + 1] & 0xff;
      first = at + 2;
    } else {
      return otherTextHeader(at, format);
    }
    if (length > bytes.length - first) {
      throw cutShort(at);
    }
    return with(length, first);
  }

  private long otherTextHeader(int at, int format) throws IOException {
    int length;
    int first;
    switch (format) {
      case 0xc0 -> {
        return with(NIL_LENGTH, at + 1);
      }
      case 0xc4 -> {
        length = bytes[at + 1] & 0xff;
        first = at + 2;
      }
      case 0xda, 0xc5 -> {
        length = Bytes.bigShort(bytes, at + 1) & 0xffff;
        first = at + 3;
      }
      case 0xdb, 0xc6 -> {
        length = Bytes.bigInt(bytes, at + 1);
        first = at + 5;
      }
      default -> throw unexpected(at, "a text");
    }
    if (length < 0 || length > bytes.length - first) {
      throw cutShort(at);
    }
    return with(length, first);
  }

  /** The position after a text, given its header. */
  static int afterText(long header) {
    return next(header) + Math.max((int) header, 0);
  }

  /** The text of a header; null for nil. */
  @Nullable String text(long header) throws IOException {
    int length = (int) header;
    int first = next(header);
    if (length >= 0 && Bytes.isAscii(bytes, first, length)) {
      return Bytes.ascii(bytes, first, length);
    }
    return otherText(first, length);
  }

  private @Nullable String otherText(int first, int length) throws IOException {
    if (length < 0) {
      return null;
    }
    String text = Bytes.utf8(bytes, first, length);
    if (text == null) {
      throw malformed(first);
    }
    return text;
  }

  /** A name: a text that is not nil. */
  String name(long header) throws IOException {
    String name = text(header);
    if (name == null) {
      throw new IOException(
          "a name before byte " + next(header) + " is nil: send a text, or leave the member out");
    }
    return name;
  }

  /** The text at a position; null for nil. */
  @Nullable String textAt(int at) throws IOException {
    long header = textHeader(at);
    end = afterText(header);
    return text(header);
  }

  /** An int at a position. */
  int intAt(int at) throws IOException {
    long value = NumberForms.intValue(bytes, at);
    end = next(value);
    return (int) value;
  }

  /** A double at a position. */
  double doubleAt(int at) throws IOException {
    end = NumberForms.afterDouble(bytes, at);
    return NumberForms.doubleValue(bytes, at);
  }

  /** Binary data, in an array of its own. */
  byte[] binary(int at) throws IOException {
    long header = textHeader(at);
    end = afterText(header);
    return Arrays.copyOfRange(bytes, next(header), end);
  }

  /** The failure for the extension at a position. */
  IOException extension(int at) {
    int format = bytes[at] & 0xff;
    int type = bytes[at + (format >= 0xd4 ? 1 : format == 0xc7 ? 2 : format == 0xc8 ? 3 : 5)];
    return new IOException(
        "byte "
            + at
            + " begins an extension of type "
            + type
            + (type == -1 ? ", a timestamp," : "")
            + " which is not supported: send a text, a number or bytes");
  }

  /** Refuses a message that does not end where its value does. */
  void requireEnd(int at) throws IOException {
    if (at != bytes.length) {
      throw new IOException(
          at < bytes.length
              ? "more follows the message"
              : "the message ends too early, after " + bytes.length + " bytes");
    }
  }

  static IOException malformed(int first) {
    return new IOException(
        "the text at byte " + first + " is malformed UTF-8: encode it as UTF-8 or send bytes");
  }

  static IOException cutShort(int at) {
    return new IOException(
        "the value at byte " + at + " claims more bytes than follow; is it cut short?");
  }
}
