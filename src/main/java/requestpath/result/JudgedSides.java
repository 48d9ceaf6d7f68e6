package requestpath.result;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A group that one run measured on two sides in the same rounds: each row on the other side as a
 * multiple of itself on this one. All rows of the run are judged at once.
 *
 * @param here the group on this side
 * @param there the same work on the other side
 * @param lines one for each row that both hold
 */
public record JudgedSides(RankedGroup here, RankedGroup there, List<Line> lines) {

  /**
   * A row on both sides.
   *
   * @param here on this side
   * @param there on the other side
   * @param verdict on the other side against this one; null where fewer than two rounds hold both
   */
  public record Line(RankedVariant here, RankedVariant there, @Nullable Verdict verdict) {
    private Optional<Pair> pair() {
      Row left = here.forks();
      Row right = there.forks();
      return left != null && right != null && right.roundsWith(left) > 1
          ? Optional.of(new Pair(here.name(), right, left))
          : Optional.empty();
    }

    private Line judged(Verdict judged) {
      return new Line(here, there, judged);
    }
  }

  /** All groups of a run that have two sides, in their order. */
  static List<JudgedSides> of(List<RankedGroup> groups) {
    List<JudgedSides> unjudged = new ArrayList<>();
    for (RankedGroup here : groups) {
      if (here.side().equals(RowKey.THIS)) {
        otherSide(groups, here)
            .ifPresent(there -> unjudged.add(new JudgedSides(here, there, lines(here, there))));
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
                    sides.here,
                    sides.there,
                    sides.lines.stream()
                        .map(line -> line.pair().isPresent() ? line.judged(verdicts.next()) : line)
                        .toList()))
        .toList();
  }

  private static Optional<RankedGroup> otherSide(List<RankedGroup> groups, RankedGroup here) {
    return groups.stream()
        .filter(group -> group.side().equals(RowKey.AGAINST))
        .filter(group -> group.work().equals(here.work()))
        .findFirst();
  }

  private static List<Line> lines(RankedGroup here, RankedGroup there) {
    List<Line> lines = new ArrayList<>();
    for (RankedVariant row : here.rows()) {
      there.rows().stream()
          .filter(other -> other.name().equals(row.name()))
          .findFirst()
          .ifPresent(other -> lines.add(new Line(row, other, null)));
    }
    return lines;
  }
}
