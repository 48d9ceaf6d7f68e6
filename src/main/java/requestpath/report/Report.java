package requestpath.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import requestpath.codec.LibraryCatalogue;
import requestpath.codec.LibraryCatalogue.Library;
import requestpath.codec.Mark;
import requestpath.codec.Marks;
import requestpath.result.Headline;
import requestpath.result.Judgement;
import requestpath.result.Measurement;
import requestpath.result.RankedGroup;
import requestpath.result.RankedVariant;
import requestpath.result.RecordedEnvironment;
import requestpath.result.RecordedRun;
import requestpath.result.RowKey;
import requestpath.text.Figures;

/**
 * The content of a report: the judgement, and what is known about the libraries.
 *
 * @param judgement of the runs that it is made from
 * @param catalogue what is known about libraries
 * @param facts what libraries were seen to do to data, by row
 */
record Report(Judgement judgement, LibraryCatalogue catalogue, Map<String, List<Behaviour>> facts) {
  private static final String OTHER_VERSIONS =
      "No marks are shown: the marks of this jar are for other versions or configurations than"
          + " those of this run; verify of a jar built at the run's revision lists the run's marks";

  /**
   * Makes a report.
   *
   * @param baseline the row that ratios refer to where a group has it; empty for the usual one
   */
  static Report of(List<RecordedRun> runs, String baseline, Map<String, List<Behaviour>> facts) {
    return new Report(Judgement.of(runs, baseline), LibraryCatalogue.load(), facts);
  }

  /** The runs that it is made from. */
  List<RecordedRun> runs() {
    return judgement.runs();
  }

  /** The groups of all runs, in their order. */
  List<RankedGroup> groups() {
    return judgement.groups();
  }

  /**
   * The groups whose times may be put beside each other: all, but those of a shard only with those
   * of the same shard, because shards are measured on different machines.
   */
  List<List<RankedGroup>> comparable() {
    Map<Integer, List<RankedGroup>> comparable = new LinkedHashMap<>();
    for (RankedGroup group : groups()) {
      boolean isPart = run(group).environment().shard().isPart();
      comparable.computeIfAbsent(isPart ? group.run() : -1, none -> new ArrayList<>()).add(group);
    }
    return List.copyOf(comparable.values());
  }

  /** The run that a group is from. */
  RecordedRun run(RankedGroup group) {
    return runs().get(group.run());
  }

  /**
   * Which of two groups with the same work answers for both: one that could be judged; of these the
   * one with more libraries, so that a run of a few does not hide a whole ranking; of equal ones
   * the newer.
   */
  RankedGroup fuller(RankedGroup one, RankedGroup other) {
    Comparator<RankedGroup> order =
        Comparator.comparing(
                (RankedGroup group) -> group.headline().filter(Headline::isJudged).isPresent())
            .thenComparingInt(group -> group.libraries().size())
            .thenComparing(group -> run(group).environment().started());
    return order.compare(one, other) < 0 ? other : one;
  }

  /** What a run is called: as much of its path as tells it from the others. */
  String name(RecordedRun run) {
    return run.nameAmong(runs());
  }

  /**
   * Whether a library of the catalogue is among the rows: only then is there something to choose.
   */
  boolean hasLibraries() {
    return groups().stream()
        .flatMap(group -> group.rows().stream())
        .anyMatch(row -> library(row).isPresent());
  }

  /** What a group says, in sentences without full stops. */
  List<String> sentences(RankedGroup group) {
    return GroupTexts.sentences(group, run(group).precision());
  }

  /** Whether the jar of a run measured a group, which a base of another jar is not. */
  private static boolean isOfThisBuild(RankedGroup group, RecordedEnvironment environment) {
    String base = environment.against().label();
    return group.side().equals(RowKey.THIS)
        || (base.startsWith("--against-") && !base.contains("--against-jar "));
  }

  /**
   * Whether a run measured the variants that this program knows: its jar had the same marks, and no
   * library had another version than the catalogue names. Then the observations of {@code verify}
   * also hold for its rows, except those of another jar.
   */
  private boolean isObserved(RankedGroup group) {
    RecordedEnvironment environment = run(group).environment();
    return isOfThisBuild(group, environment)
        && Marks.areOf(environment.marks())
        && catalogue.libraries().stream()
            .allMatch(
                library ->
                    environment
                        .libraries()
                        .getOrDefault(library.artefact(), library.version())
                        .equals(library.version()));
  }

  /**
   * What to know about a row beside its figures; empty for rows of other projects, and of other
   * versions of this one.
   */
  Set<Mark> marks(RankedGroup group, RankedVariant row) {
    return isObserved(group) ? todaysMarks(row) : Set.of();
  }

  private static Set<Mark> todaysMarks(RankedVariant row) {
    Measurement measurement = row.measurement();
    return measurement.isOurs()
        ? Marks.load().of(measurement.benchmark(), measurement.parameters())
        : Set.of();
  }

  /**
   * What a library does when it reads JSON with the binding of a row, whatever the row itself
   * measures; empty if it is no library, reads no JSON, or is of other versions of this project.
   */
  Optional<Set<Mark>> marksOfReading(RankedGroup group, RankedVariant row) {
    if (library(row).isEmpty() || !Work.format(group).equals(Work.JSON) || !isObserved(group)) {
      return Optional.empty();
    }
    Map<String, String> parameters = new HashMap<>(row.measurement().parameters());
    parameters.put("binding", binding(row));
    return Optional.of(Marks.load().of("JsonDecodeBenchmark.fromBytes", parameters));
  }

  /** The inputs that cause a mark. */
  static List<String> inputs(Mark mark, RankedVariant row) {
    Measurement measurement = row.measurement();
    return Marks.load().inputs(mark, measurement.benchmark(), measurement.parameters());
  }

  /** A row's name with its marks. */
  String markedName(RankedGroup group, RankedVariant row) {
    return row.name() + Marks.suffix(marks(group, row));
  }

  /**
   * What the marks of a group's rows mean, in a line, or why none is shown; empty where there are
   * none.
   */
  String legend(RankedGroup group) {
    return hasHiddenMarks(group)
        ? OTHER_VERSIONS
        : Marks.legend(group.rows().stream().map(row -> marks(group, row)).toList());
  }

  /** Whether rows have marks in this jar, which do not hold for the run of the group. */
  boolean hasHiddenMarks(RankedGroup group) {
    return group.side().equals(RowKey.THIS)
        && !isObserved(group)
        && group.rows().stream().anyMatch(row -> !todaysMarks(row).isEmpty());
  }

  /** The library that a row of ours stands for; none for rows of other projects. */
  Optional<Library> library(RankedVariant row) {
    String name = row.measurement().parameters().getOrDefault("library", row.name());
    return !row.measurement().isOurs()
        ? Optional.empty()
        : catalogue.libraries().stream()
            .filter(library -> library.variants().containsKey(name))
            .findFirst();
  }

  /** What the library of a row was seen to do to data; nothing for rows of other versions. */
  List<Behaviour> facts(RankedGroup group, RankedVariant row) {
    if (!row.measurement().isOurs() || !isObserved(group)) {
      return List.of();
    }
    String binding = binding(row);
    return facts.getOrDefault(row.name(), List.of()).stream()
        .filter(fact -> fact.check().format().equals(Work.format(group)))
        .filter(fact -> fact.bindings().contains(binding))
        .toList();
  }

  /** The binding of a row of ours. */
  static String binding(RankedVariant row) {
    Measurement measurement = row.measurement();
    return Marks.binding(measurement.benchmark(), measurement.parameters()).name();
  }

  /**
   * How long the library of a row takes to its first record on the same platform: from the same
   * run, else from another one of this report.
   */
  @Nullable String coldStart(RankedGroup group, RankedVariant row) {
    String binding = group.fixed().getOrDefault("binding", "");
    return comparable().stream()
        .filter(groups -> groups.contains(group))
        .flatMap(List::stream)
        .filter(other -> other.subject().contains("ColdStart"))
        .filter(other -> other.platform().equals(group.platform()))
        .filter(other -> other.fixed().getOrDefault("binding", "").equals(binding))
        .sorted(Comparator.comparing(other -> other.run() != group.run()))
        .flatMap(
            other ->
                other.rows().stream()
                    .filter(each -> each.name().equals(row.name()) && each.forks() != null)
                    .map(
                        each ->
                            Figures.plain(each.value()) + " " + other.unit().replace("/op", "")))
        .findFirst()
        .orElse(null);
  }

  /**
   * Where a group was measured: the JVM, the machine if it is one of several shards, and the run
   * where another one has the same there.
   */
  String where(RankedGroup group) {
    RecordedRun run = run(group);
    if (run.environment().shard().isPart()) {
      String machine = Provenance.machine(run.environment().machine());
      return group.platform() + ", " + name(run) + (machine.isEmpty() ? "" : " on " + machine);
    }
    boolean isShared =
        groups().stream()
            .anyMatch(
                other ->
                    other.run() != group.run()
                        && other.platform().equals(group.platform())
                        && other.work().equals(group.work()));
    return isShared ? group.platform() + ", " + name(run(group)) : group.platform();
  }

  /**
   * Groups of the same work on more than one platform or in more than one run; without the two
   * sides of one run, which {@link Judgement#sides()} compares better.
   */
  List<List<RankedGroup>> sideBySide() {
    Map<List<String>, List<RankedGroup>> byWork = new LinkedHashMap<>();
    for (RankedGroup group : groups()) {
      byWork.computeIfAbsent(group.work(), none -> new ArrayList<>()).add(group);
    }
    return byWork.values().stream()
        .filter(same -> same.size() > 1)
        .filter(same -> !isOfOneRun(same) || same.stream().allMatch(Report::isOfOneSide))
        .toList();
  }

  private static boolean isOfOneRun(List<RankedGroup> groups) {
    return groups.stream().map(RankedGroup::run).distinct().count() == 1;
  }

  private static boolean isOfOneSide(RankedGroup group) {
    return group.side().equals(RowKey.THIS);
  }
}
