package requestpath.codec.handwritten.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import requestpath.codec.handwritten.Bytes;
import requestpath.codec.handwritten.OutputBuffer;
import requestpath.codec.handwritten.Token;

/** A buffer of JSON. */
final class Output extends OutputBuffer {
  /** A control character takes six, as an escape by its number. */
  private static final int MAX_BYTES_PER_CHARACTER = 6;

  static final Token NULL = Token.of("null");
  static final Token TRUE = Token.of("true");
  static final Token FALSE = Token.of("false");
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  static int character(byte[] buffer, int at, char c) {
    buffer[at] = (byte) c;
    return at + 1;
  }

  /** Closes an object or an array; a comma after its last element is overwritten. */
  int close(int at, char bracket) {
    byte[] bytes = reserve(at);
    return character(bytes, bytes[at - 1] == ',' ? at - 1 : at, bracket);
  }

  static int integer(byte[] buffer, int at, long value) {
    return Digits.writeSigned(buffer, at, value);
  }

  /** The digits of a number. */
  int decimal(int at, String digits) {
    Bytes.copyAscii(digits, reserve(at, digits.length()), at);
    return at + digits.length();
  }

  /**
   * A double.
   *
   * @throws IOException when it is not finite
   */
  static int number(byte[] bytes, int at, double value) throws IOException {
    if (Math.abs(value) <= Double.MAX_VALUE) {
      return DoubleWriter.write(bytes, at, value);
    }
    throw new IOException(
        "JSON cannot hold the double " + value + ": leave it out, or write null or a text");
  }

  /**
   * A text in quotes, or null; reserves the usual room after it.
   *
   * @throws IOException when it holds half of a surrogate pair
   */
  int text(int at, @Nullable String text) throws IOException {
    if (text == null) {
      return NULL.write(reserve(at), at);
    }
    reserve(at, text.length());
    return text(at, text, 0);
  }

  /**
   * The same for a text that has room unless it needs escapes; then reserves this many bytes more.
   */
  int text(int at, String text, int more) throws IOException {
    byte[] bytes = buffer;
    bytes[at] = '"';
    if (Bytes.copyPlain(text, bytes, at + 1)) {
      int close = at + 1 + text.length();
      bytes[close] = '"';
      return close + 1;
    }
    return escaped(at, text, more);
  }

  private int escaped(int at, String text, int more) throws IOException {
    int room = Math.multiplyExact(MAX_BYTES_PER_CHARACTER, text.length());
    byte[] bytes = reserve(at, Math.addExact(room, more));
    int next = at;
    bytes[next++] = '"';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        next = ascii(bytes, next, c);
      } else if (Character.isSurrogate(c)) {
        next = pair(bytes, next, text, i++);
      } else {
        next = beyondAscii(bytes, next, c);
      }
    }
    bytes[next++] = '"';
    return next;
  }

  private static int ascii(byte[] bytes, int at, char c) {
    if (c >= ' ' && c != '"' && c != '\\') {
      bytes[at] = (byte) c;
      return at + 1;
    }
    bytes[at] = '\\';
    int letter =
        switch (c) {
          case '"', '\\' -> c;
          case '\b' -> 'b';
          case '\f' -> 'f';
          case '\n' -> 'n';
          case '\r' -> 'r';
          case '\t' -> 't';
          default -> 'u';
        };
    bytes[at + 1] = (byte) letter;
    if (letter != 'u') {
      return at + 2;
    }
    bytes[at + 2] = '0';
    bytes[at + 3] = '0';
    bytes[at + 4] = HEX[c >>> 4];
    bytes[at + 5] = HEX[c & 0xf];
    return at + 6;
  }

  private static int beyondAscii(byte[] bytes, int at, char c) {
    if (c < 0x800) {
      bytes[at] = (byte) (0xc0 | (c >>> 6));
      bytes[at + 1] = (byte) (0x80 | (c & 0x3f));
      return at + 2;
    }
    bytes[at] = (byte) (0xe0 | (c >>> 12));
    bytes[at + 1] = (byte) (0x80 | ((c >>> 6) & 0x3f));
    bytes[at + 2] = (byte) (0x80 | (c & 0x3f));
    return at + 3;
  }

  private static int pair(byte[] bytes, int at, String text, int i) throws IOException {
    requirePair(text, i);
    int c = Character.toCodePoint(text.charAt(i), text.charAt(i + 1));
    bytes[at] = (byte) (0xf0 | (c >>> 18));
    bytes[at + 1] = (byte) (0x80 | ((c >>> 12) & 0x3f));
    bytes[at + 2] = (byte) (0x80 | ((c >>> 6) & 0x3f));
    bytes[at + 3] = (byte) (0x80 | (c & 0x3f));
    return at + 4;
  }
}
