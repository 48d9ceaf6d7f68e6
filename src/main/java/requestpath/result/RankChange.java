package requestpath.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row that is shown to be slower than others with one binding, and faster than them with another.
 * Direct comparison must show the difference in both; a tie in either is not a change.
 *
 * @param row that gets ahead
 * @param overtaken the others
 * @param slowerWith the binding with which it is slower
 * @param fasterWith the binding with which it is faster
 */
public record RankChange(String row, List<String> overtaken, String slowerWith, String fasterWith) {

  /**
   * How ranks differ between bindings.
   *
   * @param own the binding that the changes concern; empty for any two bindings
   * @param rankings the rows of each binding, of the same work on the same platform
   * @return each row that gets ahead of others
   */
  public static List<RankChange> byBinding(String own, Map<String, List<Row>> rankings) {
    List<RankChange> changes = new ArrayList<>();
    List<String> bindings = List.copyOf(rankings.keySet());
    for (int i = 0; i < bindings.size(); i++) {
      for (int j = i + 1; j < bindings.size(); j++) {
        String from = bindings.get(i);
        String to = bindings.get(j);
        if (own.isEmpty() || own.equals(from) || own.equals(to)) {
          overtaken(rankings.getOrDefault(from, List.of()), rankings.getOrDefault(to, List.of()))
              .forEach((row, others) -> changes.add(new RankChange(row, others, from, to)));
        }
      }
    }
    return changes;
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
}
