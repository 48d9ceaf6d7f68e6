package requestpath.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import requestpath.result.Grouping.Member;
import requestpath.result.Grouping.Members;

/**
 * Judges the groups of a run: their ratios, intervals and ranks, and what to know about them.
 * Nothing else does.
 */
final class Judge {
  private Judge() {}

  /**
   * The groups of a run.
   *
   * @param index of the run among those that are judged, from 0
   * @param baseline the row that ratios refer to where a group has it; empty for the usual one
   */
  static List<RankedGroup> groups(RecordedRun run, int index, String baseline) {
    List<RankedGroup> groups = new ArrayList<>();
    List<Optional<Pair>> controls = new ArrayList<>();
    for (Members members : Grouping.of(run)) {
      RankedGroup group = group(members, index, run.environment().fastest(), baseline);
      groups.add(group);
      controls.add(control(members.first().recorded(), group));
    }
    // Controls of all groups are judged at once: of many one would differ by chance.
    Iterator<Verdict> verdicts =
        Pair.verdicts(controls.stream().flatMap(Optional::stream).toList()).iterator();
    List<RankedGroup> judged = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      judged.add(
          groups
              .get(i)
              .with(
                  changesByBinding(groups.get(i), groups),
                  controls.get(i).isPresent() ? verdicts.next() : null));
    }
    return List.copyOf(judged);
  }

  /** The baseline measured a second time, beside itself. */
  private static Optional<Pair> control(RecordedRounds.@Nullable Placed found, RankedGroup group) {
    String baseline = group.baseline();
    return found == null
        ? Optional.empty()
        : Pair.of(
            baseline,
            found.byValues(baseline, true).orElse(null),
            found.byValues(baseline, false).orElse(null));
  }

  private static RankedGroup group(Members group, int index, boolean isRace, String wanted) {
    Measurement first = group.first().measurement();
    String baseline = baseline(group.members(), wanted);
    Map<String, Row> rows = new LinkedHashMap<>();
    for (Member member : group.members()) {
      Row row = row(member);
      if (!row.forks().isEmpty()) {
        rows.put(member.name(), row);
      }
    }
    Row base = rows.get(baseline);
    if (base != null) {
      rows.replaceAll((name, row) -> name.equals(baseline) ? row : row.with(base));
    }
    Group judged = judged(base, rows);
    Race race = isRace ? Race.of(List.copyOf(rows.values()), Integer.MAX_VALUE) : null;
    return new RankedGroup(
        id(index, group.benchmark(), group.fixed(), first.mode(), first.unit(), group.platform()),
        index,
        group.benchmark(),
        group.subject(),
        group.fixed(),
        group.platform(),
        first.side(),
        base == null ? "" : baseline,
        base != null && rows.size() > 1 && isDecided(group.first(), baseline),
        ranked(group.members(), rows, base, judged, race),
        new RankedGroup.Notes(
            judged == null ? List.of() : judged.changesByMean(),
            judged == null ? List.of() : judged.fasterThanReference(),
            List.of(),
            race,
            machine(group.members(), rows)),
        null);
  }

  /** The identity of a group in a report that has its run at this place, from 0. */
  static String id(
      int run,
      String benchmark,
      Map<String, String> fixed,
      String mode,
      String unit,
      String platform) {
    return "g" + Integer.toHexString(Objects.hash(run, benchmark, fixed, mode, unit, platform));
  }

  private static MachineState machine(List<Member> members, Map<String, Row> rows) {
    return MachineState.of(
        members.stream()
            .filter(member -> member.recorded() != null && member.recorded().row().turns())
            .flatMap(member -> Stream.ofNullable(rows.get(member.name())))
            .toList());
  }

  private static List<RankedVariant> ranked(
      List<Member> members,
      Map<String, Row> rows,
      @Nullable Row base,
      @Nullable Group judged,
      @Nullable Race race) {
    Map<String, Verdict> verdicts = byRow(judged);
    Map<String, Verdict> byMean = byRow(judged == null ? null : judged.byMeans());
    Row reference = rows.get(HandwrittenReference.NAME);
    List<RankedVariant> ranked = new ArrayList<>();
    for (Member member : members) {
      String name = member.name();
      Row row = rows.get(name);
      Verdict verdict = verdicts.get(name);
      if (verdict != null && race != null) {
        verdict = verdict.tying(race.isLeading(name));
      }
      ranked.add(
          new RankedVariant(
              name,
              member.measurement(),
              row,
              verdict == null ? ratio(row, base) : verdict.ratio(),
              verdict,
              byMean.get(name),
              ratio(row, reference),
              flags(row, verdict, base, judged),
              member.recorded() == null ? List.of() : member.recorded().warmUps()));
    }
    ranked.sort(
        Comparator.comparingInt((RankedVariant row) -> race == null ? 0 : race.rank(row.name()))
            .thenComparingDouble(RankedVariant::ratio)
            .thenComparingDouble(RankedVariant::time));
    return List.copyOf(ranked);
  }

  private static Set<Flag> flags(
      @Nullable Row row, @Nullable Verdict verdict, @Nullable Row base, @Nullable Group judged) {
    if (verdict != null) {
      return verdict.flags();
    }
    return row == null
        ? Set.of()
        : row.equals(base) && judged != null ? judged.baselineFlags() : row.flags();
  }

  private static double ratio(@Nullable Row row, @Nullable Row other) {
    return row == null || other == null ? Double.NaN : row.ratioTo(other);
  }

  /** Whether the run itself, not this report, says what its ratios refer to. */
  private static boolean isDecided(Member first, String baseline) {
    RecordedRounds.Placed found = first.recorded();
    return first.measurement().isOurs()
        && (found == null
            ? DefaultBaselines.NAMES.contains(baseline)
            : found.group().baseline().equals(baseline));
  }

  private static String baseline(List<Member> members, String wanted) {
    List<String> names = members.stream().map(Member::name).toList();
    RecordedRounds.Placed found = members.get(0).recorded();
    return DefaultBaselines.among(
        names, List.of(wanted, found == null ? "" : found.group().baseline()));
  }

  private static Row row(Member member) {
    Measurement measurement = member.measurement();
    NavigableMap<Integer, double[]> forks = new TreeMap<>();
    RecordedRounds.Placed found = member.recorded();
    List<Integer> rounds = found == null ? List.of() : found.row().rounds();
    boolean isRecorded = rounds.size() == measurement.forks().size();
    for (int i = 0; i < measurement.forks().size(); i++) {
      double[] times =
          Arrays.stream(measurement.forks().get(i))
              .map(value -> measurement.isThroughput() ? 1 / value : value)
              .toArray();
      int round = isRecorded ? rounds.get(i) : i + 1;
      boolean isUsable =
          times.length > 0
              && Arrays.stream(times).allMatch(time -> time > 0 && !Double.isInfinite(time));
      if (isUsable) {
        forks.put(round, times);
      }
    }
    boolean isPaired = found != null && isRecorded && found.row().turns();
    return new Row(member.name(), forks, statistic(member), isPaired);
  }

  private static ForkStatistic statistic(Member member) {
    Measurement measurement = member.measurement();
    RecordedRounds.Placed found = member.recorded();
    Optional<ForkStatistic> said = found == null ? Optional.empty() : found.statistic();
    if (said.isPresent()) {
      return said.get();
    }
    boolean isQuiet = measurement.settings().threads() == 1 && measurement.mode().equals("avgt");
    return measurement.isOurs() && isQuiet ? ForkStatistic.MINIMUM : ForkStatistic.MEAN;
  }

  /** The rows that have a ratio; null where there is none. */
  private static @Nullable Group judged(@Nullable Row base, Map<String, Row> rows) {
    if (base == null || base.forks().size() < 2) {
      return null;
    }
    List<Row> others =
        rows.values().stream()
            .filter(row -> !row.name().equals(base.name()))
            .filter(row -> row.comparedWith(base).isPresent())
            .toList();
    return new Group(base, others);
  }

  private static Map<String, Verdict> byRow(@Nullable Group group) {
    Map<String, Verdict> verdicts = new HashMap<>();
    if (group != null) {
      group.verdicts().forEach(verdict -> verdicts.put(verdict.row(), verdict));
    }
    return verdicts;
  }

  /** How the ranks of a group differ from the ranks of the same work with other bindings. */
  private static List<RankChange> changesByBinding(RankedGroup group, List<RankedGroup> groups) {
    if (group.binding().isEmpty()) {
      return List.of();
    }
    Map<String, List<Row>> rankings = new LinkedHashMap<>();
    for (RankedGroup other : groups) {
      if (other.side().equals(group.side())
          && other.platform().equals(group.platform())
          && !other.binding().isEmpty()
          && other.workWithoutBinding().equals(group.workWithoutBinding())) {
        rankings.put(
            other.binding(),
            other.rows().stream()
                .flatMap(row -> Optional.ofNullable(row.forks()).stream())
                .toList());
      }
    }
    return RankChange.byBinding(group.binding(), rankings);
  }
}
