package requestpath.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds rows that change places between two rankings of the same rows. Direct comparison must show
 * the difference in both; a tie in either is not a change.
 */
public final class RankChanges {
  private RankChanges() {}

  /**
   * How ranks differ between bindings.
   *
   * @param own the binding that the sentences are about; empty for any two bindings
   * @param rankings the rows of each binding, of the same work on the same platform
   * @return a sentence without full stop for each row that gets ahead of others, such as {@code
   *     with BEAN, FORY_JSON is faster than FASTJSON2 and WAST; with RECORD it is slower}
   */
  public static List<String> byBinding(String own, Map<String, List<Row>> rankings) {
    List<String> sentences = new ArrayList<>();
    List<String> bindings = List.copyOf(rankings.keySet());
    for (int i = 0; i < bindings.size(); i++) {
      for (int j = i + 1; j < bindings.size(); j++) {
        String from = bindings.get(i);
        String to = bindings.get(j);
        if (own.isEmpty() || own.equals(from) || own.equals(to)) {
          overtaken(rankings.getOrDefault(from, List.of()), rankings.getOrDefault(to, List.of()))
              .forEach(
                  (row, others) ->
                      sentences.add(
                          "with "
                              + to
                              + ", "
                              + row
                              + " is faster than "
                              + listed(others)
                              + "; with "
                              + from
                              + " it is slower"));
        }
      }
    }
    return sentences;
  }

  /**
   * Rows shown to be slower than others in the first ranking and faster than them in the second.
   */
  private static Map<String, List<String>> overtaken(List<Row> first, List<Row> second) {
    List<Row> after =
        second.stream()
            .filter(row -> first.stream().anyMatch(other -> other.name().equals(row.name())))
            .filter(row -> !row.forks().isEmpty())
            .sorted(Comparator.comparingDouble(row -> row.sample().mean()))
            .toList();
    List<Row> before =
        after.stream()
            .flatMap(row -> first.stream().filter(other -> other.name().equals(row.name())))
            .toList();
    Relations then = Relations.of(before);
    Relations now = Relations.of(after);
    Map<String, List<String>> overtaken = new LinkedHashMap<>();
    for (int i = 0; i < after.size(); i++) {
      for (int j = 0; j < after.size(); j++) {
        if (then.isFaster(j, i) && now.isFaster(i, j)) {
          overtaken
              .computeIfAbsent(after.get(i).name(), none -> new ArrayList<>())
              .add(after.get(j).name());
        }
      }
    }
    return overtaken;
  }

  /** Such as {@code A, B and C}. */
  public static String listed(List<String> names) {
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }
}
