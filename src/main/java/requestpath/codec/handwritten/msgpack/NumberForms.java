package requestpath.codec.handwritten.msgpack;

import java.io.IOException;
import java.math.BigInteger;
import requestpath.codec.handwritten.Bytes;
import requestpath.codec.handwritten.InputBytes;

/**
 * Numbers in all forms of the specification. No method takes an {@link Input}, so its caller need
 * not make an object of it.
 */
final class NumberForms {
  private NumberForms() {}

  /** An integer of any form that fits an int. */
  static long intValue(byte[] bytes, int at) throws IOException {
    int format = bytes[at];
    if (format >= -32) {
      return Input.with(format, at + 1);
    }
    if (format == (byte) 0xcd) {
      return Input.with(Bytes.bigShort(bytes, at + 1) & 0xffff, at + 3);
    }
    if (format == (byte) 0xce && bytes[at + 1] >= 0) {
      return Input.with(Bytes.bigInt(bytes, at + 1), at + 5);
    }
    return otherInt(bytes, at);
  }

  private static long otherInt(byte[] bytes, int at) throws IOException {
    long value = longValue(bytes, at);
    if ((int) value != value) {
      throw tooLarge(value, at);
    }
    return Input.with((int) value, at + integerLength(bytes, at));
  }

  private static IOException tooLarge(long value, int at) {
    return new IOException(
        "the integer "
            + value
            + " at byte "
            + at
            + " does not fit an int: send one from -2147483648 to 2147483647");
  }

  /** An integer of any form that fits a long; see {@link #integerLength}. */
  static long longValue(byte[] bytes, int at) throws IOException {
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
      default -> throw InputBytes.unexpected(bytes, at, "an integer");
    };
  }

  /** The bytes that the integer at a position takes, once it was read. */
  static int integerLength(byte[] bytes, int at) {
    int format = bytes[at] & 0xff;
    // 0xcc to 0xcf and 0xd0 to 0xd3: 1, 2, 4 and 8 bytes after the format.
    return format >= 0xcc && format <= 0xd3 ? 1 + (1 << (format & 3)) : 1;
  }

  /** A float of either form, or an integer that a double holds exactly. */
  static double doubleValue(byte[] bytes, int at) throws IOException {
    if (bytes[at] == (byte) 0xcb) {
      return Double.longBitsToDouble(Bytes.bigLong(bytes, at + 1));
    }
    return otherDouble(bytes, at);
  }

  private static double otherDouble(byte[] bytes, int at) throws IOException {
    if (bytes[at] == (byte) 0xca) {
      return Float.intBitsToFloat(Bytes.bigInt(bytes, at + 1));
    }
    long integer = longValue(bytes, at);
    double value = integer;
    if ((long) value != integer || integer == Long.MAX_VALUE) {
      throw new IOException(
          "no double holds the integer " + integer + " at byte " + at + ": send a float");
    }
    return value;
  }

  /** The position after a number that was read as a double. */
  static int afterDouble(byte[] bytes, int at) {
    int format = bytes[at];
    return format == (byte) 0xcb
        ? at + 9
        : format == (byte) 0xca ? at + 5 : at + integerLength(bytes, at);
  }

  /** The unsigned integer of 64 bits at a position. */
  static BigInteger unsigned(byte[] bytes, int at) {
    BigInteger value = BigInteger.valueOf(Bytes.bigLong(bytes, at + 1));
    return value.signum() < 0 ? value.add(BigInteger.ONE.shiftLeft(Long.SIZE)) : value;
  }
}
