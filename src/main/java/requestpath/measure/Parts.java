package requestpath.measure;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import requestpath.stats.Comparison;
import requestpath.stats.Flag;
import requestpath.stats.Holm;
import requestpath.stats.Interval;
import requestpath.stats.Row;
import requestpath.stats.Verdict;

/** Says what share of a whole method its parts take: see {@link PartOf}. */
final class Parts {
  private Parts() {}

  /** A method's row and the row of its whole. */
  private record Pair(Combination part, Combination whole, Comparison comparison) {
    String name() {
      String benchmark = whole.benchmark();
      return benchmark.substring(benchmark.lastIndexOf('.') + 1);
    }
  }

  /** A sentence for each part and each of its wholes, with intervals for all of them at once. */
  static List<String> sentences(Groups all, Settings settings) {
    List<Pair> pairs = new ArrayList<>();
    for (Combination part : all.all()) {
      for (Combination whole : all.all()) {
        if (part.isPartOf(whole)) {
          all.compare(part, whole)
              .ifPresent(comparison -> pairs.add(new Pair(part, whole, comparison)));
        }
      }
    }
    List<Comparison> comparisons = pairs.stream().map(Pair::comparison).toList();
    List<Interval> intervals = Holm.intervals(comparisons);
    List<Boolean> differ = Holm.differ(comparisons);
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      sentences.add(sentence(pairs.get(i), intervals.get(i), differ.get(i), all, settings));
    }
    return List.copyOf(sentences);
  }

  private static String sentence(
      Pair pair, Interval interval, boolean isDifferent, Groups all, Settings settings) {
    Row part = all.row(pair.part());
    Row whole = all.row(pair.whole());
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    flags.addAll(part.flags());
    flags.addAll(whole.flags());
    Verdict verdict =
        new Verdict(
            pair.part().title(),
            pair.comparison(),
            interval,
            isDifferent,
            false,
            isDifferent && part.logRatioByMeans(whole) * Math.log(pair.comparison().ratio()) < 0,
            flags);
    return settings.isQuick()
        ? verdict.roughly(pair.name())
        : verdict.sentence(pair.name())
            + Verdicts.inBrackets(Verdicts.remarks(pair.comparison(), flags, settings));
  }
}
