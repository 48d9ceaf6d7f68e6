package requestpath.measure;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Cells in columns: the first to the left, all others to the right.
 *
 * @param rows the header first; all have as many cells
 */
record Table(List<List<String>> rows) {
  /** The width of a terminal, without what stands before each line of a ranking. */
  static final int TERMINAL_WIDTH = 96;

  /** Columns that a ranking drops if the terminal is too narrow, in this order. */
  private static final List<String> DISPENSABLE = List.of("bytes", "forks");

  /** A column's heading, and its cell in each row. */
  private record Column(String heading, Function<Standing, String> cell) {}

  /**
   * A ranking with all columns, for a file.
   *
   * @param isQuick whether it is a first look, which is not worth a ratio
   */
  static Table of(List<Standing> ranking, boolean isQuick) {
    List<Column> columns = new ArrayList<>(List.of(new Column("", Standing::markedName)));
    if (!isQuick) {
      columns.add(new Column("ratio [95%]", row -> orOne(row, row.ratioText())));
      columns.add(new Column("by the mean [95%]", row -> orOne(row, row.ratioByMeanText())));
      if (hasFloor(ranking)) {
        columns.add(new Column("x HANDWRITTEN", Standing::floorText));
      }
    }
    columns.add(new Column("time", Standing::timeText));
    columns.add(new Column("mean", Standing::meanText));
    columns.add(new Column("unit", Standing::unit));
    columns.add(new Column("B/op", Standing::allocationText));
    columns.add(new Column("bytes", Standing::bytesText));
    columns.add(new Column("forks", row -> String.valueOf(row.forks())));
    return of(columns, ranking);
  }

  /** The same for a terminal of 100 columns. */
  static Table forTerminal(List<Standing> ranking, boolean isQuick) {
    List<Column> columns = new ArrayList<>(List.of(new Column("", Standing::markedName)));
    if (!isQuick) {
      columns.add(new Column("ratio [95%]", row -> orOne(row, row.ratioText())));
      columns.add(new Column("by mean", row -> orOne(row, row.bareRatioByMeanText())));
      if (hasFloor(ranking)) {
        columns.add(new Column("x hand", Standing::floorText));
      }
    }
    String units = ranking.stream().map(Standing::unit).distinct().collect(joining(", "));
    columns.add(new Column(units, Standing::timeText));
    columns.add(new Column("B/op", Standing::allocationText));
    columns.add(new Column("bytes", Standing::bytesText));
    columns.add(new Column("forks", row -> String.valueOf(row.forks())));
    Table table = of(columns, ranking);
    for (String heading : DISPENSABLE) {
      if (table.width() > TERMINAL_WIDTH) {
        columns.removeIf(column -> column.heading().equals(heading));
        table = of(columns, ranking);
      }
    }
    return table;
  }

  private static Table of(List<Column> columns, List<Standing> ranking) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(columns.stream().map(Column::heading).toList());
    for (Standing row : ranking) {
      rows.add(columns.stream().map(column -> column.cell().apply(row)).toList());
    }
    return new Table(rows);
  }

  /** The baseline's ratio is 1. */
  private static String orOne(Standing row, String ratio) {
    return row.ratio().isPresent() ? ratio : "1";
  }

  private static boolean hasFloor(List<Standing> ranking) {
    return ranking.stream().anyMatch(row -> row.floor().isPresent());
  }

  private int width() {
    return lines().stream().mapToInt(String::length).max().orElse(0);
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
