package requestpath.text;

import java.util.ArrayList;
import java.util.List;

/** A text in lines that are no longer than a terminal is wide. */
public final class Paragraph {
  private Paragraph() {}

  /**
   * Breaks a text at blanks. A word that is too long has a line of its own.
   *
   * @param indent stands before each line but the first
   * @param columns at most in a line
   */
  public static List<String> lines(String text, String indent, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    boolean isEmpty = true;
    for (String word : text.split(" ", -1)) {
      if (!isEmpty && line.length() + 1 + word.length() > columns) {
        lines.add(line.toString());
        line.setLength(0);
        line.append(indent);
        isEmpty = true;
      }
      line.append(isEmpty ? "" : " ").append(word);
      isEmpty = false;
    }
    lines.add(line.toString());
    return lines;
  }
}
