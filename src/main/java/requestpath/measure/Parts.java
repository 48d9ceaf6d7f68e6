package requestpath.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import requestpath.result.Pair;
import requestpath.result.Verdict;

/** Says what share of a whole method its parts take: see {@link PartOf}. */
final class Parts {
  private Parts() {}

  /** A sentence for each part and each of its wholes, with intervals for all of them at once. */
  static List<String> sentences(Groups all, Settings settings) {
    List<Pair> pairs = new ArrayList<>();
    List<String> wholes = new ArrayList<>();
    for (Combination part : all.all()) {
      for (Combination whole : all.all()) {
        if (part.isPartOf(whole) && all.row(part).roundsWith(all.row(whole)) > 1) {
          pairs.add(new Pair(part.title(), all.row(part), all.row(whole)));
          wholes.add(whole.benchmark().substring(whole.benchmark().lastIndexOf('.') + 1));
        }
      }
    }
    List<Verdict> verdicts = Pair.verdicts(pairs);
    return IntStream.range(0, pairs.size())
        .mapToObj(i -> Verdicts.sentence(verdicts.get(i), wholes.get(i), wholes.get(i), settings))
        .toList();
  }
}
