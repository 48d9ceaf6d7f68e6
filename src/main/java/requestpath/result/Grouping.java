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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a run are compared with each other, and what their group is called. A run of ours
 * says it itself; of other files those belong together that differ in their library alone, else in
 * their method, else in the one parameter that is no number.
 */
final class Grouping {
  private final RecordedRun run;
  private final Map<RowKey, RecordedRounds.Placed> recorded;
  private final Map<String, String> rowParameters = new HashMap<>();

  /** Rows that differ in their threads alone are different work. */
  private final boolean hasSeveralThreads;

  private Grouping(RecordedRun run) {
    this.run = run;
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
    return toldApart(groups.values().stream().map(grouping::members).toList());
  }

  private String key(Measurement measurement, RecordedRounds.@Nullable Placed found) {
    if (found != null) {
      return "rounds " + found.index() + " " + measurement.side();
    }
    SortedMap<String, String> fixed = parameters(measurement);
    fixed.remove(rowParameter(measurement));
    return String.join(
        "\u0000",
        rowParameter(measurement).isEmpty() ? measurement.className() : measurement.benchmark(),
        measurement.mode(),
        measurement.unit(),
        fixed.toString(),
        platform(measurement));
  }

  private String name(Measurement measurement, RecordedRounds.@Nullable Placed found) {
    String rowParameter = rowParameter(measurement);
    return found != null
        ? found.row().name()
        : rowParameter.isEmpty()
            ? measurement.method()
            : measurement.parameters().getOrDefault(rowParameter, "");
  }

  private Members members(List<Member> named) {
    Set<String> names = new HashSet<>();
    List<Member> members = new ArrayList<>();
    for (Member member : named) {
      String name = member.name();
      for (int i = 2; !names.add(name); i++) {
        name = member.name() + " (" + i + ")";
      }
      members.add(new Member(name, member.measurement(), member.recorded()));
    }
    Measurement first = members.get(0).measurement();
    String rowParameter = rowParameter(first);
    SortedMap<String, String> fixed = parameters(first);
    fixed.remove(rowParameter);
    fixed.remove(RowKey.SIDE);
    String benchmark = benchmark(members, rowParameter);
    return new Members(benchmark, subject(benchmark, first), fixed, platform(first), members);
  }

  /** Groups of several packages that would be called alike have their whole names. */
  private static List<Members> toldApart(List<Members> groups) {
    Map<String, Set<String>> benchmarks = new HashMap<>();
    for (Members group : groups) {
      benchmarks.computeIfAbsent(group.subject(), none -> new HashSet<>()).add(group.benchmark());
    }
    return groups.stream()
        .map(
            group ->
                benchmarks.getOrDefault(group.subject(), Set.of()).size() > 1
                    ? new Members(
                        group.benchmark(),
                        group.benchmark(),
                        group.fixed(),
                        group.platform(),
                        group.members())
                    : group)
        .toList();
  }

  /** The parameters of a measurement; the threads among them where they tell rows apart. */
  private SortedMap<String, String> parameters(Measurement measurement) {
    TreeMap<String, String> parameters = new TreeMap<>(measurement.parameters());
    if (hasSeveralThreads) {
      parameters.put("threads", String.valueOf(measurement.settings().threads()));
    }
    return parameters;
  }

  /** Measurements among which the parameter that tells rows apart is chosen. */
  private static String family(Measurement measurement) {
    return measurement.className() + " " + measurement.parameters().keySet();
  }

  private String rowParameter(Measurement measurement) {
    return rowParameters.getOrDefault(family(measurement), "");
  }

  private String platform(Measurement measurement) {
    String jdk = measurement.settings().jdk();
    String side = measurement.parameters().getOrDefault(RowKey.SIDE, "");
    boolean isBase = side.equals(RowKey.AGAINST);
    String label = isBase ? run.baseLabel() : jdk.isEmpty() ? "unknown JVM" : "JDK " + jdk;
    String configuration = isBase ? "base" : "candidate";
    return side.isEmpty() || label.contains(configuration)
        ? label
        : label + " (" + configuration + ")";
  }

  /** A benchmark, or the class where methods are the rows. */
  private static String benchmark(List<Member> members, String rowParameter) {
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
}
