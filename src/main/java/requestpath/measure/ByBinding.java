package requestpath.measure;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import requestpath.stats.Comparison;
import requestpath.stats.Holm;

/**
 * What a run says of variants that change places with the binding: faster than another with one,
 * slower with another, both shown.
 */
final class ByBinding {
  private static final String BINDING = "binding";

  private ByBinding() {}

  /** The same work in two bindings, and the variants that ran in both. */
  private record Work(
      String title,
      String first,
      String second,
      List<Combination> inFirst,
      List<Combination> inSecond) {}

  /** A sentence for each variant that overtakes others in a binding. */
  static List<String> sentences(Groups all) {
    List<String> sentences = new ArrayList<>();
    for (Work work : works(all)) {
      Map<String, List<String>> overtaken = overtaken(work, all);
      overtaken.forEach(
          (variant, others) ->
              sentences.add(
                  work.title()
                      + ": with "
                      + work.second()
                      + ", "
                      + variant
                      + " is faster than "
                      + String.join(", ", others)
                      + "; with "
                      + work.first()
                      + " it is slower"));
    }
    return List.copyOf(sentences);
  }

  private static List<Work> works(Groups all) {
    Map<String, Map<String, Map<String, Combination>>> byTitle = new LinkedHashMap<>();
    for (Combination row : all.all()) {
      String binding = row.parameters().get(BINDING);
      if (binding != null && row.side() == Side.THIS && !row.isControl()) {
        Map<String, String> others = new LinkedHashMap<>(row.parameters());
        others.remove(BINDING);
        others.remove(Plan.LIBRARY);
        byTitle
            .computeIfAbsent(
                Combination.title(row.benchmark(), others) + ", " + row.mode().shortLabel(),
                none -> new LinkedHashMap<>())
            .computeIfAbsent(binding, none -> new LinkedHashMap<>())
            .put(row.place().name(), row);
      }
    }
    List<Work> works = new ArrayList<>();
    byTitle.forEach(
        (title, bindings) -> {
          Iterator<String> names = bindings.keySet().iterator();
          String first = names.next();
          while (names.hasNext()) {
            works.add(work(title, first, names.next(), bindings));
          }
        });
    return works;
  }

  private static Work work(
      String title, String first, String second, Map<String, Map<String, Combination>> bindings) {
    Map<String, Combination> inFirst = new LinkedHashMap<>(bindings.get(first));
    Map<String, Combination> inSecond = new LinkedHashMap<>(bindings.get(second));
    inFirst.keySet().retainAll(inSecond.keySet());
    inSecond.keySet().retainAll(inFirst.keySet());
    return new Work(
        title,
        first,
        second,
        List.copyOf(inFirst.values()),
        inFirst.keySet().stream().map(inSecond::get).toList());
  }

  /**
   * By variant, those that are faster than it with the first binding and slower with the second.
   */
  private static Map<String, List<String>> overtaken(Work work, Groups all) {
    int[][] first = signs(work.inFirst(), all);
    int[][] second = signs(work.inSecond(), all);
    Map<String, List<String>> overtaken = new TreeMap<>();
    for (int i = 0; i < first.length; i++) {
      for (int j = 0; j < first.length; j++) {
        if (first[i][j] > 0 && second[i][j] < 0) {
          overtaken
              .computeIfAbsent(work.inFirst().get(i).place().name(), none -> new ArrayList<>())
              .add(work.inFirst().get(j).place().name());
        }
      }
    }
    return overtaken;
  }

  /** For each pair -1 where the one is shown to be faster, 1 where slower, else 0. */
  private static int[][] signs(List<Combination> rows, Groups all) {
    List<int[]> pairs = new ArrayList<>();
    List<Comparison> comparisons = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      for (int j = i + 1; j < rows.size(); j++) {
        int[] pair = {i, j};
        all.compare(rows.get(i), rows.get(j))
            .ifPresent(
                comparison -> {
                  pairs.add(pair);
                  comparisons.add(comparison);
                });
      }
    }
    List<Boolean> differ = Holm.differ(comparisons);
    int[][] signs = new int[rows.size()][rows.size()];
    for (int k = 0; k < pairs.size(); k++) {
      if (differ.get(k)) {
        int sign = comparisons.get(k).ratio() < 1 ? -1 : 1;
        signs[pairs.get(k)[0]][pairs.get(k)[1]] = sign;
        signs[pairs.get(k)[1]][pairs.get(k)[0]] = -sign;
      }
    }
    return signs;
  }
}
