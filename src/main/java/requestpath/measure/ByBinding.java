package requestpath.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import requestpath.result.RankChanges;
import requestpath.result.Row;

/**
 * Names variants whose rank changes with the binding: shown to be faster than another variant with
 * one binding, and slower with another binding.
 */
final class ByBinding {
  private static final String BINDING = "binding";

  private ByBinding() {}

  /** A sentence for each variant that ranks before others in one binding only. */
  static List<String> sentences(Groups all) {
    Map<String, Map<String, List<Row>>> works = new LinkedHashMap<>();
    for (Combination row : all.all()) {
      String binding = row.parameters().get(BINDING);
      if (binding != null && row.side() == Side.THIS && !row.isControl()) {
        Map<String, String> others = new LinkedHashMap<>(row.parameters());
        others.remove(BINDING);
        others.remove(Plan.LIBRARY);
        works
            .computeIfAbsent(
                Combination.title(row.benchmark(), others) + ", " + row.mode().shortLabel(),
                none -> new LinkedHashMap<>())
            .computeIfAbsent(binding, none -> new ArrayList<>())
            .add(all.row(row));
      }
    }
    List<String> sentences = new ArrayList<>();
    works.forEach(
        (title, rankings) ->
            RankChanges.byBinding("", rankings)
                .forEach(sentence -> sentences.add(title + ": " + sentence)));
    return List.copyOf(sentences);
  }
}
