package requestpath.codec.handwritten.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import requestpath.codec.handwritten.Bytes;
import requestpath.codec.handwritten.OutputBuffer;

/** What JSON writes into. */
final class Output extends OutputBuffer {
  /** A character beyond ASCII takes three bytes, one that is escaped by its number six. */
  private static final int MAX_BYTES_PER_CHARACTER = 6;

  private static final int NULL = 'n' | ('u' << 8) | ('l' << 16) | ('l' << 24);
  private static final int TRUE = 't' | ('r' << 8) | ('u' << 16) | ('e' << 24);
  private static final long FALSE =
      'f' | ('a' << 8) | ('l' << 16) | ('s' << 24) | ((long) 'e' << 32);
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  static int character(byte[] buffer, int at, char c) {
    buffer[at] = (byte) c;
    return at + 1;
  }

  static int nothing(byte[] buffer, int at) {
    Bytes.putEight(buffer, at, NULL);
    return at + 4;
  }

  static int flag(byte[] buffer, int at, boolean value) {
    Bytes.putEight(buffer, at, value ? TRUE : FALSE);
    return value ? at + 4 : at + 5;
  }

  static int integer(byte[] buffer, int at, long value) {
    return Digits.writeSigned(buffer, at, value);
  }

  /** A number in the text that it has in Java. */
  int decimal(int at, Number value) {
    String digits = value.toString();
    byte[] bytes = reserve(at, digits.length());
    for (int i = 0; i < digits.length(); i++) {
      bytes[at + i] = (byte) digits.charAt(i);
    }
    return at + digits.length();
  }

  /**
   * A double.
   *
   * @throws IOException when it is not finite: JSON has no form for it
   */
  static int number(byte[] bytes, int at, double value) throws IOException {
    if (Math.abs(value) <= Double.MAX_VALUE) {
      return DoubleWriter.write(bytes, at, value);
    }
    throw new IOException(
        "JSON has no form for the double " + value + ": leave it out, or write null or a text");
  }

  /**
   * A text in quotes, or null; behind it there is room again for what a template writes.
   *
   * @throws IOException when it holds half of a surrogate pair
   */
  int text(int at, @Nullable String text) throws IOException {
    if (text == null) {
      return nothing(reserve(at), at);
    }
    int length = text.length();
    byte[] bytes = reserve(at, length);
    bytes[at] = '"';
    if (Bytes.copyPlain(text, bytes, at + 1)) {
      bytes[at + 1 + length] = '"';
      return at + 2 + length;
    }
    return escaped(at, text, 0);
  }

  /**
   * The same for a text for which there is room unless it needs escapes. Behind it there is room
   * for this many bytes more.
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
    if (!Character.isHighSurrogate(text.charAt(i))
        || i + 1 == text.length()
        || !Character.isLowSurrogate(text.charAt(i + 1))) {
      throw new IOException(
          "character "
              + i
              + " of a text is \\u"
              + Integer.toHexString(text.charAt(i))
              + ", half of a surrogate pair, which UTF-8 has no form for: complete the pair");
    }
    int c = Character.toCodePoint(text.charAt(i), text.charAt(i + 1));
    bytes[at] = (byte) (0xf0 | (c >>> 18));
    bytes[at + 1] = (byte) (0x80 | ((c >>> 12) & 0x3f));
    bytes[at + 2] = (byte) (0x80 | ((c >>> 6) & 0x3f));
    bytes[at + 3] = (byte) (0x80 | (c & 0x3f));
    return at + 4;
  }
}
