package requestpath.msgpack.handwritten;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import requestpath.handwritten.Bytes;
import requestpath.handwritten.KnownNames;
import requestpath.handwritten.SeenNames;
import requestpath.handwritten.TextCache;

/**
 * One message. Readers take a position; those whose value is an int or a length return it with the
 * position behind it, in the lower and the upper half of a long, so that neither is ever in memory.
 * Format bytes are those of the specification,
 * https://github.com/msgpack/msgpack/blob/master/spec.md. A read beyond the end throws an {@link
 * IndexOutOfBoundsException}, by the check that the JVM makes in any case.
 *
 * <p>Longer than most: what reads the format bytes stays in one place.
 */
final class Input {
  /** Deeper maps and lists are refused before they could exhaust the stack. */
  static final int MAX_DEPTH = 500;

  /** The length that stands for nil. */
  static final int NIL_LENGTH = -1;

  final byte[] bytes;
  private final @Nullable TextCache texts;

  /** From the second map of the message on: a name in the first is new in any case. */
  private @Nullable SeenNames seen;

  private boolean hasBegunMap;

  /** The position behind the value that a template read last. */
  int end;

  Input(byte[] bytes, @Nullable TextCache texts) {
    this.bytes = bytes;
    this.texts = texts;
  }

  /** A value in the lower half, the position behind it in the upper. */
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

  /** A count that what follows can hold, at this many bytes each, or else it lies. */
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

  /** An integer of any form that fits an int. */
  long intValue(int at) throws IOException {
    int format = bytes[at];
    if (format >= -32) {
      return with(format, at + 1);
    }
    if (format == (byte) 0xcd) {
      return with(Bytes.bigShort(bytes, at + 1) & 0xffff, at + 3);
    }
    return otherInt(at);
  }

  private long otherInt(int at) throws IOException {
    long value = longValue(at);
    if ((int) value != value) {
      throw new IOException(
          "the integer "
              + value
              + " at byte "
              + at
              + " does not fit an int: send one from -2147483648 to 2147483647");
    }
    return with((int) value, at + integerLength(at));
  }

  /** An integer of any form that fits a long; its length is asked for apart. */
  long longValue(int at) throws IOException {
    int format = bytes[at];
    if (format >= -32) {
      return format;
    }
    return switch (format & 0xff) {
      case 0xcc -> bytes[at + 1] & 0xff;
      case 0xcd -> Bytes.bigShort(bytes, at + 1) & 0xffff;
      case 0xce -> Bytes.bigInt(bytes, at + 1) & 0xffff_ffffL;
      case 0xcf -> {
        long value = Bytes.bigLong(bytes, at + 1);
        if (value < 0) {
          throw new IOException(
              "the integer "
                  + Long.toUnsignedString(value)
                  + " at byte "
                  + at
                  + " does not fit a long: send one of at most 9223372036854775807");
        }
        yield value;
      }
      case 0xd0 -> bytes[at + 1];
      case 0xd1 -> Bytes.bigShort(bytes, at + 1);
      case 0xd2 -> Bytes.bigInt(bytes, at + 1);
      case 0xd3 -> Bytes.bigLong(bytes, at + 1);
      default -> throw unexpected(at, "an integer");
    };
  }

  /** The bytes that the integer at a position takes, once it was read. */
  int integerLength(int at) {
    int format = bytes[at] & 0xff;
    // 0xcc to 0xcf and 0xd0 to 0xd3: 1, 2, 4 and 8 bytes behind the format.
    return format >= 0xcc && format <= 0xd3 ? 1 + (1 << (format & 3)) : 1;
  }

  /** A float of either form, or an integer that a double holds exactly. */
  double doubleValue(int at) throws IOException {
    if (bytes[at] == (byte) 0xcb) {
      return Double.longBitsToDouble(Bytes.bigLong(bytes, at + 1));
    }
    return otherDouble(at);
  }

  private double otherDouble(int at) throws IOException {
    if (bytes[at] == (byte) 0xca) {
      return Float.intBitsToFloat(Bytes.bigInt(bytes, at + 1));
    }
    long integer = longValue(at);
    double value = integer;
    if ((long) value != integer || integer == Long.MAX_VALUE) {
      throw new IOException(
          "no double holds the integer " + integer + " at byte " + at + ": send a float");
    }
    return value;
  }

  /** The position behind the number at a position, once it was read as a double. */
  int afterDouble(int at) {
    int format = bytes[at];
    return format == (byte) 0xcb ? at + 9 : format == (byte) 0xca ? at + 5 : at + integerLength(at);
  }

  /** True or false. */
  boolean booleanValue(int at) throws IOException {
    int format = bytes[at] & 0xff;
    if (format >>> 1 != 0xc2 >>> 1) {
      throw unexpected(at, "true or false");
    }
    return format == 0xc3;
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

  /** The position behind a text, given its header. */
  static int afterText(long header) {
    return next(header) + Math.max((int) header, 0);
  }

  /** The text of a header; null for nil. */
  @Nullable String text(long header) throws IOException {
    int length = (int) header;
    int first = next(header);
    if (texts == null && length >= 0 && Bytes.isAscii(bytes, first, length)) {
      return Bytes.ascii(bytes, first, length);
    }
    return otherText(first, length);
  }

  private @Nullable String otherText(int first, int length) throws IOException {
    if (length < 0) {
      return null;
    }
    if (texts != null) {
      String known = texts.get(bytes, first, length);
      if (known != null) {
        return known;
      }
    }
    String text =
        Bytes.isAscii(bytes, first, length)
            ? Bytes.ascii(bytes, first, length)
            : Bytes.utf8(bytes, first, length);
    if (text == null) {
      throw malformed(first);
    }
    if (texts != null) {
      texts.put(bytes, first, length, text);
    }
    return text;
  }

  /** A text that must not be nil: a name. */
  String name(long header) throws IOException {
    String name = text(header);
    if (name == null) {
      throw new IOException(
          "a name before byte " + next(header) + " is nil: send a text, or leave the member out");
    }
    return name;
  }

  /** To be called before each map whose names are to be shared with others of the message. */
  void beginMap() {
    if (seen == null && hasBegunMap && texts == null) {
      seen = new SeenNames();
    }
    hasBegunMap = true;
  }

  /** The same text as before for a name that was seen before. */
  String sharedName(long header) throws IOException {
    int first = next(header);
    int length = (int) header;
    String known = null;
    if (seen != null) {
      known = seen.get(bytes, first, length);
    } else if (texts != null) {
      known = KnownNames.get(bytes, first, length);
    }
    if (known != null) {
      return known;
    }
    String name = name(header);
    if (seen != null) {
      seen.put(bytes, first, length, name);
    }
    return name;
  }

  /** Bytes that are no text, as an array of their own. */
  byte[] binary(int at) throws IOException {
    long header = textHeader(at);
    end = afterText(header);
    return Arrays.copyOfRange(bytes, next(header), end);
  }

  /**
   * Says which extension stands at a position, where the type of the field has no place for one.
   */
  IOException extension(int at) {
    int format = bytes[at] & 0xff;
    int type = bytes[at + (format >= 0xd4 ? 1 : format == 0xc7 ? 2 : format == 0xc8 ? 3 : 5)];
    return new IOException(
        "byte "
            + at
            + " begins an extension of type "
            + type
            + (type == -1 ? ", a timestamp," : "")
            + " which maps have no place for: send it as a text, a number or bytes");
  }

  /** The unsigned integer of 64 bits at a position. */
  BigInteger unsigned(int at) {
    BigInteger value = BigInteger.valueOf(Bytes.bigLong(bytes, at + 1));
    return value.signum() < 0 ? value.add(BigInteger.ONE.shiftLeft(Long.SIZE)) : value;
  }

  /** The position behind any value, no deeper than this. */
  int skip(int at, int depth) throws IOException {
    if (depth < 0) {
      throw tooDeep();
    }
    int format = bytes[at] & 0xff;
    int next;
    if (format < 0x80 || format >= 0xe0) {
      return at + 1;
    } else if (format < 0x90 || format == 0xde || format == 0xdf) {
      long header = mapHeader(at);
      next = next(header);
      for (int left = (int) header; left > 0; left--) {
        next = skip(afterText(nameHeader(next)), depth - 1);
      }
      return next;
    } else if (format < 0xa0 || format == 0xdc || format == 0xdd) {
      long header = arrayHeader(at);
      next = next(header);
      for (int left = (int) header; left > 0; left--) {
        next = skip(next, depth - 1);
      }
      return next;
    } else if (format < 0xc0 || format >= 0xd9) {
      return afterText(requireUtf8(textHeader(at)));
    }
    return format >= 0xc4 && format <= 0xc6 ? afterText(textHeader(at)) : skipFixed(at, format);
  }

  private int skipFixed(int at, int format) throws IOException {
    long length =
        switch (format) {
          case 0xc0, 0xc2, 0xc3 -> 1;
          case 0xc7 -> 3L + (bytes[at + 1] & 0xff);
          case 0xc8 -> 4L + (Bytes.bigShort(bytes, at + 1) & 0xffff);
          case 0xc9 -> 6L + (Bytes.bigInt(bytes, at + 1) & 0xffff_ffffL);
          case 0xca -> 5;
          case 0xcb -> 9;
          case 0xcc, 0xcd, 0xce, 0xcf, 0xd0, 0xd1, 0xd2, 0xd3 -> integerLength(at);
          case 0xd4, 0xd5, 0xd6, 0xd7, 0xd8 -> 2L + (1 << (format - 0xd4));
          default -> throw unexpected(at, "a value");
        };
    if (length > bytes.length - at) {
      throw cutShort(at);
    }
    return at + (int) length;
  }

  /** The header of a text that is a name within what is skipped: any text but nil. */
  private long nameHeader(int at) throws IOException {
    if (isNil(at)) {
      throw unexpected(at, "a name");
    }
    return requireUtf8(textHeader(at));
  }

  private long requireUtf8(long header) throws IOException {
    if (!Bytes.isUtf8(bytes, next(header), (int) header)) {
      throw malformed(next(header));
    }
    return header;
  }

  private static IOException malformed(int first) {
    return new IOException(
        "the text at byte " + first + " is malformed UTF-8: encode it as UTF-8 or send bytes");
  }

  static IOException tooDeep() {
    return new IOException(
        "maps and lists are nested deeper than " + MAX_DEPTH + ": make the message flatter");
  }

  private static IOException cutShort(int at) {
    return new IOException(
        "the value at byte " + at + " claims more bytes than follow; is it cut short?");
  }

  IOException unexpected(int at, String wanted) {
    return new IOException(
        "byte " + at + " is 0x" + Integer.toHexString(bytes[at] & 0xff) + ", not " + wanted);
  }
}
