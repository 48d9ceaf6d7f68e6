package requestpath.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import requestpath.result.RankedGroup;
import requestpath.result.RankedVariant;
import requestpath.result.Verdict;
import requestpath.text.Figures;
import requestpath.text.Screen;
import requestpath.text.TextTable;

/**
 * Variants of a group on a terminal, a line each: name, bar, ratio with its interval, time, bytes
 * allocated. On a narrow terminal the bars become shorter or disappear, then the bytes.
 */
final class ScreenTable {
  /** How wide bars can be, in characters; the widest that fit are drawn. */
  private static final int[] BARS = {12, 6, 0};

  private static final String BLANKS = "  ";

  private final Report report;
  private final Screen screen;
  private final Ink ink;

  /** Tables of a report. */
  ScreenTable(Report report, Screen screen) {
    this.report = report;
    this.screen = screen;
    this.ink = new Ink(screen.hasColours());
  }

  /**
   * A line.
   *
   * @param kind how it is coloured: see {@link GroupTexts#kind}
   * @param isBest whether no other variant is shown to be faster
   * @param length of its bar, in any unit; NaN without a bar
   * @param cells after the bar
   */
  private record Line(
      String name, String kind, boolean isBest, double length, List<String> cells) {}

  /** Some variants of a group, with headings. */
  List<String> withHeadings(RankedGroup group, List<RankedVariant> rows) {
    List<Line> lines = new ArrayList<>();
    lines.add(
        new Line(
            "",
            "",
            false,
            Double.NaN,
            List.of(
                hasRatios(group) ? GroupTexts.ratioHeading(group) + " [95%]" : "",
                group.unit(),
                "B/op")));
    rows.forEach(row -> lines.add(line(group, row, "")));
    return drawn(lines);
  }

  /**
   * The same without headings, with the unit behind each time.
   *
   * @param control the baseline measured twice, which comes last; may be null
   */
  List<String> withUnits(RankedGroup group, List<RankedVariant> rows, @Nullable Verdict control) {
    List<Line> lines = new ArrayList<>();
    rows.forEach(row -> lines.add(line(group, row, " B/op")));
    if (control != null) {
      String name = "control: " + group.baseline();
      List<String> cells = List.of(Words.ratioWithInterval(control), "", "");
      lines.add(
          new Line(name, control.isDifferent() ? "slow" : "same", false, control.ratio(), cells));
    }
    return drawn(lines);
  }

  private static boolean hasRatios(RankedGroup group) {
    return !group.baseline().isEmpty() && group.rows().size() > 1;
  }

  private Line line(RankedGroup group, RankedVariant row, String unit) {
    String time = Figures.plain(row.value());
    String allocation = Figures.plain(Math.rint(row.measurement().allocation()));
    boolean isBest =
        switch (group.rank(row)) {
          case FASTEST, TIED -> true;
          case BEHIND -> false;
        };
    return new Line(
        report.markedName(group, row),
        GroupTexts.kind(group, row),
        isBest,
        Double.isNaN(row.ratio()) ? row.time() : row.ratio(),
        List.of(
            !hasRatios(group) ? "" : group.isBaseline(row) ? "1" : Words.ratioWithInterval(row),
            unit.isEmpty() ? time : time + " " + group.unit(),
            allocation + unit));
  }

  private List<String> drawn(List<Line> lines) {
    int names = lines.stream().mapToInt(line -> line.name().length()).max().orElse(0);
    TextTable all = table(lines, true);
    int left = screen.columns() - BLANKS.length() - names - all.width();
    boolean hasBars =
        screen.hasBlocks()
            && lines.stream().filter(line -> Double.isFinite(line.length())).count() > 1;
    for (int bar : BARS) {
      if (bar == 0 || (hasBars && BLANKS.length() + bar <= left)) {
        return drawn(lines, names, bar, left >= 0 ? all : table(lines, false));
      }
    }
    return List.of();
  }

  /** The cells; the table's first column is empty, because it stands behind names and bars. */
  private static TextTable table(List<Line> lines, boolean hasAllocation) {
    List<List<String>> rows = new ArrayList<>();
    for (Line line : lines) {
      List<String> cells = new ArrayList<>(List.of(""));
      cells.addAll(line.cells().subList(0, hasAllocation ? 3 : 2));
      rows.add(cells);
    }
    return new TextTable(rows);
  }

  private List<String> drawn(List<Line> lines, int names, int bar, TextTable table) {
    double longest =
        lines.stream()
            .mapToDouble(Line::length)
            .filter(Double::isFinite)
            .max()
            .orElse(Double.POSITIVE_INFINITY);
    List<String> drawn = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      String name = line.name() + " ".repeat(names - line.name().length());
      String drawing =
          bar == 0
              ? ""
              : BLANKS
                  + coloured(
                      line,
                      Double.isFinite(line.length())
                          ? screen.bar(line.length() / longest, bar)
                          : " ".repeat(bar));
      drawn.add(
          (BLANKS + (line.isBest() ? ink.bold(name) : name) + drawing + table.lines().get(i))
              .stripTrailing());
    }
    return drawn;
  }

  private String coloured(Line line, String text) {
    return switch (line.kind()) {
      case "fast" -> ink.green(text);
      case "slow" -> ink.yellow(text);
      default -> text;
    };
  }
}
