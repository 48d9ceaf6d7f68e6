package requestpath.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that a user probably meant. */
public final class Similar {
  /** Most edits, however long the word. */
  private static final int MOST_EDITS = 3;

  /** One edit for so many letters. */
  private static final int LETTERS_AN_EDIT = 3;

  /** More equally near names than this are no help. */
  private static final int MOST_NAMES = 3;

  private Similar() {}

  /**
   * The known names that are nearest to a word, by the number of edits, whatever the case; empty if
   * none is near, or too many are.
   */
  public static List<String> to(String word, Collection<String> known) {
    int nearest = Math.min(MOST_EDITS, Math.max(1, word.length() / LETTERS_AN_EDIT));
    List<String> names = new ArrayList<>();
    for (String name : new LinkedHashSet<>(known)) {
      int edits = edits(word.toUpperCase(Locale.ROOT), name.toUpperCase(Locale.ROOT));
      if (edits < nearest) {
        names.clear();
        nearest = edits;
      }
      if (edits == nearest) {
        names.add(name);
      }
    }
    return names.size() > MOST_NAMES ? List.of() : names;
  }

  /** Such as {@code did you mean JACKSON2 or JACKSON3?}; empty if no name is near. */
  public static Optional<String> question(String word, Collection<String> known) {
    List<String> names = to(word, known);
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of("did you mean " + String.join(" or ", names) + "?");
  }

  /**
   * How many letters must be inserted, deleted, replaced or swapped with their neighbour to make
   * one word of another: the restricted Damerau-Levenshtein distance.
   */
  static int edits(String from, String to) {
    int[][] edits = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        if (i == 0 || j == 0) {
          edits[i][j] = i + j;
          continue;
        }
        boolean isSame = from.charAt(i - 1) == to.charAt(j - 1);
        int fewest =
            Math.min(
                edits[i - 1][j - 1] + (isSame ? 0 : 1),
                1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        boolean isSwapped =
            i > 1
                && j > 1
                && from.charAt(i - 1) == to.charAt(j - 2)
                && from.charAt(i - 2) == to.charAt(j - 1);
        edits[i][j] = isSwapped ? Math.min(fewest, edits[i - 2][j - 2] + 1) : fewest;
      }
    }
    return edits[from.length()][to.length()];
  }
}
