package requestpath.payload.own;

/** Literals of Java in printable ASCII, whatever the text is. */
final class Literals {
  private Literals() {}

  /**
   * The text as a literal. No sequence of characters ends it early or is read as an escape of the
   * compiler: quotes and backslashes are escaped, and what is not printable ASCII is written by its
   * code.
   */
  static String of(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        literal.append('\\').append(c);
      } else if (c >= ' ' && c < 0x7f) {
        literal.append(c);
      } else if (c < ' ') {
        // The compiler would end the line at an escaped line feed of four hexadecimal digits.
        literal.append(String.format("\\%03o", (int) c));
      } else {
        literal.append(String.format("\\u%04x", (int) c));
      }
    }
    return literal.append('"').toString();
  }
}
