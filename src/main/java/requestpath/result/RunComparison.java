package requestpath.result;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Two runs compared, row by row. Rows of ours are compared by their ratios to the baseline of their
 * own run, so that a machine that was slower that day has slowed both; all others, and those that
 * stand alone in one of the runs, by their raw times. Intervals are simultaneous over all rows.
 *
 * @param lines of the rows on both sides, in the order of the new run
 * @param onlyOld the rows that the old run alone has
 * @param onlyNew the rows that the new run alone has
 * @param noise a difference no larger than this fraction is none
 */
public record RunComparison(
    List<Line> lines, List<String> onlyOld, List<String> onlyNew, double noise) {
  /** What a line compares. */
  public enum Kind {
    /** Ratios to the baseline of the own run. */
    RATIO,
    /** Raw times. */
    RAW,
    /** The baseline itself: others are measured by it. */
    BASELINE,
    /** Too few forks with a figure for an interval. */
    NOT_JUDGED
  }

  /**
   * A row in one of the runs.
   *
   * @param value in the unit
   * @param ratio to the baseline of its run; NaN where it is not compared by that
   * @param forks how many have a figure
   */
  public record Figure(double value, double ratio, int forks) {}

  /**
   * A row on both sides.
   *
   * @param title benchmark, parameters and mode
   * @param kind what is compared
   * @param unit of the values
   * @param baseline that ratios refer to; empty where none is compared
   * @param old its figure in the old run
   * @param now its figure in the new run
   * @param rawTime of new to old, whatever is compared; NaN when there is none
   * @param ratio of new to old of what is compared, as times; NaN when there is none
   * @param interval of that ratio; null when it is not judged
   * @param differs whether Holm's test over all lines shows a difference
   * @param allocation of new to old, in B/op; NaN when that was not measured
   */
  public record Line(
      String title,
      Kind kind,
      String unit,
      String baseline,
      Figure old,
      Figure now,
      double rawTime,
      double ratio,
      @Nullable Interval interval,
      boolean differs,
      double allocation) {

    /** Whether a difference is shown that exceeds the noise. */
    public boolean isDifferent(double noise) {
      return differs && Math.abs(Math.log(ratio)) > Math.log1p(noise);
    }

    /** Whether the interval is too wide to say anything. */
    public boolean isInconclusive() {
      return interval != null && !differs && interval.isInconclusive();
    }

    /** Whether the test shows a difference and the interval does not. */
    public boolean isOnlyByHolm() {
      return interval != null && differs && interval.contains(1);
    }

    /** Whether the new run allocates another number of bytes: they repeat to less than 1%. */
    public boolean hasOtherAllocation() {
      return Double.isFinite(allocation) && Math.abs(allocation - 1) > 0.01;
    }
  }

  /** A row and the group that it is compared in. */
  private record Member(RankedGroup group, RankedVariant row) {
    /** The baseline's forks when the group has one that was decided before the run. */
    @Nullable Row baseline() {
      return group.isDecided() ? group.baselineRow().map(RankedVariant::forks).orElse(null) : null;
    }

    boolean isBaseline() {
      return baseline() != null && group.isBaseline(row);
    }

    Figure figure(double ratio) {
      return new Figure(row.value(), ratio, row.count());
    }
  }

  /** A line that waits for its interval. */
  private record Unjudged(
      String title,
      Member old,
      Member now,
      Kind kind,
      String baseline,
      double oldRatio,
      double newRatio,
      @Nullable Comparison comparison) {
    Line line(@Nullable Interval interval, boolean differs) {
      Row oldRow = old.row().forks();
      Row newRow = now.row().forks();
      double rawTime =
          oldRow == null || newRow == null
              ? now.row().time() / old.row().time()
              : newRow.ratioTo(oldRow);
      return new Line(
          title,
          kind,
          now.row().measurement().unit(),
          baseline,
          old.figure(oldRatio),
          now.figure(newRatio),
          rawTime,
          comparison == null ? rawTime : comparison.ratio(),
          interval,
          differs,
          now.row().measurement().allocation() / old.row().measurement().allocation());
    }
  }

  /**
   * Compares two runs.
   *
   * @param noise a difference no larger than this fraction is none
   * @throws ResultException when they cannot be compared: other units, or nothing in common
   */
  public static RunComparison of(RecordedRun old, RecordedRun now, double noise)
      throws ResultException {
    Map<RowKey, Member> before = members(old);
    Map<RowKey, Member> after = members(now);
    List<Unjudged> unjudged = new ArrayList<>();
    List<String> onlyNew = new ArrayList<>();
    boolean isLong = RowKey.haveTwins(before.keySet()) || RowKey.haveTwins(after.keySet());
    for (Map.Entry<RowKey, Member> entry : after.entrySet()) {
      Member there = before.remove(entry.getKey());
      Member here = entry.getValue();
      Measurement measurement = here.row().measurement();
      String title = entry.getKey().title(isLong);
      if (there == null) {
        onlyNew.add(title);
        continue;
      }
      String oldUnit = there.row().measurement().unit();
      if (!oldUnit.equals(measurement.unit())) {
        throw new ResultException(
            title
                + " is in "
                + oldUnit
                + " in the old run and in "
                + measurement.unit()
                + " in the new one: measure both in one unit (-tu)");
      }
      unjudged.add(unjudged(title, there, here));
    }
    List<String> onlyOld = new ArrayList<>();
    before.keySet().forEach(key -> onlyOld.add(key.title(isLong)));
    if (unjudged.isEmpty()) {
      throw new ResultException(
          old.path()
              + " and "
              + now.path()
              + " have no variant in common: nothing can be compared");
    }
    List<Comparison> comparisons =
        unjudged.stream().flatMap(line -> Optional.ofNullable(line.comparison()).stream()).toList();
    Iterator<Interval> intervals = Holm.intervals(comparisons).iterator();
    Iterator<Boolean> differ = Holm.differ(comparisons).iterator();
    List<Line> lines =
        unjudged.stream()
            .map(
                line ->
                    line.comparison() == null
                        ? line.line(null, false)
                        : line.line(intervals.next(), differ.next()))
            .toList();
    return new RunComparison(lines, onlyOld, onlyNew, noise);
  }

  /**
   * The lines that count as regressions: the new run is shown to be slower, by Holm's test over all
   * lines and by more than the noise, and its ratio is at least one more than a fraction. Where the
   * interval ends is not asked. If a baseline moved, the raw time must have grown as much, too:
   * else the ratio only shows that the baseline became faster.
   */
  public List<Line> regressions(double atLeast) {
    double leastRaw = movedBaselines().isEmpty() ? 1 : 1 + Math.max(atLeast, noise);
    return lines.stream()
        .filter(line -> line.isDifferent(noise) && line.ratio() >= 1 + atLeast)
        .filter(line -> !(line.rawTime() < leastRaw))
        .toList();
  }

  /** The lines on which a difference is shown. */
  public List<Line> changes() {
    return lines.stream().filter(line -> line.isDifferent(noise)).toList();
  }

  /** The baselines whose raw time moved by more than the noise. */
  public List<Line> movedBaselines() {
    return lines.stream()
        .filter(line -> line.kind() == Kind.BASELINE)
        .filter(line -> Math.abs(Math.log(line.rawTime())) > Math.log1p(noise))
        .toList();
  }

  /** How many lines have an interval that says something. */
  public long judged() {
    return lines.stream().filter(line -> line.interval() != null && !line.isInconclusive()).count();
  }

  private static Unjudged unjudged(String title, Member old, Member now) {
    Row oldRow = old.row().forks();
    Row newRow = now.row().forks();
    Row oldBase = old.baseline();
    Row newBase = now.baseline();
    if (oldBase == null || newBase == null || !oldBase.name().equals(newBase.name())) {
      Comparison comparison =
          oldRow == null || newRow == null || oldRow.forks().size() < 2 || newRow.forks().size() < 2
              ? null
              : Comparison.of(newRow.sample(), oldRow.sample());
      Kind kind = comparison == null ? Kind.NOT_JUDGED : Kind.RAW;
      return new Unjudged(title, old, now, kind, "", Double.NaN, Double.NaN, comparison);
    }
    boolean isBaseline = old.isBaseline() && now.isBaseline();
    Comparison before = oldRow == null ? null : oldRow.comparedWith(oldBase).orElse(null);
    Comparison after = newRow == null ? null : newRow.comparedWith(newBase).orElse(null);
    if (isBaseline || before == null || after == null) {
      Kind kind = isBaseline ? Kind.BASELINE : Kind.NOT_JUDGED;
      return new Unjudged(title, old, now, kind, newBase.name(), Double.NaN, Double.NaN, null);
    }
    return new Unjudged(
        title,
        old,
        now,
        Kind.RATIO,
        newBase.name(),
        before.ratio(),
        after.ratio(),
        ofRatios(before, after));
  }

  /** A ratio of independent ratios; degrees of freedom by Welch and Satterthwaite. */
  private static Comparison ofRatios(Comparison before, Comparison after) {
    double a = before.standardError() * before.standardError();
    double b = after.standardError() * after.standardError();
    double degrees =
        a + b == 0
            ? before.degreesOfFreedom() + after.degreesOfFreedom()
            : (a + b)
                * (a + b)
                / (a * a / before.degreesOfFreedom() + b * b / after.degreesOfFreedom());
    return new Comparison(after.ratio() / before.ratio(), Math.sqrt(a + b), degrees);
  }

  private static Map<RowKey, Member> members(RecordedRun run) throws ResultException {
    Map<RowKey, Member> members = new LinkedHashMap<>();
    for (RankedGroup group : Judge.groups(run, 0, "")) {
      for (RankedVariant row : group.rows()) {
        RowKey key = row.measurement().key();
        if (members.put(key, new Member(group, row)) != null) {
          throw new ResultException(
              run.path() + " holds " + key.title(true) + " twice: which one is meant?");
        }
      }
    }
    return members;
  }
}
