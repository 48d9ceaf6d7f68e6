package requestpath.codec.handwritten.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import requestpath.codec.handwritten.Bytes;

/** Texts that are not plain: with escapes or with characters beyond ASCII. */
final class Texts {
  private Texts() {}

  /**
   * The position of the first byte that is not a plain character of a text: a quote, an escape, a
   * control character or not ASCII; the document's length if there is none.
   */
  static int plainEnd(byte[] bytes, int from) {
    int next = from;
    long special;
    while ((special = Bytes.special(Bytes.eightOrFewer(bytes, next))) == 0) {
      next += Long.BYTES;
    }
    return next + (Long.numberOfTrailingZeros(special) >>> 3);
  }

  /**
   * The position of the quote that closes a text, from any position within it that is no escape.
   */
  static int end(byte[] bytes, int from) throws IOException {
    int next = from;
    while (true) {
      byte b = bytes[next];
      if (b == '"') {
        return next;
      }
      if (b == '\\') {
        next++;
      } else if (b >= 0 && b < ' ') {
        throw new IOException("a control character at byte " + next + " must be escaped");
      }
      next++;
    }
  }

  /** The text between two quotes. */
  static String decoded(byte[] bytes, int from, int to) throws IOException {
    int escape = indexOfEscape(bytes, from, to);
    return escape == to ? utf8(bytes, from, to) : unescaped(bytes, from, escape, to);
  }

  private static int indexOfEscape(byte[] bytes, int from, int to) {
    int next = from;
    while (next < to && bytes[next] != '\\') {
      next++;
    }
    return next;
  }

  private static String utf8(byte[] bytes, int from, int to) throws IOException {
    if (Bytes.isAscii(bytes, from, to - from)) {
      return Bytes.ascii(bytes, from, to - from);
    }
    @Nullable String text = Bytes.utf8(bytes, from, to - from);
    if (text == null) {
      throw new IOException("the text at byte " + from + " is malformed UTF-8");
    }
    return text;
  }

  private static String unescaped(byte[] bytes, int from, int escape, int to) throws IOException {
    StringBuilder text = new StringBuilder(to - from);
    int start = from;
    int next = escape;
    while (next < to) {
      text.append(utf8(bytes, start, next));
      next = appendEscape(bytes, next, text);
      start = next;
      next = indexOfEscape(bytes, next, to);
    }
    return text.append(utf8(bytes, start, to)).toString();
  }

  private static int appendEscape(byte[] bytes, int at, StringBuilder text) throws IOException {
    switch (bytes[at + 1]) {
      case '"' -> text.append('"');
      case '\\' -> text.append('\\');
      case '/' -> text.append('/');
      case 'b' -> text.append('\b');
      case 'f' -> text.append('\f');
      case 'n' -> text.append('\n');
      case 'r' -> text.append('\r');
      case 't' -> text.append('\t');
      case 'u' -> {
        text.append(
            (char)
                ((hex(bytes, at + 2) << 12)
                    | (hex(bytes, at + 3) << 8)
                    | (hex(bytes, at + 4) << 4)
                    | hex(bytes, at + 5)));
        return at + 6;
      }
      default ->
          throw new IOException(
              "the escape at byte "
                  + at
                  + " is \\"
                  + new String(bytes, at + 1, 1, StandardCharsets.ISO_8859_1)
                  + ", which JSON does not know");
    }
    return at + 2;
  }

  private static int hex(byte[] bytes, int at) throws IOException {
    int b = bytes[at];
    if (b >= '0' && b <= '9') {
      return b - '0';
    }
    int letter = b | 0x20;
    if (letter >= 'a' && letter <= 'f') {
      return letter - 'a' + 10;
    }
    throw new IOException("byte " + at + " is no hexadecimal digit of an escape");
  }
}
