package requestpath.report;

import java.util.Locale;
import java.util.Objects;

/** Writes one picture as SVG: all texts are escaped, and numbers have at most one decimal. */
final class Svg {
  private final StringBuilder markup = new StringBuilder();

  /**
   * Begins a picture.
   *
   * @param styleClass how it is styled
   * @param label what it shows, in words
   */
  Svg(String styleClass, int width, int height, String label) {
    add(
        "<svg class=\"%s\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
        styleClass, width, height, Xml.escape(label));
  }

  /** Opens a group of shapes; its title is shown where the pointer rests, unless it is empty. */
  void open(String styleClass, String title) {
    add("<g class=\"%s\">", styleClass);
    title(title);
  }

  /**
   * The same for a row of the table below.
   *
   * @param row its index: what hides rows of the table hides these shapes, too
   */
  void open(String styleClass, String title, int row) {
    add("<g class=\"%s\" data-row=\"%d\">", styleClass, row);
    title(title);
  }

  private void title(String title) {
    if (!title.isEmpty()) {
      add("<title>%s</title>", Xml.escape(title));
    }
  }

  /** Closes the group. */
  void close() {
    markup.append("</g>");
  }

  /** A text that begins, ends or has its middle at a place, as its style says. */
  void text(String styleClass, double x, double y, String text) {
    markup.append("<text");
    if (!styleClass.isEmpty()) {
      add(" class=\"%s\"", styleClass);
    }
    add(" x=\"%s\" y=\"%s\">%s</text>", number(x), number(y), Xml.escape(text));
  }

  /** A path; nothing if it is empty. */
  void path(String styleClass, CharSequence path) {
    if (path.length() > 0) {
      add("<path class=\"%s\" d=\"%s\"/>", styleClass, path);
    }
  }

  /** Ends the picture. */
  String end() {
    return markup.append("</svg>").toString();
  }

  private void add(String format, Object... values) {
    markup.append(String.format(Locale.ROOT, Objects.requireNonNull(format), values));
  }

  /** With one decimal, or none where it is 0. */
  static String number(double value) {
    long tenths = Math.round(value * 10);
    return tenths % 10 == 0
        ? Long.toString(tenths / 10)
        : String.format(Locale.ROOT, "%.1f", tenths / 10.0);
  }

  /** A place in a path, after the letter of its command. */
  static String at(double x, double y) {
    return number(x) + " " + number(y);
  }
}
