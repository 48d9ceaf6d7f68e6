package requestpath.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a group says of its fastest library.
 *
 * @param isJudged whether any row has an interval; without one, nothing below is shown
 * @param lowest the library with the lowest ratio
 * @param isBaseline whether that is the baseline
 * @param ties variants that are judged, and of which no difference from it is shown
 * @param notJudged other libraries with too few forks to be judged
 */
public record Headline(
    boolean isJudged,
    RankedVariant lowest,
    boolean isBaseline,
    List<RankedVariant> ties,
    List<RankedVariant> notJudged) {

  /** Whether it is shown to be faster than all other libraries. */
  public boolean isFastest() {
    return (isBaseline || isFasterThanBaseline()) && ties.isEmpty() && notJudged.isEmpty();
  }

  /** Whether it is shown to be faster than the baseline. */
  public boolean isFasterThanBaseline() {
    return lowest.verdict() != null && lowest.verdict().isDifferent();
  }

  /** Whether it is neither the baseline nor judged: then nothing was compared with it. */
  public boolean isUnknown() {
    return !isBaseline && lowest.verdict() == null;
  }

  /** Of a group; empty when there is nothing to compare. */
  static Optional<Headline> of(RankedGroup group) {
    List<RankedVariant> libraries = group.libraries();
    if (libraries.size() < 2 || group.baseline().isEmpty() || group.isOfSingleForks()) {
      return Optional.empty();
    }
    RankedVariant lowest = libraries.get(0);
    List<RankedVariant> others = libraries.subList(1, libraries.size());
    Verdict verdict = lowest.verdict();
    List<RankedVariant> ties = new ArrayList<>();
    if (verdict != null && !verdict.isDifferent()) {
      group.baselineRow().ifPresent(ties::add);
    }
    if (verdict != null || group.isBaseline(lowest)) {
      others.stream()
          .filter(row -> row.verdict() != null && row.verdict().tiesWithBest())
          .forEach(ties::add);
    }
    return Optional.of(
        new Headline(
            group.hasVerdicts(),
            lowest,
            group.isBaseline(lowest),
            List.copyOf(ties),
            others.stream()
                .filter(row -> row.verdict() == null && !group.isBaseline(row))
                .toList()));
  }
}
