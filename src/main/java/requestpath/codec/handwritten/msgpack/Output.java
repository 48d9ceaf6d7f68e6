package requestpath.codec.handwritten.msgpack;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import requestpath.codec.handwritten.Bytes;
import requestpath.codec.handwritten.OutputBuffer;

/** What MessagePack writes into. */
final class Output extends OutputBuffer {
  /** What stands for the position behind a text that is not ASCII. */
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
          "MessagePack has no form for the integer " + value + ": send it as a text");
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
    } else if (size < 65_536) {
      buffer[at] = (byte) format16;
      Bytes.putBigShort(buffer, at + 1, size);
      return at + 3;
    }
    buffer[at] = (byte) (format16 + 1);
    Bytes.putBigInt(buffer, at + 1, size);
    return at + 5;
  }

  /**
   * A text in its smallest form, or nil; behind it there is room again.
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
   * A text that is to be ASCII. Up to eight bytes are overwritten, beyond a shorter one's end.
   *
   * @return the position behind it; {@link #NOT_ASCII} when it is not
   */
  static int ascii(byte[] bytes, int at, String text) {
    int length = text.length();
    int first = textHeader(bytes, at, length);
    return Bytes.copyAscii(text, bytes, first) ? first + length : NOT_ASCII;
  }

  /** Bytes that are no text. */
  int binary(int at, byte[] value) {
    int length = value.length;
    byte[] bytes = reserve(at, length);
    int first;
    if (length < 256) {
      bytes[at] = (byte) 0xc4;
      bytes[at + 1] = (byte) length;
      first = at + 2;
    } else if (length < 65_536) {
      bytes[at] = (byte) 0xc5;
      Bytes.putBigShort(bytes, at + 1, length);
      first = at + 3;
    } else {
      bytes[at] = (byte) 0xc6;
      Bytes.putBigInt(bytes, at + 1, length);
      first = at + 5;
    }
    System.arraycopy(value, 0, bytes, first, length);
    return first + length;
  }

  private int encoded(int at, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    requireWhole(text);
    byte[] bytes = reserve(at, utf8.length);
    int first = textHeader(bytes, at, utf8.length);
    System.arraycopy(utf8, 0, bytes, first, utf8.length);
    return first + utf8.length;
  }

  /** The JDK would put a question mark for half of a pair. */
  private static void requireWhole(String text) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (!Character.isHighSurrogate(c)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          throw new IOException(
              "character "
                  + i
                  + " of a text is \\u"
                  + Integer.toHexString(c)
                  + ", half of a surrogate pair, which UTF-8 has no form for: complete the pair");
        }
        i++;
      }
    }
  }

  private static int textHeader(byte[] bytes, int at, int length) {
    if (length < 32) {
      bytes[at] = (byte) (0xa0 | length);
      return at + 1;
    } else if (length < 256) {
      bytes[at] = (byte) 0xd9;
      bytes[at + 1] = (byte) length;
      return at + 2;
    } else if (length < 65_536) {
      bytes[at] = (byte) 0xda;
      Bytes.putBigShort(bytes, at + 1, length);
      return at + 3;
    }
    bytes[at] = (byte) 0xdb;
    Bytes.putBigInt(bytes, at + 1, length);
    return at + 5;
  }
}
