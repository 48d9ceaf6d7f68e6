package requestpath.result;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  /** An interval whose ends are so many times apart says nothing. */
  private static final double INCONCLUSIVE = 100;

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
      return interval != null && interval.high() / interval.low() > INCONCLUSIVE;
    }

    private Line judged(Interval simultaneous, boolean isDifferent) {
      return new Line(
          title,
          kind,
          unit,
          baseline,
          old,
          now,
          rawTime,
          ratio,
          simultaneous,
          isDifferent,
          allocation);
    }
  }

  /** A row and the group that it is compared in. */
  private record Place(RankedGroup group, RankedVariant row) {
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

  /** A comparison that waits for its interval. */
  private record Judged(int line, Comparison comparison) {}

  /**
   * Compares two runs.
   *
   * @param noise a difference no larger than this fraction is none
   * @throws ResultException when they cannot be compared: other units, or nothing in common
   */
  public static RunComparison of(RecordedRun old, RecordedRun now, double noise)
      throws ResultException {
    Map<RowKey, Place> before = places(old);
    Map<RowKey, Place> after = places(now);
    List<Line> lines = new ArrayList<>();
    List<Judged> judged = new ArrayList<>();
    List<String> onlyNew = new ArrayList<>();
    boolean isLong = hasTwins(before.keySet()) || hasTwins(after.keySet());
    for (Map.Entry<RowKey, Place> entry : after.entrySet()) {
      Place there = before.remove(entry.getKey());
      Place here = entry.getValue();
      Measurement measurement = here.row().measurement();
      String title = title(entry.getKey(), measurement, isLong);
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
      line(lines, judged, title, there, here);
    }
    List<String> onlyOld = new ArrayList<>();
    before.forEach((key, place) -> onlyOld.add(title(key, place.row().measurement(), isLong)));
    if (lines.isEmpty()) {
      throw new ResultException(
          old.path() + " and " + now.path() + " have no row in common: nothing can be compared");
    }
    List<Comparison> comparisons = judged.stream().map(Judged::comparison).toList();
    List<Interval> intervals = Holm.intervals(comparisons);
    List<Boolean> differ = Holm.differ(comparisons);
    for (int i = 0; i < judged.size(); i++) {
      int index = judged.get(i).line();
      lines.set(index, lines.get(index).judged(intervals.get(i), differ.get(i)));
    }
    return new RunComparison(lines, onlyOld, onlyNew, noise);
  }

  /** Whether benchmarks of two packages would look alike without them. */
  private static boolean hasTwins(Set<RowKey> keys) {
    Set<String> names = new HashSet<>();
    Set<String> shortNames = new HashSet<>();
    for (RowKey key : keys) {
      if (names.add(key.benchmark())
          && !shortNames.add(key.benchmark().replaceAll(".*\\.(?=[^.]*\\.[^.]*$)", ""))) {
        return true;
      }
    }
    return false;
  }

  private static String title(RowKey key, Measurement measurement, boolean isLong) {
    return (isLong ? key.benchmark() : measurement.shortBenchmark())
        + (measurement.parameters().isEmpty()
            ? ""
            : " " + RankedGroup.inBrackets(measurement.parameters()))
        + (key.threads() > 1 ? ", " + key.threads() + " threads" : "")
        + (key.mode().isEmpty() ? "" : ", " + key.mode());
  }

  /**
   * The lines that count as regressions: the new run is shown to be slower, by Holm's test over all
   * lines and by more than the noise, and its ratio is at least one more than a fraction. Where the
   * interval ends is not asked. A row whose raw time fell is none: then its baseline moved.
   */
  public List<Line> regressions(double atLeast) {
    return lines.stream()
        .filter(line -> line.isDifferent(noise) && line.ratio() >= 1 + atLeast)
        .filter(line -> !(line.rawTime() < 1))
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

  /** How many lines have an interval. */
  public long judged() {
    return lines.stream().filter(line -> line.interval() != null).count();
  }

  private static void line(
      List<Line> lines, List<Judged> judged, String title, Place old, Place now) {
    Row oldRow = old.row().forks();
    Row newRow = now.row().forks();
    Row oldBase = old.baseline();
    Row newBase = now.baseline();
    boolean isByRatio = oldBase != null && newBase != null && oldBase.name().equals(newBase.name());
    double rawTime =
        oldRow == null || newRow == null
            ? now.row().time() / old.row().time()
            : newRow.ratioTo(oldRow);
    Comparison comparison = null;
    Kind kind = isByRatio && old.isBaseline() && now.isBaseline() ? Kind.BASELINE : Kind.NOT_JUDGED;
    double oldRatio = Double.NaN;
    double newRatio = Double.NaN;
    if (kind != Kind.BASELINE && oldRow != null && newRow != null) {
      if (isByRatio
          && oldBase != null
          && newBase != null
          && oldRow.roundsWith(oldBase) > 1
          && newRow.roundsWith(newBase) > 1) {
        Comparison before = oldRow.against(oldBase);
        Comparison after = newRow.against(newBase);
        comparison = ofRatios(before, after);
        kind = Kind.RATIO;
        oldRatio = before.ratio();
        newRatio = after.ratio();
      } else if (!isByRatio && oldRow.forks().size() > 1 && newRow.forks().size() > 1) {
        comparison = Comparison.of(newRow.sample(), oldRow.sample());
        kind = Kind.RAW;
      }
    }
    if (comparison != null) {
      judged.add(new Judged(lines.size(), comparison));
    }
    lines.add(
        new Line(
            title,
            kind,
            now.row().measurement().unit(),
            isByRatio && newBase != null ? newBase.name() : "",
            old.figure(oldRatio),
            now.figure(newRatio),
            rawTime,
            comparison == null ? rawTime : comparison.ratio(),
            null,
            false,
            now.row().measurement().allocation() / old.row().measurement().allocation()));
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

  private static Map<RowKey, Place> places(RecordedRun run) throws ResultException {
    Map<RowKey, Place> places = new LinkedHashMap<>();
    for (RankedGroup group : Judge.groups(run, 0, "")) {
      for (RankedVariant row : group.rows()) {
        RowKey key = row.measurement().key();
        if (places.put(key, new Place(group, row)) != null) {
          throw new ResultException(
              run.path()
                  + " holds "
                  + title(key, row.measurement(), true)
                  + " twice: which one is meant?");
        }
      }
    }
    return places;
  }
}
