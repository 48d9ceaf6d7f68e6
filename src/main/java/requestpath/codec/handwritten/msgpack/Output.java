package requestpath.codec.handwritten.msgpack;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import requestpath.codec.handwritten.Bytes;
import requestpath.codec.handwritten.OutputBuffer;

/** A buffer of MessagePack. */
final class Output extends OutputBuffer {
  /** Returned in place of a position if a text is not ASCII. */
  static final int NOT_ASCII = -1;

  /** The bytes that a double takes. */
  static final int NUMBER_LENGTH = 9;

  static int nil(byte[] buffer, int at) {
    buffer[at] = (byte) 0xc0;
    return at + 1;
  }

  static int flag(byte[] buffer, int at, boolean value) {
    buffer[at] = (byte) (value ? 0xc3 : 0xc2);
    return at + 1;
  }

  static int number(byte[] buffer, int at, double value) {
    buffer[at] = (byte) 0xcb;
    Bytes.putBigLong(buffer, at + 1, Double.doubleToRawLongBits(value));
    return at + NUMBER_LENGTH;
  }

  /** An integer in its smallest form. */
  static int integer(byte[] buffer, int at, long value) {
    if (value >= -32 && value < 128) {
      buffer[at] = (byte) value;
      return at + 1;
    }
    if (value >= 256 && value < 65_536) {
      buffer[at] = (byte) 0xcd;
      Bytes.putBigShort(buffer, at + 1, (int) value);
      return at + 3;
    }
    return otherInteger(buffer, at, value);
  }

  /** The bytes that an integer takes in its smallest form. */
  static int integerLength(int value) {
    if (value >= -32 && value < 128) {
      return 1;
    } else if (value >= 256 && value < 65_536) {
      return 3;
    } else if (value == (value & 0xff) || value == (byte) value) {
      return 2;
    }
    return value == (short) value ? 3 : 5;
  }

  private static int otherInteger(byte[] buffer, int at, long value) {
    if (value == (value & 0xff) || value == (byte) value) {
      buffer[at] = (byte) (value > 0 ? 0xcc : 0xd0);
      buffer[at + 1] = (byte) value;
      return at + 2;
    } else if (value == (short) value) {
      buffer[at] = (byte) 0xd1;
      Bytes.putBigShort(buffer, at + 1, (int) value);
      return at + 3;
    } else if (value == (value & 0xffff_ffffL) || value == (int) value) {
      buffer[at] = (byte) (value > 0 ? 0xce : 0xd2);
      Bytes.putBigInt(buffer, at + 1, (int) value);
      return at + 5;
    }
    buffer[at] = (byte) (value > 0 ? 0xcf : 0xd3);
    Bytes.putBigLong(buffer, at + 1, value);
    return at + 9;
  }

  /**
   * An integer of any size.
   *
   * @throws IOException when 64 bits do not hold it
   */
  static int integer(byte[] buffer, int at, BigInteger value) throws IOException {
    if (value.bitLength() < Long.SIZE) {
      return integer(buffer, at, value.longValue());
    }
    if (value.signum() < 0 || value.bitLength() > Long.SIZE) {
      throw new IOException(
          "MessagePack cannot hold the integer " + value + ": write it as a text");
    }
    buffer[at] = (byte) 0xcf;
    Bytes.putBigLong(buffer, at + 1, value.longValue());
    return at + 9;
  }

  int mapHeader(int at, int size) {
    return header(reserve(at), at, size, 0x80, 0xde);
  }

  int arrayHeader(int at, int size) {
    return header(reserve(at), at, size, 0x90, 0xdc);
  }

  private static int header(byte[] buffer, int at, int size, int fix, int format16) {
    if (size < 16) {
      buffer[at] = (byte) (fix | size);
      return at + 1;
    }
    return wideHeader(buffer, at, size, format16);
  }

  /** A size of 16 bits, or of 32 with the next format. */
  private static int wideHeader(byte[] buffer, int at, int size, int format16) {
    if (size < 65_536) {
      buffer[at] = (byte) format16;
      Bytes.putBigShort(buffer, at + 1, size);
      return at + 3;
    }
    buffer[at] = (byte) (format16 + 1);
    Bytes.putBigInt(buffer, at + 1, size);
    return at + 5;
  }

  /**
   * A text in its smallest form, or nil; reserves the usual room after it.
   *
   * @throws IOException when it holds half of a surrogate pair
   */
  int text(int at, @Nullable String text) throws IOException {
    if (text == null) {
      return nil(reserve(at), at);
    }
    int length = text.length();
    byte[] bytes = reserve(at, length);
    int first = textHeader(bytes, at, length);
    return Bytes.copyAscii(text, bytes, first) ? first + length : encoded(at, text);
  }

  /** The bytes that a text takes if it is ASCII. */
  static long asciiLength(String text) {
    long length = text.length();
    return length < 32 ? 1 + length : length + (length < 256 ? 2 : length < 65_536 ? 3 : 5);
  }

  /**
   * A text of ASCII. Eight bytes are overwritten if it is shorter.
   *
   * @return the position after it; {@link #NOT_ASCII} if it is not ASCII
   */
  static int ascii(byte[] bytes, int at, String text) {
    int length = text.length();
    int first = textHeader(bytes, at, length);
    return Bytes.copyAscii(text, bytes, first) ? first + length : NOT_ASCII;
  }

  /** Binary data. */
  int binary(int at, byte[] value) {
    int length = value.length;
    byte[] bytes = reserve(at, length);
    int first = byteHeader(bytes, at, length, 0xc4);
    System.arraycopy(value, 0, bytes, first, length);
    return first + length;
  }

  private int encoded(int at, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        // The JDK replaces half a pair by a question mark.
        requirePair(text, i++);
      }
    }
    byte[] bytes = reserve(at, utf8.length);
    int first = textHeader(bytes, at, utf8.length);
    System.arraycopy(utf8, 0, bytes, first, utf8.length);
    return first + utf8.length;
  }

  private static int textHeader(byte[] bytes, int at, int length) {
    if (length < 32) {
      bytes[at] = (byte) (0xa0 | length);
      return at + 1;
    }
    return byteHeader(bytes, at, length, 0xd9);
  }

  /** A length of 8 bits, or of 16 or 32 with the next formats. */
  private static int byteHeader(byte[] bytes, int at, int length, int format8) {
    if (length < 256) {
      bytes[at] = (byte) format8;
      bytes[at + 1] = (byte) length;
      return at + 2;
    }
    return wideHeader(bytes, at, length, format8 + 1);
  }
}
