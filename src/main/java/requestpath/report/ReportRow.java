package requestpath.report;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import requestpath.codec.Mark;
import requestpath.codec.Marks;
import requestpath.result.Flag;
import requestpath.result.ForkStatistic;
import requestpath.result.Row;
import requestpath.result.Verdict;

/**
 * A row of a group, as a reader sees it.
 *
 * @param name unique within the group
 * @param measurement what JMH wrote of it
 * @param forks its usable forks as times of an operation, by round; null when there is none
 * @param ratio of its time to the baseline's; NaN when either has no figure
 * @param verdict null for the baseline, and where forks are too few for an interval
 * @param byMean the same verdict by the means of forks, which include garbage collection
 * @param isObserved whether what {@code verify} observes of this program's variants is true of it
 * @param warmUps the iterations of each fork's warm-up in the unit, in the measurement's order of
 *     forks; empty when the run kept none
 */
record ReportRow(
    String name,
    Measurement measurement,
    @Nullable Row forks,
    double ratio,
    @Nullable Verdict verdict,
    @Nullable Verdict byMean,
    boolean isObserved,
    List<double[]> warmUps) {

  /**
   * What stands for all forks: their geometric mean in the unit; JMH's score where there is none.
   */
  double value() {
    if (forks == null) {
      return measurement.score();
    }
    return inUnit(Math.exp(forks.sample().mean()));
  }

  /** The value of each fork in the unit, in order. */
  double[] forkValues() {
    return forks == null
        ? new double[0]
        : forks.forks().values().stream()
            .mapToDouble(fork -> inUnit(forks.statistic().of(fork)))
            .toArray();
  }

  /** The time of an operation in the unit's time; NaN without a figure. */
  double time() {
    return forks == null ? Double.NaN : Math.exp(forks.sample().mean());
  }

  /** What to know before believing it. */
  Set<Flag> flags() {
    return verdict != null ? verdict.flags() : forks == null ? Set.of() : forks.flags();
  }

  /** Whether its figure comes from another statistic than the mean, so that the mean says more. */
  boolean hasMean() {
    return forks != null && forks.statistic() != ForkStatistic.MEAN;
  }

  /**
   * The time of an operation by the means of its forks, which step over nothing; NaN without a
   * figure.
   */
  double meanTime() {
    return forks == null ? Double.NaN : Math.exp(forks.meanSample().mean());
  }

  /**
   * What to know about it beside its figures; empty for rows of other projects, and of other
   * versions of this one.
   */
  Set<Mark> marks() {
    return isObserved ? todaysMarks() : Set.of();
  }

  /** Whether the variant of its name has marks that were observed with other versions. */
  boolean hasMarksOfOtherVersions() {
    return !isObserved && !todaysMarks().isEmpty();
  }

  private Set<Mark> todaysMarks() {
    return measurement.isOurs()
        ? Marks.load().of(measurement.benchmark(), measurement.parameters())
        : Set.of();
  }

  /** The inputs that cause a mark. */
  List<String> inputs(Mark mark) {
    return Marks.load().inputs(mark, measurement.benchmark(), measurement.parameters());
  }

  /** The flags in words, in a fixed order. */
  Set<String> warnings() {
    Set<String> words = words(flags());
    if (forks == null) {
      words.add("no figure");
    }
    if (verdict != null && verdict.reversedByMean()) {
      words.add("the other way round by the mean");
    }
    return words;
  }

  /** Flags in words, in a fixed order. */
  static Set<String> words(Set<Flag> flags) {
    Set<String> words = new TreeSet<>();
    for (Flag flag : flags) {
      words.add(
          switch (flag) {
            case TOO_FEW_FORKS -> "too few forks";
            case NO_STEADY_STATE -> "no steady state";
            case TWO_MODES -> "two modes";
            case OUTLYING_FORK -> "outlying fork";
            case RANK_DIFFERS_BY_MEAN -> "rank differs by mean";
          });
    }
    return words;
  }

  private double inUnit(double time) {
    return measurement.isThroughput() ? 1 / time : time;
  }
}
