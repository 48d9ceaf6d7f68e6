package requestpath.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a reader should know about a row before believing its figure. */
public enum Flag {
  /** Fewer forks than an interval needs to hold what it promises. */
  TOO_FEW_FORKS,
  /** Iterations of a fork still got faster, or slower, when it ended. */
  NO_STEADY_STATE,
  /** Forks fall into two groups, each with forks close together: the JIT decides between them. */
  TWO_MODES,
  /** One fork lies far from all others. */
  OUTLYING_FORK,
  /**
   * By the means of the forks, which step over nothing, the row and one from which it differs
   * change places.
   */
  RANK_DIFFERS_BY_MEAN;

  /** Forks that an interval of 95% takes: see the simulation in the tests. */
  public static final int FEWEST_FORKS = 5;

  /** A step between neighbours, as a fraction, below which two groups are no matter. */
  private static final double SMALLEST_STEP = 0.05;

  /** How many times the widest gap within the groups the gap between them must be. */
  private static final double GAP_RATIO = 3;

  /** A change between the halves of a fork, as a fraction, that a warm fork does not show. */
  private static final double DRIFT = 0.05;

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
    if (forks.stream().anyMatch(fork -> drifts(fork, statistic))) {
      flags.add(NO_STEADY_STATE);
    }
    int smallerGroup = smallerGroup(forks.stream().mapToDouble(statistic::of).toArray());
    if (smallerGroup == 1) {
      flags.add(OUTLYING_FORK);
    } else if (smallerGroup > 1) {
      flags.add(TWO_MODES);
    }
    return flags;
  }

  private static boolean drifts(double[] times, ForkStatistic statistic) {
    if (times.length < 10) {
      return false;
    }
    int half = times.length / 2;
    double first = statistic.of(Arrays.copyOfRange(times, 0, half));
    double second = statistic.of(Arrays.copyOfRange(times, half, times.length));
    return Math.abs(Math.log(first / second)) > Math.log1p(DRIFT);
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
