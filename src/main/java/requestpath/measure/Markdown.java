package requestpath.measure;

import java.util.regex.Pattern;

/** Text that Markdown shows as it is. */
final class Markdown {
  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]#|~]");

  private Markdown() {}

  /** The text on one line, without any meaning to Markdown or HTML. */
  static String escape(String text) {
    return SPECIAL
        .matcher(text)
        .replaceAll("\\\\$0")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replaceAll("\\R", " ");
  }
}
