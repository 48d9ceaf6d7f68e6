package requestpath.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a reader should know about a row before believing its figure. */
public enum Flag {
  /** Fewer forks than an interval needs to hold what it promises. */
  TOO_FEW_FORKS,
  /**
   * Most forks were still getting faster when they ended, or slower: the median of their drifts is
   * larger than in a steady row, or all of them (of {@value #MANY_FORKS} and more all but one)
   * drift in one direction. One disturbed fork does not set this flag.
   */
  SLOW_START,
  /** Forks fall into two groups, each with forks close together: the JIT decides between them. */
  BIMODAL,
  /** One fork lies far from all others. */
  OUTLYING_FORK,
  /**
   * The row and another change places by the means of the forks, which leave nothing out: both
   * differences are shown.
   */
  RANK_DIFFERS_BY_MEAN;

  /** Forks that an interval of 95% takes: see the simulation in the tests. */
  public static final int FEWEST_FORKS = 5;

  /** A step between neighbours, as a fraction, below which two groups are no matter. */
  private static final double SMALLEST_STEP = 0.05;

  /** How many times the widest gap within the groups the gap between them must be. */
  private static final double GAP_RATIO = 3;

  /**
   * A change between the halves of a fork, as a fraction: half of a drift that matters, so that a
   * drift of 5% in all forks is found; see the simulation in the tests.
   */
  private static final double DRIFT = 0.025;

  /** With so many forks, one of them may drift otherwise and the row is unsteady still. */
  private static final int MANY_FORKS = 7;

  /** Iterations that a fork needs for its halves to be compared. */
  private static final int FEWEST_ITERATIONS = 10;

  private static final double HALF = 0.5;

  /**
   * The standard error of a median, times the square root of the count, in median absolute
   * deviations. For normal values, 1.4826 of these are one standard deviation, and the standard
   * error of a median is 1.2533 times that of a mean.
   */
  private static final double MEDIAN_ERROR = 1.4826 * 1.2533;

  /** A drift of more standard errors than this is not by chance: see the simulation. */
  private static final double ERRORS = 3;

  /**
   * Flags of a row.
   *
   * @param forks the iteration times of each fork, in order
   * @param statistic how a fork becomes a value
   */
  public static Set<Flag> of(List<double[]> forks, ForkStatistic statistic) {
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    if (forks.size() < FEWEST_FORKS) {
      flags.add(TOO_FEW_FORKS);
    }
    if (drifts(forks, statistic)) {
      flags.add(SLOW_START);
    }
    int smallerGroup = smallerGroup(forks.stream().mapToDouble(statistic::of).toArray());
    if (smallerGroup == 1) {
      flags.add(OUTLYING_FORK);
    } else if (smallerGroup > 1) {
      flags.add(BIMODAL);
    }
    return flags;
  }

  /**
   * Whether the forks drift together. Either the median of their drifts is larger than a bound, and
   * larger than the spread of the forks (their median absolute deviation) explains by chance. Or
   * all of them (of many all but one) drift beyond the bound in one direction.
   */
  static boolean drifts(List<double[]> forks, ForkStatistic statistic) {
    double[] drifts =
        forks.stream()
            .filter(fork -> fork.length >= FEWEST_ITERATIONS)
            .mapToDouble(fork -> drift(fork, statistic))
            .sorted()
            .toArray();
    if (drifts.length < FEWEST_FORKS) {
      return false;
    }
    double median = ForkStatistic.quantile(HALF, drifts);
    double[] deviations =
        Arrays.stream(drifts).map(drift -> Math.abs(drift - median)).sorted().toArray();
    double error =
        MEDIAN_ERROR * ForkStatistic.quantile(HALF, deviations) / Math.sqrt(drifts.length);
    return Math.abs(median) > Math.max(Math.log1p(DRIFT), ERRORS * error) || driftAlike(drifts);
  }

  private static boolean driftAlike(double... drifts) {
    int few = drifts.length < MANY_FORKS ? 0 : 1;
    long slower = Arrays.stream(drifts).filter(drift -> drift > Math.log1p(DRIFT)).count();
    long faster = Arrays.stream(drifts).filter(drift -> drift < -Math.log1p(DRIFT)).count();
    return Math.max(slower, faster) >= drifts.length - few;
  }

  /**
   * The logarithm of the second half's value over the first's. What gets faster or slower all the
   * time shows in a low quantile of each half better than in one iteration of each: see the
   * simulation in the tests.
   */
  private static double drift(double[] times, ForkStatistic statistic) {
    ForkStatistic ofHalf =
        statistic == ForkStatistic.MINIMUM ? ForkStatistic.LOW_QUANTILE : statistic;
    int half = times.length / 2;
    double first = ofHalf.of(Arrays.copyOfRange(times, 0, half));
    double second = ofHalf.of(Arrays.copyOfRange(times, half, times.length));
    return Math.log(second / first);
  }

  /**
   * Of two groups that a wide gap separates, how many forks the smaller has; 0 when there is none.
   */
  static int smallerGroup(double... values) {
    if (values.length < FEWEST_FORKS) {
      return 0;
    }
    double[] logs = Arrays.stream(values).map(Math::log).sorted().toArray();
    List<Double> gaps = new ArrayList<>();
    for (int i = 1; i < logs.length; i++) {
      gaps.add(logs[i] - logs[i - 1]);
    }
    int widest = gaps.indexOf(gaps.stream().max(Double::compare).orElseThrow());
    double gap = gaps.remove(widest);
    double within = gaps.stream().max(Double::compare).orElseThrow();
    return gap > Math.log1p(SMALLEST_STEP) && gap > GAP_RATIO * within
        ? Math.min(widest + 1, logs.length - widest - 1)
        : 0;
  }
}
