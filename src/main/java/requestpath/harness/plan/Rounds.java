package requestpath.harness.plan;

import java.time.Duration;
import java.util.Optional;
import requestpath.result.Race;

/**
 * How many forks a variant gets; each round has one fork of each variant.
 *
 * @param seed of the random order in each round
 * @param precision a variant needs no more forks when the half-width of the 95% interval of its
 *     ratio to the baseline is at most this, as a fraction
 * @param minimum forks per variant; empty for the recipe's number
 * @param maximum forks per variant; empty for {@link #USUAL_MAXIMUM}, or the recipe's number if
 *     that is larger
 * @param timeLimit how long the run may take; empty for no limit
 * @param isRace whether, after their minimum, only variants that may be the fastest of their group
 *     get more forks
 */
public record Rounds(
    long seed,
    double precision,
    Optional<Integer> minimum,
    Optional<Integer> maximum,
    Optional<Duration> timeLimit,
    boolean isRace) {
  /** More forks than this narrow an interval only little. */
  public static final int USUAL_MAXIMUM = 15;

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException when a bound makes no sense, with one sentence
   */
  public Rounds {
    if (!(precision > 0 && precision < 1)) {
      throw new IllegalArgumentException(
          "--precision " + 100 * precision + "% is out of bounds: choose between 0% and 100%");
    }
    if (maximum.isPresent() && maximum.get() < 1) {
      throw new IllegalArgumentException(
          "--max-rounds " + maximum.get() + " is out of bounds: choose 1 or more");
    }
    if (isRace && minimum.isPresent() && minimum.get() < Race.FIRST_LOOK) {
      throw new IllegalArgumentException(
          "--min-rounds "
              + minimum.get()
              + " is too few for --fastest: choose "
              + Race.FIRST_LOOK
              + " or more");
    }
    int most = maximum.orElse(Integer.MAX_VALUE);
    if (minimum.isPresent() && (minimum.get() < 1 || minimum.get() > most)) {
      throw new IllegalArgumentException(
          "--min-rounds "
              + minimum.get()
              + " is out of bounds: choose 1 or more, and no more than --max-rounds");
    }
    if (timeLimit.isPresent() && timeLimit.get().compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException(
          "--time-limit is shorter than a second: choose a longer one, such as 10m");
    }
  }

  /**
   * The maximum forks of a variant.
   *
   * @param least its minimum
   */
  public int maximum(int least) {
    return maximum.orElse(Math.max(least, USUAL_MAXIMUM));
  }
}
