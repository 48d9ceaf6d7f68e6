package requestpath.payload;

import java.util.Random;

/** Names as the clients of the 2022 comparison send them: five random letters or digits. */
public final class Names {
  /**
   * Large enough that neither a branch predictor nor a cache of formatted texts learns them by
   * heart; a power of two.
   */
  private static final int POOL_SIZE = 16_384;

  private static final int LENGTH = 5;
  private static final String CHARACTERS =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

  /** The year of the comparison: any fixed number would do. */
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
