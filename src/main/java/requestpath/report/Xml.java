package requestpath.report;

/** Text in XML and HTML. */
final class Xml {
  private Xml() {}

  /** Text as it stands between tags and in quoted attributes, without characters XML forbids. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> {
                  boolean isAllowed =
                      (c >= ' ' && c < 0xd800) || (c > 0xdfff && c < 0xfffe) || c > 0xffff;
                  escaped.appendCodePoint(isAllowed || c == '\n' || c == '\t' ? c : 0xfffd);
                }
              }
            });
    return escaped.toString();
  }
}
