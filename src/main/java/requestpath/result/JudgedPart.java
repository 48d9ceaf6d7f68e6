package requestpath.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A row whose method does a part of what another method does, as a multiple of that.
 *
 * @param group of the part
 * @param part does a part of the work
 * @param whole does all of it, with the same parameters
 * @param verdict on the part against the whole; all pairs of a run are judged at once
 */
public record JudgedPart(
    RankedGroup group, RankedVariant part, RankedVariant whole, Verdict verdict) {

  /** The part's method and parameters. */
  public String name() {
    return name(part);
  }

  private static String name(RankedVariant row) {
    TreeMap<String, String> parameters = new TreeMap<>(row.measurement().parameters());
    parameters.remove(RowKey.SIDE);
    return row.measurement().shortBenchmark()
        + (parameters.isEmpty() ? "" : " " + RankedGroup.inBrackets(parameters));
  }

  /** The whole's method. */
  public String wholeName() {
    return whole.measurement().method();
  }

  /** All pairs of a run that two common rounds or more hold. */
  static List<JudgedPart> of(RecordedRun run, List<RankedGroup> groups) {
    Map<RowKey, RecordedRounds.Placed> recorded = run.rounds().byKey();
    List<Function<Verdict, JudgedPart>> parts = new ArrayList<>();
    List<Pair> pairs = new ArrayList<>();
    for (RankedGroup group : groups) {
      for (RankedVariant part : group.rows()) {
        for (RankedVariant whole : wholes(recorded, groups, part)) {
          Pair.of(name(part), part.forks(), whole.forks())
              .ifPresent(
                  pair -> {
                    pairs.add(pair);
                    parts.add(verdict -> new JudgedPart(group, part, whole, verdict));
                  });
        }
      }
    }
    List<Verdict> verdicts = Pair.verdicts(pairs);
    return IntStream.range(0, pairs.size())
        .mapToObj(i -> parts.get(i).apply(verdicts.get(i)))
        .toList();
  }

  private static List<RankedVariant> wholes(
      Map<RowKey, RecordedRounds.Placed> recorded, List<RankedGroup> groups, RankedVariant part) {
    RecordedRounds.Placed found = RecordedRounds.find(recorded, part.measurement());
    if (found == null || found.row().partOf().isEmpty()) {
      return List.of();
    }
    return groups.stream()
        .flatMap(group -> group.rows().stream())
        .filter(other -> found.row().partOf().contains(other.measurement().benchmark()))
        .filter(other -> isSame(part.measurement(), other.measurement()))
        .toList();
  }

  private static boolean isSame(Measurement part, Measurement whole) {
    return part.mode().equals(whole.mode()) && part.parameters().equals(whole.parameters());
  }
}
