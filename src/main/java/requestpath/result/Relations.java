package requestpath.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which rows of a group are faster than which others: all pairs compared directly, by Holm's test.
 */
public final class Relations {
  /** Two rows that allocate the same differ by at most this fraction. */
  private static final double SAME_ALLOCATION = 0.01;

  private final char[][] relations;

  private Relations(char[]... relations) {
    this.relations = relations;
  }

  /** Compares each row with each other. */
  public static Relations of(List<Row> rows) {
    List<Comparison> comparisons = new ArrayList<>();
    List<int[]> pairs = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      for (int j = i + 1; j < rows.size(); j++) {
        int[] pair = {i, j};
        rows.get(i)
            .comparedWith(rows.get(j))
            .ifPresent(
                comparison -> {
                  comparisons.add(comparison);
                  pairs.add(pair);
                });
      }
    }
    char[][] relations = new char[rows.size()][rows.size()];
    for (int i = 0; i < relations.length; i++) {
      Arrays.fill(relations[i], '?');
      relations[i][i] = '=';
    }
    List<Boolean> differ = Holm.differ(comparisons);
    for (int k = 0; k < pairs.size(); k++) {
      boolean isFaster = comparisons.get(k).ratio() < 1;
      boolean isTie = !differ.get(k);
      int[] pair = pairs.get(k);
      relations[pair[0]][pair[1]] = isTie ? '=' : isFaster ? '<' : '>';
      relations[pair[1]][pair[0]] = isTie ? '=' : isFaster ? '>' : '<';
    }
    return new Relations(relations);
  }

  /** Whether a row is shown to be faster than another, both by their index in the list. */
  public boolean isFaster(int row, int other) {
    return relations[row][other] == '<';
  }

  /**
   * One line per row, in their order: {@code <} if the row is shown to be faster than the other,
   * {@code >} if slower, {@code =} if no difference is shown, {@code ?} if there are too few
   * rounds.
   */
  public List<String> lines() {
    return Arrays.stream(relations).map(String::valueOf).toList();
  }

  /**
   * The signs of {@link #lines} for bytes, where rows tie that differ by at most {@link
   * #SAME_ALLOCATION}; a question mark where one is not known.
   */
  static List<String> ofAllocations(double... bytes) {
    List<String> lines = new ArrayList<>();
    for (double here : bytes) {
      StringBuilder line = new StringBuilder();
      for (double there : bytes) {
        boolean isTie = Math.abs(here - there) <= SAME_ALLOCATION * Math.max(here, there);
        line.append(
            Double.isNaN(here) || Double.isNaN(there)
                ? '?'
                : isTie ? '=' : here < there ? '<' : '>');
      }
      lines.add(line.toString());
    }
    return lines;
  }
}
