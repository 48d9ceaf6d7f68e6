package requestpath.report;

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
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import requestpath.result.Comparison;
import requestpath.result.ForkStatistic;
import requestpath.result.Group;
import requestpath.result.Holm;
import requestpath.result.Interval;
import requestpath.result.Row;
import requestpath.result.Verdict;

/**
 * Finds which rows of a run are to be compared. A run of ours says so itself; of other files those
 * rows belong together that differ in their library alone, else in their method, else in the one
 * parameter that is no number.
 */
final class Groups {
  /** What most services use: the baselines where nothing else is said. */
  private static final List<String> BASELINES = List.of("JACKSON2", "MSGPACK_CORE");

  private final Run run;
  private final int index;
  private final String wantedBaseline;
  private final RecordedRounds recorded;
  private final boolean isObserved;
  private final Map<String, String> rowParameters = new HashMap<>();

  private Groups(Run run, int index, String wantedBaseline, LibraryCatalogue catalogue) {
    this.run = run;
    this.index = index;
    this.wantedBaseline = wantedBaseline;
    this.recorded = RecordedRounds.of(run);
    this.isObserved = run.isOfSameVariants(catalogue);
  }

  /** A measurement and the name of its row. */
  private record Named(String name, Measurement measurement, @Nullable RecordedRow recorded) {}

  /**
   * The groups of a run.
   *
   * @param index of the run in its report
   * @param baseline the row that ratios refer to where a group has it; empty for the usual one
   */
  static List<ReportGroup> of(Run run, int index, String baseline) {
    return new Groups(run, index, baseline, LibraryCatalogue.load()).groups();
  }

  /** Whether a row is a baseline wherever nothing else is said. */
  private static boolean isUsualBaseline(String name) {
    return BASELINES.contains(name);
  }

  private List<ReportGroup> groups() {
    chooseRowParameters();
    Map<String, List<Named>> groups = new LinkedHashMap<>();
    for (Measurement measurement : run.measurements()) {
      RecordedRow found = recorded.find(measurement);
      String rowParameter = rowParameters.getOrDefault(family(measurement), "");
      boolean isMethod = rowParameter.isEmpty();
      String name =
          found != null
              ? found.name()
              : isMethod
                  ? measurement.method()
                  : measurement.parameters().getOrDefault(rowParameter, "");
      TreeMap<String, String> fixed = new TreeMap<>(measurement.parameters());
      fixed.remove(rowParameter);
      String key =
          found != null
              ? "rounds " + found.groupIndex() + " " + RecordedRounds.side(measurement)
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
    return withControlsTogether(groups.values().stream().map(this::group).toList());
  }

  /** Controls of all groups are judged at once: of many one would differ by chance. */
  private static List<ReportGroup> withControlsTogether(List<ReportGroup> groups) {
    List<Comparison> comparisons = new ArrayList<>();
    for (ReportGroup group : groups) {
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
                  : group.withControl(
                      RecordedRow.control(
                          control.row(), control.comparison(), intervals.next(), differ.next()));
            })
        .toList();
  }

  /** Measurements among which the parameter that tells rows apart is chosen. */
  private static String family(Measurement measurement) {
    return measurement.className() + " " + measurement.parameters().keySet();
  }

  private void chooseRowParameters() {
    Map<String, List<Measurement>> families =
        run.measurements().stream().collect(Collectors.groupingBy(Groups::family));
    families.forEach((family, members) -> rowParameters.put(family, RowParameter.of(members)));
  }

  private String platform(Measurement measurement) {
    String jdk = measurement.settings().jdk();
    String side = measurement.parameters().getOrDefault(RecordedRounds.SIDE, "");
    String label =
        side.equals("against") ? run.againstLabel() : jdk.isEmpty() ? "unknown JVM" : "JDK " + jdk;
    return side.isEmpty() || label.contains(side) ? label : label + " (" + side + ")";
  }

  private ReportGroup group(List<Named> members) {
    Named named = members.get(0);
    Measurement first = named.measurement();
    RecordedRow found = named.recorded();
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
    Map<String, Verdict> verdicts = byRow(judged);
    Map<String, Verdict> byMean = byRow(judged == null ? null : judged.byMeans());
    List<ReportRow> all = new ArrayList<>();
    measurements.forEach(
        (name, measurement) -> {
          Row row = rows.get(name);
          double ratio = row == null || base == null ? Double.NaN : row.ratioTo(base);
          Verdict verdict = verdicts.get(name);
          all.add(
              new ReportRow(
                  name,
                  measurement,
                  row,
                  verdict == null ? ratio : verdict.comparison().ratio(),
                  verdict,
                  byMean.get(name),
                  isObserved && RecordedRounds.side(measurement).equals(RecordedRounds.THIS),
                  warmUps.getOrDefault(name, List.of())));
        });
    all.sort(Comparator.comparingDouble(ReportRow::ratio).thenComparingDouble(ReportRow::time));
    TreeMap<String, String> fixed = new TreeMap<>(first.parameters());
    fixed.remove(rowParameter);
    fixed.remove(RecordedRounds.SIDE);
    boolean isMethods =
        rowParameter.isEmpty()
            && measurements.values().stream().map(Measurement::benchmark).distinct().count() > 1;
    String benchmark =
        !isMethods ? first.benchmark() : found == null ? first.className() : found.benchmark();
    // A group named after its baseline ends with a method, any other with the class.
    String subject =
        benchmark.equals(first.className())
            ? first.shortBenchmark().substring(0, first.shortBenchmark().lastIndexOf('.'))
            : first.shortBenchmark().substring(0, first.shortBenchmark().lastIndexOf('.') + 1)
                + benchmark.substring(benchmark.lastIndexOf('.') + 1);
    String platform = platform(first);
    return new ReportGroup(
        "g"
            + Integer.toHexString(
                Objects.hash(index, benchmark, fixed, first.mode(), first.unit(), platform)),
        index,
        benchmark,
        subject,
        fixed,
        platform,
        RecordedRounds.side(first),
        base == null ? "" : baseline,
        base != null && rows.size() > 1 && isDecided(named, baseline),
        run.isQuick(),
        List.copyOf(all),
        judged == null || run.isQuick() ? List.of() : judged.remarks(),
        found == null || base == null ? null : found.control(base).orElse(null));
  }

  /** Whether the run itself, not this report, says what its ratios refer to. */
  private static boolean isDecided(Named first, String baseline) {
    RecordedRow found = first.recorded();
    return first.measurement().isOurs()
        && (found == null ? isUsualBaseline(baseline) : found.baseline().equals(baseline));
  }

  private String baseline(List<Named> members) {
    List<String> names = members.stream().map(Named::name).toList();
    RecordedRow found = members.get(0).recorded();
    List<String> candidates = new ArrayList<>();
    candidates.add(wantedBaseline);
    if (found != null) {
      candidates.add(found.baseline());
    }
    candidates.addAll(BASELINES);
    candidates.addAll(names);
    return candidates.stream().filter(names::contains).findFirst().orElse("");
  }

  private static Row row(String name, Named member) {
    Measurement measurement = member.measurement();
    ForkStatistic statistic = statistic(member);
    NavigableMap<Integer, double[]> forks = new TreeMap<>();
    RecordedRow found = member.recorded();
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
    return new Row(name, forks, statistic);
  }

  private static ForkStatistic statistic(Named member) {
    Measurement measurement = member.measurement();
    RecordedRow found = member.recorded();
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
}
