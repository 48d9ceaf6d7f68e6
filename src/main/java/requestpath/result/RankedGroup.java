package requestpath.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Variants that did the same work, ranked against one baseline.
 *
 * @param id the same for the same group in every report of it
 * @param run which of the runs it is from, from 0
 * @param benchmark with its package; the class alone when methods are the variants
 * @param subject the same without the package
 * @param fixed the parameters that all rows share
 * @param platform the JVM, and the side of a run with two
 * @param side of a run with two: {@link RowKey#THIS} in all others
 * @param baseline the name of the row that ratios refer to; empty when there is none
 * @param isDecided whether the baseline was decided before the run and other rows refer to it
 * @param rows the lowest ratio to the baseline first, or the lowest time where there are no ratios;
 *     those without a figure last
 * @param notes what else the judge found out
 * @param control the baseline measured a second time, against itself; null when it was not
 */
public record RankedGroup(
    String id,
    int run,
    String benchmark,
    String subject,
    SortedMap<String, String> fixed,
    String platform,
    String side,
    String baseline,
    boolean isDecided,
    List<RankedVariant> rows,
    Notes notes,
    @Nullable Verdict control) {
  /** All pairs of more rows would take too long to compare, and nobody reads that many. */
  private static final int MOST_FOR_PAIRS = 80;

  private static final String BINDING = "binding";

  /**
   * What the judge found out beside the ratios.
   *
   * @param byMean pairs that are shown to change places by the mean, the faster by value first
   * @param fasterThanReference libraries that are shown to be faster than the hand-written
   *     reference
   * @param byBinding rows that are shown to change places with the binding
   * @param race of a run that gave more forks only to rows that may be the fastest; null for all
   *     other runs
   * @param machine how other work slowed the machine during the turns of the forks
   */
  public record Notes(
      List<Pair> byMean,
      List<Verdict> fasterThanReference,
      List<RankChange> byBinding,
      @Nullable Race race,
      MachineState machine) {
    private Notes with(List<RankChange> changes) {
      return new Notes(byMean, fasterThanReference, changes, race, machine);
    }
  }

  /** Whether more is better: its values are operations in a time. */
  public boolean isThroughput() {
    return first().isThroughput();
  }

  /** Its identity in the report whose first run is its own. */
  public String idInItsOwnReport() {
    return Judge.id(0, benchmark, fixed, mode(), unit(), platform);
  }

  /** The mode that all rows share. */
  public String mode() {
    return first().mode();
  }

  /** The unit that all rows share. */
  public String unit() {
    return first().unit();
  }

  /** The subject, the shared parameters and the mode, in a line. */
  public String title() {
    return titleWithoutMode() + (mode().isEmpty() ? "" : ", " + mode());
  }

  private String titleWithoutMode() {
    return subject + (fixed.isEmpty() ? "" : " " + inBrackets(fixed));
  }

  /** Parameters as in {@code (binding=RECORD, size=10)}. */
  public static String inBrackets(Map<String, String> parameters) {
    StringJoiner joined = new StringJoiner(", ", "(", ")");
    parameters.forEach((name, value) -> joined.add(name + "=" + value));
    return joined.toString();
  }

  /** The same group under another id. */
  RankedGroup withId(String other) {
    return with(other, notes, control);
  }

  /** The same group with what only the other groups of its run tell. */
  RankedGroup with(List<RankChange> byBinding, @Nullable Verdict judged) {
    return with(id, notes.with(byBinding), judged);
  }

  private RankedGroup with(String otherId, Notes known, @Nullable Verdict judged) {
    return new RankedGroup(
        otherId, run, benchmark, subject, fixed, platform, side, baseline, isDecided, rows, known,
        judged);
  }

  /**
   * Some of its rows as a group without a baseline.
   *
   * @param more parameters that they share beside those of the whole group
   * @param some at least one of its rows
   */
  public RankedGroup part(Map<String, String> more, List<RankedVariant> some) {
    TreeMap<String, String> all = new TreeMap<>(fixed);
    all.putAll(more);
    return new RankedGroup(
        id, run, benchmark, subject, all, platform, side, "", false, some, notes, null);
  }

  /** What all groups of the same work share, on whatever platform, in whatever run. */
  public List<String> work() {
    return List.of(benchmark, fixed.toString(), mode(), unit());
  }

  /** The same, with any binding. */
  public List<String> workWithoutBinding() {
    return List.of(benchmark, fixedWithoutBinding().toString(), mode(), unit());
  }

  /** The parameters that all rows share, but for the binding. */
  public SortedMap<String, String> fixedWithoutBinding() {
    SortedMap<String, String> others = new TreeMap<>(fixed);
    others.remove(BINDING);
    return others;
  }

  /** How rows are bound to classes; empty if the work has no bindings. */
  public String binding() {
    return fixed.getOrDefault(BINDING, "");
  }

  /** How the forks of its rows become values: each statistic with its rows, in their order. */
  public Map<ForkStatistic, List<String>> statistics() {
    Map<ForkStatistic, List<String>> statistics = new LinkedHashMap<>();
    for (RankedVariant row : rows) {
      Row forks = row.forks();
      if (forks != null) {
        statistics.computeIfAbsent(forks.statistic(), none -> new ArrayList<>()).add(row.name());
      }
    }
    return statistics;
  }

  /** Whether some row has an interval. */
  public boolean hasVerdicts() {
    return rows.stream().anyMatch(row -> row.verdict() != null);
  }

  /** Whether methods of a class are its rows, so that their names alone mean nothing elsewhere. */
  public boolean isOfMethods() {
    return first().method().equals(rows.get(0).name());
  }

  /** The row that ratios refer to. */
  public Optional<RankedVariant> baselineRow() {
    return rows.stream().filter(row -> row.name().equals(baseline)).findFirst();
  }

  /** Whether a row is the one that ratios refer to. */
  public boolean isBaseline(RankedVariant row) {
    return row.name().equals(baseline);
  }

  /** The hand-written reference as a ratio to the baseline; NaN where either has not run. */
  public double referenceRatio() {
    return rows.stream()
        .filter(RankedGroup::isReference)
        .mapToDouble(RankedVariant::ratio)
        .findFirst()
        .orElse(Double.NaN);
  }

  /** Whether a row is the hand-written reference. */
  public static boolean isReference(RankedVariant row) {
    return row.name().equals(HandwrittenReference.NAME);
  }

  /** Whether a row is one that can be chosen, and not code by hand. */
  public static boolean isLibrary(RankedVariant row) {
    return !HandwrittenReference.isHandwritten(row.name());
  }

  /** The libraries that have a figure, in their order. */
  public List<RankedVariant> libraries() {
    return rows.stream().filter(row -> row.forks() != null && isLibrary(row)).toList();
  }

  /** Its fastest library; empty when there is nothing to compare. */
  public Optional<Headline> headline() {
    return Headline.of(this);
  }

  /** The rank of a variant. */
  public enum Rank {
    /** It is shown to be faster than all others. */
    FASTEST,
    /** No difference from the fastest is shown. */
    TIED,
    /** The fastest is shown to be faster, or the variant was not judged. */
    BEHIND
  }

  /** The rank of a variant among the libraries of the group. */
  public Rank rank(RankedVariant row) {
    Verdict verdict = row.verdict();
    if (verdict == null || !verdict.tiesWithBest()) {
      return Rank.BEHIND;
    }
    long tied =
        rows.stream()
            .map(RankedVariant::verdict)
            .filter(other -> other != null && other.tiesWithBest())
            .count();
    if (tied > 1 || !verdict.isDifferent()) {
      return Rank.TIED;
    }
    boolean isRanked =
        libraries().stream().allMatch(other -> other.verdict() != null || isBaseline(other));
    return isRanked ? Rank.FASTEST : Rank.BEHIND;
  }

  /**
   * The times of all pairs of rows, compared directly and all at once: see {@link
   * Relations#lines()}. Empty when there are too many rows.
   */
  public List<String> relations() {
    if (rows.size() > MOST_FOR_PAIRS) {
      return List.of();
    }
    return Relations.of(
            rows.stream()
                .map(
                    row ->
                        Objects.requireNonNullElseGet(
                            row.forks(),
                            () -> new Row(row.name(), new TreeMap<>(), ForkStatistic.MEAN)))
                .toList())
        .lines();
  }

  /**
   * The same for the bytes that an operation allocates. Two rows tie if they differ by at most one
   * percent.
   */
  public List<String> relationsOfAllocation() {
    return Relations.ofAllocations(
        rows.stream().mapToDouble(row -> row.measurement().allocation()).toArray());
  }

  /** Its rows that have a figure, the lowest mean time first. */
  public List<RankedVariant> byMean() {
    return rows.stream()
        .filter(row -> row.forks() != null)
        .sorted(Comparator.comparingDouble(RankedVariant::meanTime))
        .toList();
  }

  /** Whether all that can be said of its rows are JMH's own figures: none has a second fork. */
  public boolean isOfSingleForks() {
    return rows.stream().allMatch(row -> row.count() < 2);
  }

  private Measurement first() {
    return rows.get(0).measurement();
  }
}
