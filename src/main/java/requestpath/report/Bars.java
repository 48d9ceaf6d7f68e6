package requestpath.report;

import requestpath.result.Interval;
import requestpath.result.RankedGroup;
import requestpath.result.RankedVariant;
import requestpath.text.Figures;

/** The scores of a group without second forks as bars in SVG, each with JMH's own error. */
final class Bars {
  private static final int LINE = 24;

  /** The longest bar. */
  private static final int LENGTH = 346;

  /** Between the longest bar and the figures. */
  private static final int GAP = 16;

  private static final int CHARACTER = 7;
  private static final int FEWEST_CHARACTERS = 27;
  private static final int MOST_CHARACTERS = 60;

  private Bars() {}

  /** For a page that has the styles; empty if no row has a score. */
  static String of(RankedGroup group) {
    double highest = 0;
    for (RankedVariant row : group.rows()) {
      Interval error = row.ownInterval();
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
    int figures =
        group.rows().stream().mapToInt(row -> figure(row, group.unit()).length()).max().orElse(0);
    int right = left + LENGTH + GAP + figures * CHARACTER;
    Svg svg =
        new Svg(
            "forest bars",
            group.id(),
            right + 8,
            group.rows().size() * LINE,
            group.title(),
            "Scores in " + group.unit() + ", with the errors that JMH printed");
    for (int i = 0; i < group.rows().size(); i++) {
      RankedVariant row = group.rows().get(i);
      svg.open("same", "", i);
      svg.text("name", 8, i * LINE + LINE / 2 + 4, Words.shortened(row.name(), characters));
      bar(svg, row, left, i * LINE + LINE / 2, LENGTH / highest);
      svg.text("figure", right, i * LINE + LINE / 2 + 4, figure(row, group.unit()));
      svg.close();
    }
    return svg.end();
  }

  private static void bar(Svg svg, RankedVariant row, int left, int y, double scale) {
    double score = row.value();
    if (score > 0) {
      svg.add(
          "<rect class=\"score\" x=\"%d\" y=\"%d\" width=\"%s\" height=\"10\"/>",
          left, y - 5, Svg.number(score * scale));
    }
    Interval error = row.ownInterval();
    if (error != null) {
      svg.path(
          "bar",
          "M"
              + Svg.at(left + error.low() * scale, y)
              + "H"
              + Svg.number(left + error.high() * scale));
    }
  }

  private static String figure(RankedVariant row, String unit) {
    boolean hasError = row.ownInterval() != null;
    return Figures.plain(row.value())
        + (hasError ? " ± " + Figures.plain(row.error()) : "")
        + " "
        + unit;
  }
}
