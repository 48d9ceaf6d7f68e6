package requestpath.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Text in GitHub's Markdown. */
final class Markdown {
  private Markdown() {}

  /**
   * Text for a line or a cell of a table, escaped so that it makes no tag, link, mention or cell.
   */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '@' -> escaped.append("&#64;");
                case '|', '\\', '`', '*', '_', '[', ']', '~', '#', '$' ->
                    escaped.append("&#").append(c).append(';');
                default -> escaped.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
              }
            });
    return escaped.toString().replace("://", "&#58;//").replace("www.", "www&#46;");
  }

  /** A line of a table. */
  static String line(Iterable<String> cells) {
    StringBuilder line = new StringBuilder("|");
    cells.forEach(cell -> line.append(' ').append(cell).append(" |"));
    return line.append('\n').toString();
  }

  /** A link to a file beside the text, from the parts of its path. */
  static String link(String text, String... path) {
    return "["
        + escape(text)
        + "]("
        + Stream.of(path)
            .map(part -> URLEncoder.encode(part, UTF_8).replace("+", "%20"))
            .collect(Collectors.joining("/"))
        + ")";
  }

  /** A command within a sentence. */
  static String inline(String command) {
    return "`" + command.replace('`', '\'').replaceAll("\\p{Cntrl}", " ") + "`";
  }

  /** Commands, fenced so that nothing in them ends the fence. */
  static String code(String text) {
    StringBuilder fence = new StringBuilder("```");
    while (text.contains(fence)) {
      fence.append('`');
    }
    return fence + "sh\n" + text.replaceAll("[\\p{Cntrl}&&[^\n]]", " ") + "\n" + fence + "\n";
  }
}
