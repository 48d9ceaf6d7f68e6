package requestpath.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import requestpath.stats.Comparison;
import requestpath.stats.Floor;
import requestpath.stats.Holm;
import requestpath.stats.Verdict;

/**
 * Rows that did the same work and are compared.
 *
 * @param id the same for the same group in every report of it
 * @param run which of the report's runs it is from, from 0
 * @param subject the benchmark without its package; the class alone when methods are the rows
 * @param fixed the parameters that all rows share
 * @param platform the JVM, and the side of a run with two
 * @param baseline the name of the row that ratios refer to; empty when there is none
 * @param rows the fastest first, those without a figure last
 * @param control the baseline measured a second time, against itself; null when it was not
 */
record ReportGroup(
    String id,
    int run,
    String subject,
    SortedMap<String, String> fixed,
    String platform,
    String baseline,
    List<ReportRow> rows,
    @Nullable Verdict control) {

  /** All pairs of more rows would take too long to compare, and nobody reads that many. */
  private static final int MOST_FOR_PAIRS = 80;

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
    return new ReportGroup(id, run, subject, fixed, platform, baseline, rows, judged);
  }

  /** Whether some row has an interval. */
  boolean hasVerdicts() {
    return rows.stream().anyMatch(row -> row.verdict() != null);
  }

  /** The row that ratios refer to. */
  Optional<ReportRow> baselineRow() {
    return rows.stream().filter(row -> row.name().equals(baseline)).findFirst();
  }

  /** The time of the same work by hand, in the unit's time; NaN where it has not run. */
  double floor() {
    return rows.stream()
        .filter(row -> row.name().equals(Floor.NAME))
        .mapToDouble(ReportRow::time)
        .findFirst()
        .orElse(Double.NaN);
  }

  /** Whether a row is the floor: the same work by hand. */
  static boolean isFloor(ReportRow row) {
    return Floor.isFloor(row.name());
  }

  /** What the group says, a sentence a row without full stops, the fastest first. */
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    for (ReportRow row : rows) {
      if (row.name().equals(baseline) && rows.size() > 1) {
        continue;
      }
      String sentence = sentence(row);
      String warnings = String.join(", ", row.warnings());
      sentences.add(warnings.isEmpty() ? sentence : sentence + " (" + warnings + ")");
    }
    if (control != null) {
      sentences.add(
          String.format(
              Locale.ROOT,
              "Control: %s measured twice is %.2fx itself [%.2f, %.2f]%s",
              baseline,
              control.comparison().ratio(),
              control.interval().low(),
              control.interval().high(),
              control.isDifferent() ? ", so this machine was too noisy to rank so closely" : ""));
    }
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
    return Double.isNaN(row.ratio()) || row.name().equals(baseline)
        ? value
        : value + ", " + Figures.ratio(row.ratio()) + " the time of " + baseline + ", no interval";
  }

  /** A verdict in the words of a run. */
  String sentence(Verdict verdict) {
    return verdict.sentence(baseline);
  }

  /**
   * How each row stands to each other by time, compared directly and all pairs at once: a line a
   * row, in their order, with {@code <} where it is shown to be faster than the other, {@code >}
   * where slower, {@code =} where no difference is shown. Empty when there are too many rows.
   */
  List<String> relations() {
    if (rows.size() > MOST_FOR_PAIRS) {
      return List.of();
    }
    List<Comparison> comparisons = new ArrayList<>();
    List<int[]> pairs = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      for (int j = i + 1; j < rows.size(); j++) {
        var left = rows.get(i).forks();
        var right = rows.get(j).forks();
        if (left != null && right != null && left.roundsWith(right) > 1) {
          comparisons.add(left.against(right));
          pairs.add(new int[] {i, j});
        }
      }
    }
    char[][] relations = new char[rows.size()][rows.size()];
    for (char[] line : relations) {
      Arrays.fill(line, '=');
    }
    List<Boolean> differ = Holm.differ(comparisons);
    for (int k = 0; k < pairs.size(); k++) {
      if (differ.get(k)) {
        boolean isFaster = comparisons.get(k).ratio() < 1;
        int[] pair = pairs.get(k);
        relations[pair[0]][pair[1]] = isFaster ? '<' : '>';
        relations[pair[1]][pair[0]] = isFaster ? '>' : '<';
      }
    }
    List<String> lines = new ArrayList<>();
    for (char[] line : relations) {
      lines.add(String.valueOf(line));
    }
    return lines;
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
