package requestpath.report;

import java.util.Locale;
import java.util.Objects;

/** Writes one picture as SVG: all texts are escaped, and numbers have at most one decimal. */
final class Svg {
  /** The width of a letter of a name: many are capitals. */
  private static final double LETTER = 7.3;

  /** The width of a character of a figure. */
  private static final double DIGIT = 6.4;

  /** No name is cut to fewer letters. */
  private static final int SHORTEST = 8;

  private final StringBuilder markup = new StringBuilder();

  /** Begins a part of a picture. */
  Svg() {}

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

  /**
   * Begins a picture that can also stand alone, and has a title and a description.
   *
   * @param styleClass how it is styled
   * @param id unique in its page
   * @param title of it
   * @param description what it shows, in words
   */
  Svg(String styleClass, String id, int width, int height, String title, String description) {
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"%s\" viewBox=\"0 0 %d %d\" role=\"img\""
            + " aria-labelledby=\"%s-t %s-d\">",
        styleClass, width, height, id, id);
    add("<title id=\"%s-t\">%s</title>", id, Xml.escape(title));
    add("<desc id=\"%s-d\">%s</desc>", id, Xml.escape(description));
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

  /**
   * A horizontal bar, which is cut off at the ends of its axis with an arrow.
   *
   * @param from where it begins
   * @param to where it ends
   * @param left where the axis begins
   * @param right where the axis ends
   */
  void interval(double from, double to, double left, double right, double y) {
    String begin = at(Math.min(right, Math.max(from, left)), y);
    path("bar", "M" + begin + "H" + number(Math.max(left, Math.min(to, right))));
    if (from < left) {
      path("tip", "M" + at(left - 4, y) + "l6 -4v8z");
    }
    if (to > right) {
      path("tip", "M" + at(right + 4, y) + "l-6 -4v8z");
    }
  }

  /** A point. */
  void dot(double x, double y) {
    add("<circle class=\"dot\" cx=\"%s\" cy=\"%s\" r=\"4.5\"/>", number(x), number(y));
  }

  /** As much of a name as fits into a room, beside figures that may be empty. */
  static String fitting(String name, double room, String figures) {
    return Words.shortened(
        name, Math.max(SHORTEST, (int) ((room - DIGIT * figures.length()) / LETTER)));
  }

  /** The part that was drawn. */
  String part() {
    return markup.toString();
  }

  /** Ends the picture. */
  String end() {
    return markup.append("</svg>").toString();
  }

  /** Adds elements; texts among the values have to be escaped. */
  void add(String format, Object... values) {
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
