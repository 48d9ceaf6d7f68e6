package requestpath.result;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A group that one run measured in two configurations in the same rounds: the time of each variant
 * under the base as a multiple of its time under the candidate. All rows of the run are judged at
 * once.
 *
 * @param candidate the group under the candidate, which files name {@link RowKey#THIS}
 * @param base the same work under the base, which files name {@link RowKey#AGAINST}
 * @param lines one for each row that both hold
 */
public record JudgedSides(RankedGroup candidate, RankedGroup base, List<Line> lines) {

  /**
   * A row under both.
   *
   * @param candidate under the candidate
   * @param base under the base
   * @param verdict on the base against the candidate; null where fewer than two rounds hold both
   */
  public record Line(RankedVariant candidate, RankedVariant base, @Nullable Verdict verdict) {
    private Optional<Pair> pair() {
      return Pair.of(candidate.name(), base.forks(), candidate.forks());
    }

    private Line judged(Verdict judged) {
      return new Line(candidate, base, judged);
    }
  }

  /** All groups of a run that have two sides, in their order. */
  static List<JudgedSides> of(List<RankedGroup> groups) {
    List<JudgedSides> unjudged = new ArrayList<>();
    for (RankedGroup candidate : groups) {
      if (candidate.side().equals(RowKey.THIS)) {
        base(groups, candidate)
            .ifPresent(
                base -> unjudged.add(new JudgedSides(candidate, base, lines(candidate, base))));
      }
    }
    Iterator<Verdict> verdicts =
        Pair.verdicts(
                unjudged.stream()
                    .flatMap(sides -> sides.lines.stream())
                    .flatMap(line -> line.pair().stream())
                    .toList())
            .iterator();
    return unjudged.stream()
        .map(
            sides ->
                new JudgedSides(
                    sides.candidate,
                    sides.base,
                    sides.lines.stream()
                        .map(line -> line.pair().isPresent() ? line.judged(verdicts.next()) : line)
                        .toList()))
        .toList();
  }

  private static Optional<RankedGroup> base(List<RankedGroup> groups, RankedGroup candidate) {
    return groups.stream()
        .filter(group -> group.side().equals(RowKey.AGAINST))
        .filter(group -> group.work().equals(candidate.work()))
        .findFirst();
  }

  private static List<Line> lines(RankedGroup candidate, RankedGroup base) {
    List<Line> lines = new ArrayList<>();
    for (RankedVariant row : candidate.rows()) {
      base.rows().stream()
          .filter(other -> other.name().equals(row.name()))
          .findFirst()
          .ifPresent(other -> lines.add(new Line(row, other, null)));
    }
    return lines;
  }
}
