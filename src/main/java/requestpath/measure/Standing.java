package requestpath.measure;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import requestpath.codec.Mark;
import requestpath.codec.Marks;
import requestpath.result.Comparison;
import requestpath.result.Interval;

/**
 * One row as its reader sees it, so far.
 *
 * @param name within its group
 * @param time of one operation: the geometric mean of its forks' values; empty before the first; in
 *     throughput mode, operations in a time
 * @param mean the same of its forks' means, which step over nothing
 * @param unit of the times, such as {@code us/op}
 * @param ratio to the baseline; empty for the baseline, and before two common rounds
 * @param ratioByMean the ratio by the means of forks
 * @param floor the multiple of what is written by hand; empty where that has not run
 * @param allocation in bytes per operation
 * @param bytes produced or consumed
 * @param forks how many there are
 * @param marks what to know about it beside its figures
 */
record Standing(
    String name,
    OptionalDouble time,
    OptionalDouble mean,
    String unit,
    Optional<Comparison> ratio,
    Optional<Comparison> ratioByMean,
    Optional<Comparison> floor,
    OptionalDouble allocation,
    OptionalDouble bytes,
    int forks,
    Set<Mark> marks) {
  private static final int THOUSAND = 1000;
  private static final int HUNDRED = 100;
  private static final int TEN = 10;

  static Standing of(Groups groups, Combination combination) {
    Map<Integer, Fork> forks = groups.forks(combination);
    if (forks.isEmpty()) {
      return new Standing(
          combination.place().name(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          "",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          0,
          marks(combination));
    }
    return new Standing(
        combination.place().name(),
        OptionalDouble.of(combination.score(Math.exp(groups.row(combination).sample().mean()))),
        OptionalDouble.of(combination.score(Math.exp(groups.row(combination).meanSample().mean()))),
        forks.values().iterator().next().result().getScoreUnit(),
        groups.ratio(combination),
        groups.ratioByMean(combination),
        groups.floor(combination),
        mean(forks, ForkResult.ALLOCATION_PER_OPERATION),
        mean(forks, ProofProfiler.BYTES),
        forks.size(),
        marks(combination));
  }

  /** The name with its marks. */
  String markedName() {
    return name + Marks.suffix(marks);
  }

  /** None on the other side, which may be another jar. */
  private static Set<Mark> marks(Combination combination) {
    return combination.side() == Side.AGAINST
        ? Set.of()
        : Marks.load().of(combination.benchmark(), combination.parameters());
  }

  private static OptionalDouble mean(Map<Integer, Fork> forks, String label) {
    return forks.values().stream()
        .map(fork -> fork.result().getSecondaryResults().get(label))
        .filter(result -> result != null)
        .mapToDouble(result -> result.getScore())
        .average();
  }

  /** The time, with as many digits as a fork has. */
  String timeText() {
    return time.isPresent() ? digits(time.getAsDouble()) : "";
  }

  /** The ratio with its own 95% interval; what verdicts rest on is wider. */
  String ratioText() {
    return text(ratio);
  }

  /** The ratio by the means, in the same way. */
  String ratioByMeanText() {
    return text(ratioByMean);
  }

  /** The ratio by the means without its interval, with the digits that the interval supports. */
  String bareRatioByMeanText() {
    return ratioByMean
        .map(mean -> mean.interval(Comparison.CONFIDENCE).text(mean.ratio()))
        .orElse("");
  }

  private static String text(Optional<Comparison> known) {
    if (known.isEmpty()) {
      return "";
    }
    Interval interval = known.get().interval(Comparison.CONFIDENCE);
    return interval.text(known.get().ratio()) + " " + interval;
  }

  /** The mean, in the same way. */
  String meanText() {
    return mean.isPresent() ? digits(mean.getAsDouble()) : "";
  }

  /** The multiple of the hand-written reference. */
  String floorText() {
    return floor.map(multiple -> digits(multiple.ratio()) + "x").orElse("");
  }

  /** What it is ranked by: the ratio to the baseline. */
  double rank() {
    return ratio.map(Comparison::ratio).orElse(1.0);
  }

  /** The allocation, in whole bytes. */
  String allocationText() {
    return whole(allocation);
  }

  /** The bytes, whole. */
  String bytesText() {
    return whole(bytes);
  }

  private static String whole(OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, "%,.0f", value.getAsDouble()) : "";
  }

  private static String digits(double value) {
    String format = value >= THOUSAND ? "%,.0f" : value >= HUNDRED ? "%.1f" : "%.3f";
    return String.format(Locale.ROOT, value >= TEN && value < HUNDRED ? "%.2f" : format, value);
  }
}
