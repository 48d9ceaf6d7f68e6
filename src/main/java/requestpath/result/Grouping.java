package requestpath.result;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a run are compared with each other, and what their group is called. A reader may
 * say it ({@link CompareBy}). Else a run of ours says it itself; of other files those belong
 * together that differ in their library alone, else in their method, else in the one parameter that
 * is no number.
 */
final class Grouping {
  private final RecordedRun run;
  private final SideLabels sides;
  private final Map<RowKey, RecordedRounds.Placed> recorded;
  private final Map<String, String> rowParameters = new HashMap<>();

  /** The parameter that stands for the threads, and its name if a benchmark has one so named. */
  private static final String THREADS = "threads";

  private static final String THREADS_OPTION = "-t";

  /** Rows that differ in their threads alone are different work. */
  private final boolean hasSeveralThreads;

  private Grouping(RecordedRun run) {
    this.run = run;
    this.sides = run.sides();
    this.recorded = run.rounds().byKey();
    Set<RowKey> keys = new HashSet<>();
    this.hasSeveralThreads =
        !run.measurements().stream().allMatch(row -> keys.add(row.key().withAnyThreads()));
    run.measurements().stream()
        .collect(Collectors.groupingBy(Grouping::family))
        .forEach((family, members) -> rowParameters.put(family, RowParameter.of(members)));
  }

  /**
   * A row of a group.
   *
   * @param name unique within the group
   * @param measurement what JMH wrote of it
   * @param recorded what the run wrote of it; null where it did not
   */
  record Member(String name, Measurement measurement, RecordedRounds.@Nullable Placed recorded) {}

  /**
   * Rows that are compared; see {@link RankedGroup} for its name.
   *
   * @param members at least one
   */
  record Members(
      String benchmark,
      String subject,
      SortedMap<String, String> fixed,
      String platform,
      List<Member> members) {
    Member first() {
      return members.get(0);
    }
  }

  /** The groups of a run, in its order. */
  static List<Members> of(RecordedRun run) {
    Grouping grouping = new Grouping(run);
    Map<String, List<Member>> groups = new LinkedHashMap<>();
    for (Measurement measurement : run.measurements()) {
      RecordedRounds.Placed found = RecordedRounds.find(grouping.recorded, measurement);
      groups
          .computeIfAbsent(grouping.key(measurement, found), none -> new ArrayList<>())
          .add(new Member(grouping.name(measurement, found), measurement, found));
    }
    return toldApart(
        SingleForks.merged(groups.values().stream().map(grouping::members).toList(), run));
  }

  /** Whether the run itself says what is compared with a measurement, and nobody else does. */
  private boolean isRecorded(Measurement measurement, RecordedRounds.@Nullable Placed found) {
    return found != null && !run.compareBy().appliesTo(measurement);
  }

  private String key(Measurement measurement, RecordedRounds.@Nullable Placed found) {
    if (found != null && isRecorded(measurement, found)) {
      return "rounds " + found.index() + " " + measurement.side();
    }
    SortedMap<String, String> fixed = parameters(measurement);
    fixed.remove(rowParameter(measurement));
    return String.join(
        "\u0000",
        run.compareBy().isClass()
            ? measurement.method()
            : rowParameter(measurement).isEmpty()
                ? measurement.className()
                : measurement.benchmark(),
        measurement.mode(),
        measurement.unit(),
        fixed.toString(),
        platform(measurement));
  }

  private String name(Measurement measurement, RecordedRounds.@Nullable Placed found) {
    String rowParameter = rowParameter(measurement);
    return found != null && isRecorded(measurement, found)
        ? found.row().name()
        : run.compareBy().isClass()
            ? measurement.className()
            : rowParameter.isEmpty()
                ? measurement.method()
                : measurement.parameters().getOrDefault(rowParameter, "");
  }

  /** With names that are short, and told apart. */
  private List<Member> named(List<Member> rows) {
    List<String> whole = rows.stream().map(Member::name).toList();
    List<String> shortened =
        run.compareBy().isClass() ? RowNames.ofClasses(whole) : RowNames.shortened(whole);
    Set<String> names = new HashSet<>();
    List<Member> members = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      Member member = rows.get(row);
      String name = shortened.get(row);
      for (int i = 2; !names.add(name); i++) {
        name = shortened.get(row) + " (" + i + ")";
      }
      members.add(new Member(name, member.measurement(), member.recorded()));
    }
    return members;
  }

  private Members members(List<Member> rows) {
    List<Member> members = named(rows);
    Measurement first = members.get(0).measurement();
    String rowParameter = rowParameter(first);
    SortedMap<String, String> fixed = parameters(first);
    fixed.remove(rowParameter);
    fixed.remove(RowKey.SIDE);
    // The rows that a run ranked with each other may differ in any parameter.
    for (Member member : members) {
      fixed.entrySet().retainAll(parameters(member.measurement()).entrySet());
    }
    fixed.replaceAll((name, value) -> RowNames.readable(value));
    String benchmark = benchmark(members, rowParameter);
    return new Members(benchmark, subject(benchmark, first), fixed, platform(first), members);
  }

  /** Groups of several packages that would be called alike have as much of them as it takes. */
  private static List<Members> toldApart(List<Members> groups) {
    Map<String, Set<String>> benchmarks = new HashMap<>();
    for (Members group : groups) {
      benchmarks.computeIfAbsent(group.subject(), none -> new TreeSet<>()).add(group.benchmark());
    }
    return groups.stream()
        .map(
            group -> {
              List<String> alike =
                  List.copyOf(benchmarks.getOrDefault(group.subject(), Set.of(group.benchmark())));
              return alike.size() < 2
                  ? group
                  : new Members(
                      group.benchmark(),
                      RowNames.ends(alike, 2).get(alike.indexOf(group.benchmark())),
                      group.fixed(),
                      group.platform(),
                      group.members());
            })
        .toList();
  }

  /** The parameters of a measurement; the threads among them if there are several. */
  private SortedMap<String, String> parameters(Measurement measurement) {
    TreeMap<String, String> parameters = new TreeMap<>(measurement.parameters());
    int threads = measurement.settings().threads();
    if (hasSeveralThreads || threads > 1) {
      String name = parameters.containsKey(THREADS) ? THREADS_OPTION : THREADS;
      parameters.put(name, String.valueOf(threads));
    }
    return parameters;
  }

  /** Measurements among which the parameter that tells rows apart is chosen. */
  private static String family(Measurement measurement) {
    return measurement.className() + " " + measurement.parameters().keySet();
  }

  private String rowParameter(Measurement measurement) {
    CompareBy compareBy = run.compareBy();
    if (compareBy.appliesTo(measurement)) {
      return compareBy.isClass() || compareBy.isMethod() ? "" : compareBy.what();
    }
    return rowParameters.getOrDefault(family(measurement), "");
  }

  private String platform(Measurement measurement) {
    String side = measurement.parameters().getOrDefault(RowKey.SIDE, "");
    if (!side.isEmpty()) {
      return sides.platform(side);
    }
    String jdk = measurement.settings().jdk();
    return jdk.isEmpty() ? "unknown JVM" : "JDK " + jdk;
  }

  /** A benchmark; the class where methods are the rows, the method where classes are. */
  private String benchmark(List<Member> members, String rowParameter) {
    Measurement first = members.get(0).measurement();
    RecordedRounds.Placed found = members.get(0).recorded();
    if (run.compareBy().isClass()) {
      return members.size() > 1 ? first.method() : first.benchmark();
    }
    boolean isOfMethods =
        rowParameter.isEmpty()
            && members.stream().map(member -> member.measurement().benchmark()).distinct().count()
                > 1;
    return !isOfMethods
        ? first.benchmark()
        : found == null || !isRecorded(first, found)
            ? first.className()
            : found.group().benchmark();
  }

  /** The same without the package; a benchmark without a class is its own name. */
  private static String subject(String benchmark, Measurement first) {
    String simpleClass = first.className().substring(first.className().lastIndexOf('.') + 1);
    if (simpleClass.isEmpty() || benchmark.equals(first.method())) {
      return benchmark;
    }
    // A group named after its baseline ends with a method, any other with the class.
    return benchmark.equals(first.className())
        ? simpleClass
        : simpleClass + "." + benchmark.substring(benchmark.lastIndexOf('.') + 1);
  }
}
