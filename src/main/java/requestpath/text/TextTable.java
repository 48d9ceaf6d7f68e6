package requestpath.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A table in a terminal: columns aligned, the first to the left, the others to the right.
 *
 * @param rows the header first; all have as many cells
 */
public record TextTable(List<List<String>> rows) {

  /** How many characters its widest line has. */
  public int width() {
    return lines().stream().mapToInt(String::length).max().orElse(0);
  }

  /** As lines. */
  public List<String> lines() {
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
}
