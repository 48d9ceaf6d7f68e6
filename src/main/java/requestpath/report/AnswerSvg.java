package requestpath.report;

import java.util.Locale;
import java.util.Objects;

/** A picture as SVG, written element by element. */
final class AnswerSvg {
  /** The width of a letter of a name: many are capitals. */
  private static final double LETTER = 7.3;

  /** The width of a character of a figure. */
  private static final double DIGIT = 6.4;

  /** No name is cut to fewer letters. */
  private static final int SHORTEST = 8;

  private final StringBuilder text = new StringBuilder();

  /**
   * Begins a picture that says what it shows.
   *
   * @param styleClass its classes
   * @param id unique in its page
   * @param title of it, not escaped
   * @param description what it shows in words, not escaped
   */
  AnswerSvg(String styleClass, String id, int width, int height, String title, String description) {
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"%s\" viewBox=\"0 0 %d %d\" role=\"img\""
            + " aria-labelledby=\"%s-t %s-d\">",
        styleClass, width, height, id, id);
    add("<title id=\"%s-t\">%s</title>", id, Xml.escape(title));
    add("<desc id=\"%s-d\">%s</desc>", id, Xml.escape(description));
  }

  /** Adds elements; texts among the values have to be escaped. */
  void add(String format, Object... values) {
    text.append(String.format(Locale.ROOT, Objects.requireNonNull(format), values));
  }

  /** Adds a text. */
  void text(String styleClass, double x, double y, String content) {
    add(
        "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>",
        styleClass, x, y, Xml.escape(content));
  }

  /** A horizontal bar of an interval that is cut off at both ends of the axis, with an arrow. */
  void interval(double from, double to, double left, double right, double y) {
    add(
        "<path class=\"bar\" d=\"M%.1f %.1fH%.1f\"/>",
        Math.max(from, left), y, Math.min(to, right));
    if (from < left) {
      add("<path class=\"tip\" d=\"M%.1f %.1fl6 -4v8z\"/>", left - 4, y);
    }
    if (to > right) {
      add("<path class=\"tip\" d=\"M%.1f %.1fl-6 -4v8z\"/>", right + 4, y);
    }
  }

  /** As much of a name as fits into a room, beside figures that may be empty. */
  static String fitting(String name, double room, String figures) {
    return ForestPlot.shortened(
        name, Math.max(SHORTEST, (int) ((room - DIGIT * figures.length()) / LETTER)));
  }

  /** The whole picture. */
  String end() {
    return text + "</svg>";
  }
}
