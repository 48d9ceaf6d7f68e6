package requestpath.payload;

import java.util.Random;

/**
 * Draws the values of records. The bytes of the fixtures depend on the order of the draws: a change
 * here makes other fixtures.
 */
final class RandomValues {
  /** Any fixed number would do; this one is the number of bytes of DOCUMENT. */
  private static final long SEED = 133_622;

  /** What must be escaped, what may be, and what must not. */
  static final String[] ESCAPED = {
    "\"", "\\", "/", "\n", "\t", "\r", "\b", "\f", "\u0000", "\u001f", "\u007f", "a", "B", " ", "'",
    "<"
  };

  /** Characters of one to four bytes in UTF-8. */
  static final String[] SCRIPTS = {
    "a", "e", " ", "é", "ß", "λ", "ж", "ם", "€", "日", "本", "語", "한", "ก", "😀", "🚀", "𝄞"
  };

  private RandomValues() {}

  /** A generator for one record, so that a record does not depend on how many there are. */
  static Random random(int index) {
    return new Random(SEED * 1_000_003 + index);
  }

  /**
   * Lower-case words with single spaces between, of a length drawn from the bounds, both included.
   */
  static String words(Random random, int minimumLength, int maximumLength) {
    int length = minimumLength + random.nextInt(maximumLength - minimumLength + 1);
    StringBuilder text = new StringBuilder(length);
    while (text.length() < length) {
      boolean space =
          text.length() > 0
              && text.length() < length - 1
              && text.charAt(text.length() - 1) != ' '
              && random.nextInt(6) == 0;
      text.append(space ? ' ' : (char) ('a' + random.nextInt(26)));
    }
    return text.toString();
  }

  /** Pieces drawn from the given ones, as many as the bounds say, both included. */
  static String text(Random random, int minimum, int maximum, String... pieces) {
    StringBuilder text = new StringBuilder();
    for (int left = minimum + random.nextInt(maximum - minimum + 1); left > 0; left--) {
      text.append(pieces[random.nextInt(pieces.length)]);
    }
    return text.toString();
  }

  /** A long, one time in two near an edge: of int, of what a double holds, of long. */
  static long integer(Random random) {
    long[] edges = {Integer.MAX_VALUE, 1L << 53, Long.MAX_VALUE - 8, 0, 0xffff_ffffL};
    long near = edges[random.nextInt(edges.length)] + random.nextInt(17) - 8;
    long any = random.nextLong() >> random.nextInt(Long.SIZE);
    long number = random.nextBoolean() ? near : any;
    return random.nextBoolean() ? number : -number;
  }

  /** An amount with two digits behind its point, from zero to below a hundredth of the bound. */
  static double cents(Random random, int bound) {
    return random.nextInt(bound) / 100.0;
  }

  /** Any finite double but zero: every magnitude is as likely as any other. */
  static double finite(Random random) {
    while (true) {
      double number = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(number) && number != 0) {
        return number;
      }
    }
  }

  /** Ten to the power of a small exponent. */
  static int power10(int exponent) {
    int power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= 10;
    }
    return power;
  }
}
