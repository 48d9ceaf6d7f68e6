package requestpath.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Judges a run: which rows are compared, their ratios, intervals and ranks, and what to know about
 * them. Nothing else does. A run of ours says itself which rows belong together; of other files
 * those belong together that differ in their library alone, else in their method, else in the one
 * parameter that is no number.
 */
final class Judge {
  /** What most services use: the baselines where nothing else is said. */
  private static final List<String> BASELINES = List.of("JACKSON2", "MSGPACK_CORE");

  private static final String THREADS = "threads";

  private final RecordedRun run;
  private final int index;
  private final String wantedBaseline;
  private final Map<RowKey, RecordedRounds.Placed> recorded;
  private final Map<String, String> rowParameters = new HashMap<>();

  /** Rows that differ in their threads alone are different work. */
  private final boolean hasSeveralThreads;

  private Judge(RecordedRun run, int index, String wantedBaseline) {
    this.run = run;
    this.index = index;
    this.wantedBaseline = wantedBaseline;
    this.recorded = run.rounds().byKey();
    Set<RowKey> keys = new HashSet<>();
    this.hasSeveralThreads =
        !run.measurements().stream().allMatch(row -> keys.add(row.key().withAnyThreads()));
  }

  /** A measurement and the name of its row. */
  private record Named(
      String name, Measurement measurement, RecordedRounds.@Nullable Placed recorded) {}

  /**
   * The groups of a run.
   *
   * @param index of the run among those that are judged, from 0
   * @param baseline the row that ratios refer to where a group has it; empty for the usual one
   */
  static List<RankedGroup> groups(RecordedRun run, int index, String baseline) {
    return withChangesByBinding(new Judge(run, index, baseline).groups());
  }

  /** What a run recorded of a measurement; null when it says nothing of it. */
  static RecordedRounds.@Nullable Placed find(
      Map<RowKey, RecordedRounds.Placed> recorded, Measurement measurement) {
    RowKey key = measurement.key();
    RecordedRounds.Placed exact = recorded.get(key);
    return exact == null ? recorded.get(key.withAnyThreads()) : exact;
  }

  private List<RankedGroup> groups() {
    chooseRowParameters();
    Map<String, List<Named>> groups = new LinkedHashMap<>();
    for (Measurement measurement : run.measurements()) {
      RecordedRounds.Placed found = find(recorded, measurement);
      String rowParameter = rowParameters.getOrDefault(family(measurement), "");
      boolean isMethod = rowParameter.isEmpty();
      String name =
          found != null
              ? found.row().name()
              : isMethod
                  ? measurement.method()
                  : measurement.parameters().getOrDefault(rowParameter, "");
      SortedMap<String, String> fixed = parameters(measurement);
      fixed.remove(rowParameter);
      String key =
          found != null
              ? "rounds " + found.index() + " " + measurement.side()
              : String.join(
                  "\u0000",
                  isMethod ? measurement.className() : measurement.benchmark(),
                  measurement.mode(),
                  measurement.unit(),
                  fixed.toString(),
                  platform(measurement));
      groups
          .computeIfAbsent(key, none -> new ArrayList<>())
          .add(new Named(name, measurement, found));
    }
    return withControlsTogether(toldApart(groups.values().stream().map(this::group).toList()));
  }

  /** Groups of several packages that would be called alike have their whole names. */
  private static List<RankedGroup> toldApart(List<RankedGroup> groups) {
    Map<String, Set<String>> benchmarks = new HashMap<>();
    for (RankedGroup group : groups) {
      benchmarks.computeIfAbsent(group.subject(), none -> new HashSet<>()).add(group.benchmark());
    }
    return groups.stream()
        .map(
            group ->
                benchmarks.getOrDefault(group.subject(), Set.of()).size() > 1
                    ? group.withSubject(group.benchmark())
                    : group)
        .toList();
  }

  /** The parameters of a measurement; the threads among them where they tell rows apart. */
  private SortedMap<String, String> parameters(Measurement measurement) {
    TreeMap<String, String> parameters = new TreeMap<>(measurement.parameters());
    if (hasSeveralThreads) {
      parameters.put(THREADS, String.valueOf(measurement.settings().threads()));
    }
    return parameters;
  }

  /** Controls of all groups are judged at once: of many one would differ by chance. */
  private static List<RankedGroup> withControlsTogether(List<RankedGroup> groups) {
    List<Comparison> comparisons = new ArrayList<>();
    for (RankedGroup group : groups) {
      Verdict control = group.control();
      if (control != null) {
        comparisons.add(control.comparison());
      }
    }
    Iterator<Interval> intervals = Holm.intervals(comparisons).iterator();
    Iterator<Boolean> differ = Holm.differ(comparisons).iterator();
    return groups.stream()
        .map(
            group -> {
              Verdict control = group.control();
              return control == null
                  ? group
                  : group.withControl(control.among(intervals.next(), differ.next()));
            })
        .toList();
  }

  /** Measurements among which the parameter that tells rows apart is chosen. */
  private static String family(Measurement measurement) {
    return measurement.className() + " " + measurement.parameters().keySet();
  }

  private void chooseRowParameters() {
    Map<String, List<Measurement>> families =
        run.measurements().stream().collect(Collectors.groupingBy(Judge::family));
    families.forEach((family, members) -> rowParameters.put(family, RowParameter.of(members)));
  }

  private String platform(Measurement measurement) {
    String jdk = measurement.settings().jdk();
    String side = measurement.parameters().getOrDefault(RowKey.SIDE, "");
    String label =
        side.equals(RowKey.AGAINST)
            ? run.againstLabel()
            : jdk.isEmpty() ? "unknown JVM" : "JDK " + jdk;
    return side.isEmpty() || label.contains(side) ? label : label + " (" + side + ")";
  }

  private RankedGroup group(List<Named> members) {
    Named named = members.get(0);
    Measurement first = named.measurement();
    RecordedRounds.Placed found = named.recorded();
    String baseline = baseline(members);
    String rowParameter = rowParameters.getOrDefault(family(first), "");
    Map<String, Row> rows = new LinkedHashMap<>();
    Map<String, Measurement> measurements = new LinkedHashMap<>();
    Map<String, List<double[]>> warmUps = new HashMap<>();
    for (Named member : members) {
      String name = member.name();
      for (int i = 2; measurements.containsKey(name); i++) {
        name = member.name() + " (" + i + ")";
      }
      measurements.put(name, member.measurement());
      if (member.recorded() != null) {
        warmUps.put(name, member.recorded().warmUps());
      }
      Row row = row(name, member);
      if (!row.forks().isEmpty()) {
        rows.put(name, row);
      }
    }
    Row base = rows.get(baseline);
    Group judged = judged(base, rows);
    List<RankedVariant> ranked = ranked(measurements, rows, base, judged, warmUps);
    SortedMap<String, String> fixed = parameters(first);
    fixed.remove(rowParameter);
    fixed.remove(RowKey.SIDE);
    String benchmark = benchmark(members, rowParameter);
    String platform = platform(first);
    return new RankedGroup(
        "g"
            + Integer.toHexString(
                Objects.hash(index, benchmark, fixed, first.mode(), first.unit(), platform)),
        index,
        benchmark,
        subject(benchmark, first),
        fixed,
        platform,
        first.side(),
        base == null ? "" : baseline,
        base != null && rows.size() > 1 && isDecided(named, baseline),
        run.isQuick(),
        ranked,
        judged == null || run.isQuick()
            ? RankedGroup.Notes.NONE
            : new RankedGroup.Notes(
                judged.changesByMean(), judged.fasterThanReference(), List.of()),
        found == null || base == null ? null : control(found, base));
  }

  private static List<RankedVariant> ranked(
      Map<String, Measurement> measurements,
      Map<String, Row> rows,
      @Nullable Row base,
      @Nullable Group judged,
      Map<String, List<double[]>> warmUps) {
    Map<String, Verdict> verdicts = byRow(judged);
    Map<String, Verdict> byMean = byRow(judged == null ? null : judged.byMeans());
    Row reference = rows.get(HandwrittenReference.NAME);
    List<RankedVariant> ranked = new ArrayList<>();
    measurements.forEach(
        (name, measurement) -> {
          Row row = rows.get(name);
          Verdict verdict = verdicts.get(name);
          ranked.add(
              new RankedVariant(
                  name,
                  measurement,
                  row,
                  verdict == null ? ratio(row, base) : verdict.comparison().ratio(),
                  verdict,
                  byMean.get(name),
                  ratio(row, reference),
                  warmUps.getOrDefault(name, List.of())));
        });
    ranked.sort(
        Comparator.comparingDouble(RankedVariant::ratio).thenComparingDouble(RankedVariant::time));
    return List.copyOf(ranked);
  }

  private static double ratio(@Nullable Row row, @Nullable Row other) {
    return row == null || other == null ? Double.NaN : row.ratioTo(other);
  }

  /** What a group is called after: a benchmark, or the class where methods are its rows. */
  private static String benchmark(List<Named> members, String rowParameter) {
    Measurement first = members.get(0).measurement();
    RecordedRounds.Placed found = members.get(0).recorded();
    boolean isOfMethods =
        rowParameter.isEmpty()
            && members.stream().map(member -> member.measurement().benchmark()).distinct().count()
                > 1;
    return !isOfMethods
        ? first.benchmark()
        : found == null ? first.className() : found.group().benchmark();
  }

  /** The same without the package; a benchmark without a class is its own name. */
  private static String subject(String benchmark, Measurement first) {
    String simpleClass = first.className().substring(first.className().lastIndexOf('.') + 1);
    if (simpleClass.isEmpty()) {
      return first.benchmark();
    }
    // A group named after its baseline ends with a method, any other with the class.
    return benchmark.equals(first.className())
        ? simpleClass
        : simpleClass + "." + benchmark.substring(benchmark.lastIndexOf('.') + 1);
  }

  /** Not yet judged beside the other groups' controls. */
  private static @Nullable Verdict control(RecordedRounds.Placed found, Row base) {
    return found
        .control(base)
        .map(
            comparison ->
                new Verdict(
                    base.name(),
                    comparison,
                    comparison.interval(Comparison.CONFIDENCE),
                    comparison.probability() < 1 - Comparison.CONFIDENCE,
                    false,
                    false,
                    Set.of()))
        .orElse(null);
  }

  /** Whether the run itself, not this report, says what its ratios refer to. */
  private static boolean isDecided(Named first, String baseline) {
    RecordedRounds.Placed found = first.recorded();
    return first.measurement().isOurs()
        && (found == null
            ? BASELINES.contains(baseline)
            : found.group().baseline().equals(baseline));
  }

  private String baseline(List<Named> members) {
    List<String> names = members.stream().map(Named::name).toList();
    RecordedRounds.Placed found = members.get(0).recorded();
    List<String> candidates = new ArrayList<>();
    candidates.add(wantedBaseline);
    if (found != null) {
      candidates.add(found.group().baseline());
    }
    candidates.addAll(BASELINES);
    candidates.addAll(names);
    return candidates.stream().filter(names::contains).findFirst().orElse("");
  }

  private static Row row(String name, Named member) {
    Measurement measurement = member.measurement();
    NavigableMap<Integer, double[]> forks = new TreeMap<>();
    RecordedRounds.Placed found = member.recorded();
    List<Integer> rounds = found == null ? List.of() : found.rounds();
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
    return new Row(name, forks, statistic(member));
  }

  private static ForkStatistic statistic(Named member) {
    Measurement measurement = member.measurement();
    RecordedRounds.Placed found = member.recorded();
    Optional<ForkStatistic> said = found == null ? Optional.empty() : found.statistic();
    if (said.isPresent()) {
      return said.get();
    }
    boolean isQuiet = measurement.settings().threads() == 1 && measurement.mode().equals("avgt");
    return measurement.isOurs() && isQuiet ? ForkStatistic.LOW_QUANTILE : ForkStatistic.MEAN;
  }

  /** The rows that have a ratio; null where there is none. */
  private static @Nullable Group judged(@Nullable Row base, Map<String, Row> rows) {
    if (base == null || base.forks().size() < 2) {
      return null;
    }
    List<Row> others =
        rows.values().stream()
            .filter(row -> !row.name().equals(base.name()) && row.roundsWith(base) > 1)
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

  private static List<RankedGroup> withChangesByBinding(List<RankedGroup> groups) {
    return groups.stream()
        .map(group -> group.withChangesByBinding(changesByBinding(group, groups)))
        .toList();
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
          && !other.isQuick()
          && !other.binding().isEmpty()
          && other.workWithoutBinding().equals(group.workWithoutBinding())) {
        rankings.put(
            other.binding(),
            other.rows().stream()
                .flatMap(row -> Optional.ofNullable(row.forks()).stream())
                .toList());
      }
    }
    return RankChanges.byBinding(group.binding(), rankings);
  }
}
