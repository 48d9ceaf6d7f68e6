package requestpath.harness.plan;

import java.time.Duration;
import java.util.Optional;

/**
 * How a run goes through its rows, one fork of each a round.
 *
 * @param seed draws the order of each round
 * @param precision a row rests when the 95% interval of its ratio to the baseline reaches at most
 *     so far to either side, as a fraction
 * @param minimum no row rests with fewer forks than this; empty for what its recipe says
 * @param maximum no row gets more forks than this; empty for {@link #USUAL_MAXIMUM}, or what its
 *     recipe says if that is more
 * @param timeLimit how long the run may take; empty for as long as it needs
 */
public record Rounds(
    long seed,
    double precision,
    Optional<Integer> minimum,
    Optional<Integer> maximum,
    Optional<Duration> timeLimit) {
  /** More forks than this tell little more. */
  public static final int USUAL_MAXIMUM = 15;

  /**
   * How a run goes on.
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
   * The most forks that a row gets.
   *
   * @param least that it gets
   */
  public int maximum(int least) {
    return maximum.orElse(Math.max(least, USUAL_MAXIMUM));
  }
}
