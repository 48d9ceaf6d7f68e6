package requestpath.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import requestpath.result.Comparison;
import requestpath.result.Holm;
import requestpath.result.Interval;
import requestpath.result.Row;

/**
 * Two runs compared, row by row. Rows of ours are compared by their ratios to the baseline of their
 * own run, so that a machine that was slower that day has slowed both; all others, and those that
 * stand alone in one of the runs, by their raw times. Intervals are simultaneous over all rows.
 *
 * @param differences of the runs themselves, a sentence each
 * @param lines of the rows on both sides, in the order of the new run
 * @param onlyOld the rows that the old run alone has
 * @param onlyNew the rows that the new run alone has
 * @param noise a difference no larger than this fraction is none
 */
record RunComparison(
    List<String> differences,
    List<Line> lines,
    List<String> onlyOld,
    List<String> onlyNew,
    double noise) {

  /** What a line compares. */
  enum Kind {
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
   * A row on both sides.
   *
   * @param title benchmark, parameters and mode
   * @param kind what is compared
   * @param old its ratio or its time, as text
   * @param now the same in the new run
   * @param ratio of new to old; NaN when there is none
   * @param interval of that ratio; null when it is not judged
   * @param differs whether Holm's test over all lines shows a difference
   * @param allocation of new to old, in B/op; NaN when that was not measured
   */
  record Line(
      String title,
      Kind kind,
      String old,
      String now,
      double ratio,
      @Nullable Interval interval,
      boolean differs,
      double allocation) {

    /** Whether a difference is shown that exceeds the noise. */
    boolean isDifferent(double noise) {
      return differs && Math.abs(Math.log(ratio)) > Math.log1p(noise);
    }
  }

  /** What a measurement is, whichever run it is from. */
  private record Key(String benchmark, String mode, SortedMap<String, String> parameters) {
    static Key of(Measurement measurement) {
      return new Key(measurement.benchmark(), measurement.mode(), measurement.parameters());
    }

    String title(Measurement measurement) {
      return measurement.shortBenchmark()
          + (parameters.isEmpty() ? "" : " " + ReportGroup.inBrackets(parameters))
          + ", "
          + mode;
    }
  }

  /** A row and the group that it is compared in. */
  private record Place(ReportGroup group, ReportRow row) {
    /** The baseline's forks when the group has one that was decided before the run. */
    @Nullable Row baseline() {
      return group.isDecided() ? group.baselineRow().map(ReportRow::forks).orElse(null) : null;
    }
  }

  /** A comparison that waits for its interval. */
  private record Judged(int line, Comparison comparison) {}

  /**
   * Compares two runs.
   *
   * @param noise a difference no larger than this fraction is none
   * @throws ReportException when they cannot be compared: other units, or nothing in common
   */
  static RunComparison of(Run old, Run now, double noise) throws ReportException {
    Map<Key, Place> before = places(old);
    Map<Key, Place> after = places(now);
    List<Line> lines = new ArrayList<>();
    List<Judged> judged = new ArrayList<>();
    List<String> onlyNew = new ArrayList<>();
    for (Map.Entry<Key, Place> entry : after.entrySet()) {
      Place there = before.remove(entry.getKey());
      Place here = entry.getValue();
      Measurement measurement = here.row().measurement();
      String title = entry.getKey().title(measurement);
      if (there == null) {
        onlyNew.add(title);
        continue;
      }
      String oldUnit = there.row().measurement().unit();
      if (!oldUnit.equals(measurement.unit())) {
        throw new ReportException(
            title
                + " is in "
                + oldUnit
                + " in the old run and in "
                + measurement.unit()
                + " in the new one: measure both in one unit (-tu)");
      }
      line(lines, judged, title, new Side(there), new Side(here));
    }
    List<String> onlyOld = new ArrayList<>();
    before.forEach((key, place) -> onlyOld.add(key.title(place.row().measurement())));
    if (lines.isEmpty()) {
      throw new ReportException(
          old.path() + " and " + now.path() + " have no row in common: nothing can be compared");
    }
    List<Comparison> comparisons = judged.stream().map(Judged::comparison).toList();
    List<Interval> intervals = Holm.intervals(comparisons);
    List<Boolean> differ = Holm.differ(comparisons);
    for (int i = 0; i < judged.size(); i++) {
      int index = judged.get(i).line();
      Line line = lines.get(index);
      lines.set(
          index,
          new Line(
              line.title(),
              line.kind(),
              line.old(),
              line.now(),
              line.ratio(),
              intervals.get(i),
              differ.get(i),
              line.allocation()));
    }
    return new RunComparison(RunDifferences.of(old, now), lines, onlyOld, onlyNew, noise);
  }

  /**
   * The lines that count as regressions: the new run is shown to be slower, by Holm's test over all
   * lines and by more than the noise, and its ratio is at least one more than a fraction. Where the
   * interval ends is not asked.
   */
  List<Line> regressions(double atLeast) {
    return lines.stream()
        .filter(line -> line.isDifferent(noise) && line.ratio() >= 1 + atLeast)
        .toList();
  }

  /** The lines on which a difference is shown. */
  List<Line> changes() {
    return lines.stream().filter(line -> line.isDifferent(noise)).toList();
  }

  /** Where the row stands in one of the runs. */
  private record Side(Place place) {
    @Nullable Row row() {
      return place.row().forks();
    }

    @Nullable Row baseline() {
      return place.baseline();
    }

    boolean isBaseline() {
      return baseline() != null && place.row().name().equals(place.group().baseline());
    }
  }

  private static void line(
      List<Line> lines, List<Judged> judged, String title, Side old, Side now) {
    double allocation =
        now.place().row().measurement().allocation() / old.place().row().measurement().allocation();
    Row oldRow = old.row();
    Row newRow = now.row();
    Row oldBase = old.baseline();
    Row newBase = now.baseline();
    boolean isByRatio = oldBase != null && newBase != null && oldBase.name().equals(newBase.name());
    String oldTime = time(old);
    String newTime = time(now);
    if (isByRatio && old.isBaseline() && now.isBaseline()) {
      double ratio = now.place().row().time() / old.place().row().time();
      lines.add(new Line(title, Kind.BASELINE, oldTime, newTime, ratio, null, false, allocation));
      return;
    }
    Comparison comparison = null;
    Kind kind = Kind.NOT_JUDGED;
    if (oldRow != null && newRow != null) {
      if (isByRatio
          && oldBase != null
          && newBase != null
          && oldRow.roundsWith(oldBase) > 1
          && newRow.roundsWith(newBase) > 1) {
        Comparison before = oldRow.against(oldBase);
        Comparison after = newRow.against(newBase);
        comparison = ofRatios(before, after);
        kind = Kind.RATIO;
        oldTime = Figures.ratio(before.ratio());
        newTime = Figures.ratio(after.ratio());
      } else if (!isByRatio && oldRow.forks().size() > 1 && newRow.forks().size() > 1) {
        comparison = Comparison.of(newRow.sample(), oldRow.sample());
        kind = Kind.RAW;
      }
    }
    double ratio =
        comparison == null
            ? now.place().row().time() / old.place().row().time()
            : comparison.ratio();
    if (comparison != null) {
      judged.add(new Judged(lines.size(), comparison));
    }
    lines.add(new Line(title, kind, oldTime, newTime, ratio, null, false, allocation));
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

  private static String time(Side side) {
    ReportRow row = side.place().row();
    return Figures.plain(row.value()) + " " + row.measurement().unit();
  }

  private static Map<Key, Place> places(Run run) throws ReportException {
    Map<Key, Place> places = new LinkedHashMap<>();
    for (ReportGroup group : Groups.of(run, 0, "")) {
      for (ReportRow row : group.rows()) {
        Key key = Key.of(row.measurement());
        if (places.put(key, new Place(group, row)) != null) {
          throw new ReportException(
              run.path()
                  + " holds "
                  + key.title(row.measurement())
                  + " twice: which one is meant?");
        }
      }
    }
    return places;
  }
}
