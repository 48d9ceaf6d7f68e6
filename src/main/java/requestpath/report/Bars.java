package requestpath.report;

import java.util.Locale;
import java.util.Objects;
import requestpath.result.Interval;
import requestpath.result.RankedGroup;
import requestpath.result.RankedVariant;
import requestpath.text.Figures;

/** The scores of a group without second forks as bars in SVG, each with JMH's own error. */
final class Bars {
  private static final int LINE = 24;

  /** The longest bar. */
  private static final int LENGTH = 346;

  /** Where figures end, behind the longest bar. */
  private static final int FIGURES = 200;

  private static final int CHARACTER = 7;
  private static final int FEWEST_CHARACTERS = 27;
  private static final int MOST_CHARACTERS = 60;

  private Bars() {}

  /** For a page that has the styles; empty if no row has a score. */
  static String of(RankedGroup group) {
    double highest = 0;
    for (RankedVariant row : group.rows()) {
      Interval error = row.measurement().ownInterval();
      highest = Math.max(highest, error == null ? row.value() : error.high());
    }
    if (!(highest > 0)) {
      return "";
    }
    int characters = FEWEST_CHARACTERS;
    for (RankedVariant row : group.rows()) {
      characters = Math.max(characters, row.name().length());
    }
    characters = Math.min(characters, MOST_CHARACTERS);
    int left = 25 + characters * CHARACTER;
    StringBuilder svg = new StringBuilder();
    add(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"forest bars\" viewBox=\"0 0 %d %d\""
            + " role=\"img\" aria-labelledby=\"%s-t %s-d\"><title id=\"%s-t\">%s</title>",
        left + LENGTH + FIGURES,
        group.rows().size() * LINE,
        group.id(),
        group.id(),
        group.id(),
        Xml.escape(group.title()));
    add(
        svg,
        "<desc id=\"%s-d\">Scores in %s, with the errors that JMH printed</desc>",
        group.id(),
        Xml.escape(group.unit()));
    for (int i = 0; i < group.rows().size(); i++) {
      RankedVariant row = group.rows().get(i);
      String name = ForestPlot.shortened(row.name(), characters);
      bar(svg, row, name, group.unit(), left, i * LINE + LINE / 2, LENGTH / highest);
    }
    return svg.append("</svg>").toString();
  }

  private static void bar(
      StringBuilder svg,
      RankedVariant row,
      String name,
      String unit,
      int left,
      int y,
      double scale) {
    add(
        svg,
        "<g class=\"same\"><text class=\"name\" x=\"8\" y=\"%d\">%s</text>",
        y + 4,
        Xml.escape(name));
    double score = row.value();
    if (score > 0) {
      add(
          svg,
          "<rect class=\"score\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"10\"/>",
          left,
          y - 5,
          score * scale);
    }
    Interval error = row.measurement().ownInterval();
    if (error != null) {
      add(
          svg,
          "<path class=\"bar\" d=\"M%.1f %dH%.1f\"/>",
          left + error.low() * scale,
          y,
          left + error.high() * scale);
    }
    String errorText = error == null ? "" : " ± " + Figures.plain(row.measurement().error());
    add(
        svg,
        "<text class=\"figure\" x=\"%d\" y=\"%d\">%s</text></g>",
        left + LENGTH + FIGURES - 8,
        y + 4,
        Xml.escape(Figures.plain(score) + errorText + " " + unit));
  }

  private static void add(StringBuilder svg, String format, Object... values) {
    svg.append(String.format(Locale.ROOT, Objects.requireNonNull(format), values));
  }
}
