package requestpath.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import requestpath.codec.Marks;
import requestpath.result.Floor;
import requestpath.result.ForkStatistic;
import requestpath.result.Relations;
import requestpath.result.Row;
import requestpath.result.Verdict;

/**
 * Rows that did the same work and are compared.
 *
 * @param id the same for the same group in every report of it
 * @param run which of the report's runs it is from, from 0
 * @param benchmark with its package; the class alone when methods are the rows
 * @param subject the same without the package
 * @param fixed the parameters that all rows share
 * @param platform the JVM, and the side of a run with two
 * @param side of a run with two: {@code this} or {@code against}; {@code this} in all others
 * @param baseline the name of the row that ratios refer to; empty when there is none
 * @param isDecided whether the baseline was decided before the run and other rows refer to it
 * @param isQuick whether it is a first look, which tells classes apart and nothing closer
 * @param rows the lowest ratio to the baseline first, or the lowest time where there are no ratios;
 *     those without a figure last
 * @param remarks what else its ranking says, in sentences without full stops: by the mean, beside
 *     the hand-written reference, with other bindings
 * @param control the baseline measured a second time, against itself; null when it was not
 */
record ReportGroup(
    String id,
    int run,
    String benchmark,
    String subject,
    SortedMap<String, String> fixed,
    String platform,
    String side,
    String baseline,
    boolean isDecided,
    boolean isQuick,
    List<ReportRow> rows,
    List<String> remarks,
    @Nullable Verdict control) {

  /** All pairs of more rows would take too long to compare, and nobody reads that many. */
  private static final int MOST_FOR_PAIRS = 80;

  private static final String BINDING = "binding";

  private static final String OTHER_VERSIONS =
      "No marks are shown: the marks of this jar belong to other versions or configurations than"
          + " those of this run; verify, built at the run's revision, lists its own";

  /** Benchmarks of this project whose work is bytes, from one form into another. */
  private static final Pattern BYTES =
      Pattern.compile("^(Json|MsgPack)(Encode|Decode)|^OwnPayload|^Transfer");

  /** The mode that all rows share. */
  String mode() {
    return first().mode();
  }

  /** The unit that all rows share. */
  String unit() {
    return first().unit();
  }

  /** The subject, the shared parameters and the mode, in a line. */
  String title() {
    return subject + (fixed.isEmpty() ? "" : " " + inBrackets(fixed)) + ", " + mode();
  }

  /** Parameters as in {@code (binding=RECORD, size=10)}. */
  static String inBrackets(Map<String, String> parameters) {
    StringJoiner joined = new StringJoiner(", ", "(", ")");
    parameters.forEach((name, value) -> joined.add(name + "=" + value));
    return joined.toString();
  }

  /** The same group with its control judged otherwise. */
  ReportGroup withControl(Verdict judged) {
    return with(id, remarks, judged);
  }

  /** The same group under another id. */
  ReportGroup withId(String other) {
    return with(other, remarks, control);
  }

  /** The same group with more remarks. */
  ReportGroup withRemarks(List<String> more) {
    return with(id, Stream.concat(remarks.stream(), more.stream()).toList(), control);
  }

  private ReportGroup with(String otherId, List<String> said, @Nullable Verdict judged) {
    return new ReportGroup(
        otherId, run, benchmark, subject, fixed, platform, side, baseline, isDecided, isQuick, rows,
        said, judged);
  }

  /** What all groups of the same work share, on whatever platform, in whatever run. */
  List<String> work() {
    return List.of(benchmark, fixed.toString(), mode(), unit());
  }

  /** The same, with any binding. */
  List<String> workWithoutBinding() {
    return List.of(benchmark, fixedWithoutBinding().toString(), mode(), unit());
  }

  /** The parameters that all rows share, but for the binding. */
  SortedMap<String, String> fixedWithoutBinding() {
    SortedMap<String, String> others = new TreeMap<>(fixed);
    others.remove(BINDING);
    return others;
  }

  /** How rows are bound to classes; empty if the work has no bindings. */
  String binding() {
    return fixed.getOrDefault(BINDING, "");
  }

  /** Whether its work is to read, write or copy bytes, so that bytes in a second say something. */
  boolean isAboutBytes() {
    return !mode().equals("ss") && BYTES.matcher(subject).find() && first().isOurs();
  }

  /** How the forks of its rows become values: each statistic with its rows, in their order. */
  Map<ForkStatistic, List<String>> statistics() {
    Map<ForkStatistic, List<String>> statistics = new LinkedHashMap<>();
    for (ReportRow row : rows) {
      Row forks = row.forks();
      if (forks != null) {
        statistics.computeIfAbsent(forks.statistic(), none -> new ArrayList<>()).add(row.name());
      }
    }
    return statistics;
  }

  /** Whether some row has an interval. */
  boolean hasVerdicts() {
    return rows.stream().anyMatch(row -> row.verdict() != null);
  }

  /** Whether methods of a class are its rows, so that their names alone mean nothing elsewhere. */
  boolean isOfMethods() {
    return first().method().equals(rows.get(0).name());
  }

  /** The row that ratios refer to. */
  Optional<ReportRow> baselineRow() {
    return rows.stream().filter(row -> row.name().equals(baseline)).findFirst();
  }

  /** The time of the same work by hand, in the unit's time; NaN where it has not run. */
  double floor() {
    return rows.stream()
        .filter(ReportGroup::isFloor)
        .mapToDouble(ReportRow::time)
        .findFirst()
        .orElse(Double.NaN);
  }

  /** The hand-written reference as a ratio to the baseline; NaN where either has not run. */
  double floorRatio() {
    return rows.stream()
        .filter(ReportGroup::isFloor)
        .mapToDouble(ReportRow::ratio)
        .findFirst()
        .orElse(Double.NaN);
  }

  /**
   * Whether a row is the hand-written reference: the same work, and nothing kept from one call to
   * the next.
   */
  static boolean isFloor(ReportRow row) {
    return row.name().equals(Floor.NAME);
  }

  /** Whether a row is a library, one that can be chosen, and not code by hand. */
  static boolean isLibrary(ReportRow row) {
    return !Floor.isFloor(row.name());
  }

  /**
   * What the marks of its rows mean, in a line, or why none is shown; empty where there are none.
   */
  String legend() {
    if (side.equals(RecordedRounds.THIS)
        && rows.stream().anyMatch(ReportRow::hasMarksOfOtherVersions)) {
      return OTHER_VERSIONS;
    }
    return Marks.legend(rows.stream().map(ReportRow::marks).toList());
  }

  /** What the group says, a sentence a row without full stops, the fastest first. */
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    for (ReportRow row : rows) {
      if (row.name().equals(baseline) && rows.size() > 1) {
        continue;
      }
      String sentence = sentence(row);
      String warnings = isQuick ? "" : String.join(", ", row.warnings());
      sentences.add(warnings.isEmpty() ? sentence : sentence + " (" + warnings + ")");
    }
    if (control != null) {
      String figures =
          isQuick
              ? control.isDifferent() ? "differs from itself" : "shows no difference from itself"
              : "is "
                  + control.interval().text(control.comparison().ratio())
                  + " itself "
                  + control.interval();
      sentences.add(
          "Control: "
              + baseline
              + " measured twice "
              + figures
              + (control.isDifferent()
                  ? ", so this machine was too noisy to rank so closely"
                  : ""));
    }
    sentences.addAll(remarks);
    return sentences;
  }

  private String sentence(ReportRow row) {
    Verdict verdict = row.verdict();
    if (verdict != null) {
      return sentence(verdict);
    }
    if (row.forks() == null) {
      return row.name() + " has no figure";
    }
    String value = row.name() + ": " + Figures.plain(row.value()) + " " + unit();
    return isQuick || Double.isNaN(row.ratio()) || row.name().equals(baseline)
        ? value
        : value + ", " + Figures.ratio(row.ratio()) + " the time of " + baseline + ", no interval";
  }

  /** A verdict in the words of a run, of a first look in rough ones. */
  String sentence(Verdict verdict) {
    return isQuick ? verdict.roughly(baseline) : verdict.sentence(baseline);
  }

  /**
   * How each row stands to each other by time, compared directly and all pairs at once: a line a
   * row, in their order, with {@code <} where it is shown to be faster than the other, {@code >}
   * where slower, {@code =} where no difference is shown, {@code ?} where nothing was judged, as
   * fewer than two rounds hold both. Empty when there are too many rows.
   */
  List<String> relations() {
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

  /** How long an operation takes in seconds, for a time in the unit; NaN when it is not a time. */
  double secondsPerUnit() {
    String name = unit().replace("ops/", "").replace("/op", "");
    return Map.of(
            "ns", 1e-9, "us", 1e-6, "ms", 1e-3, "s", 1.0, "min", 60.0, "hr", 3600.0, "day", 86400.0)
        .getOrDefault(name, Double.NaN);
  }

  private Measurement first() {
    return rows.get(0).measurement();
  }
}
