package requestpath.measure;

/**
 * How a run goes through its combinations, one fork of each a round.
 *
 * @param seed draws the order of each round
 * @param precision a row rests when the 95% interval of its ratio to the baseline reaches at most
 *     so far to either side, as a fraction
 * @param maximum no row gets more forks than this
 */
public record Rounds(long seed, double precision, int maximum) {
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
    if (maximum < 1) {
      throw new IllegalArgumentException(
          "--max-rounds " + maximum + " is out of bounds: choose 1 or more");
    }
  }
}
