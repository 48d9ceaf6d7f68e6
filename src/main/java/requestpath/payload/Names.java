package requestpath.payload;

import java.util.Random;

/** Names as the clients of the 2022 comparison send them: five random letters or digits. */
public final class Names {
  /**
   * A power of two. A name takes 52 bytes and its greeting 76, so the pool takes 104 to 152 KB.
   * That fits into the second-level cache of a core (256 KB and more): cache misses are not
   * measured. It is more than the first level holds (32 to 48 KB): a codec does not read the same
   * few texts again and again.
   */
  private static final int POOL_SIZE = 2_048;

  private static final int LENGTH = 5;
  private static final String CHARACTERS =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

  /** The year of the comparison; any fixed number serves. */
  private static final long SEED = 2022;

  private Names() {}

  /** The names, always the same. */
  public static String[] pool() {
    Random random = new Random(SEED);
    String[] names = new String[POOL_SIZE];
    for (int i = 0; i < names.length; i++) {
      StringBuilder name = new StringBuilder(LENGTH);
      while (name.length() < LENGTH) {
        name.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
      }
      names[i] = name.toString();
    }
    return names;
  }
}
