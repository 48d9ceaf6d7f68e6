package requestpath.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cells in columns: the first to the left, all others to the right.
 *
 * @param rows the header first; all have as many cells
 */
record Table(List<List<String>> rows) {
  private static final List<String> HEADER =
      List.of("", "ratio [95%]", "of the floor", "time", "mean", "unit", "B/op", "bytes", "forks");

  /**
   * A ranking.
   *
   * @param isQuick whether it is a first look, which is not worth a ratio
   */
  static Table of(List<Standing> ranking, boolean isQuick) {
    boolean hasFloor = ranking.stream().anyMatch(row -> row.floor().isPresent());
    List<List<String>> rows = new ArrayList<>(List.of(shown(HEADER, isQuick, hasFloor)));
    for (Standing row : ranking) {
      rows.add(
          shown(
              List.of(
                  row.name(),
                  row.ratio().isPresent() ? row.ratioText() : "1",
                  row.floorText(),
                  row.timeText(),
                  row.meanText(),
                  row.unit(),
                  row.allocationText(),
                  row.bytesText(),
                  String.valueOf(row.forks())),
              isQuick,
              hasFloor));
    }
    return new Table(rows);
  }

  private static List<String> shown(List<String> cells, boolean isQuick, boolean hasFloor) {
    List<String> shown = new ArrayList<>(cells);
    if (isQuick || !hasFloor) {
      shown.remove(2);
    }
    if (isQuick) {
      shown.remove(1);
    }
    return shown;
  }

  /** As lines, columns aligned. */
  List<String> lines() {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String padding = " ".repeat(widths[i] - row.get(i).length());
        line.append(i == 0 ? row.get(i) + padding : "  " + padding + row.get(i));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  /** As Markdown. */
  List<String> markdown() {
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder("|");
      row.forEach(cell -> line.append(' ').append(Markdown.escape(cell)).append(" |"));
      lines.add(line.toString());
    }
    String[] alignments = new String[rows.get(0).size()];
    Arrays.fill(alignments, "---:");
    alignments[0] = "---";
    lines.add(1, "| " + String.join(" | ", alignments) + " |");
    return lines;
  }
}
