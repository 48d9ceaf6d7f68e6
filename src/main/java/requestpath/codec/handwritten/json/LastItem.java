package requestpath.codec.handwritten.json;

/**
 * What the items read so far tell about the next one: how long its values may be, and whether its
 * fields come in order.
 *
 * <p>A processor predicts branches, but waits for values. So the position after a value is computed
 * from the length of the last item's value, if that length is right. The processor then reads the
 * next field before it has found the end of this one.
 */
final class LastItem {
  private static final int MAX_TRUST = 64;
  private static final int COST_OF_FAILURE = 8;

  private final int[] lengths;
  private int trust = MAX_TRUST;

  /** For items with this number of values. */
  LastItem(int values) {
    lengths = new int[values];
  }

  /** Returns the position after a value of this length, and keeps the length for the next item. */
  int end(int value, int first, int length) {
    int expected = lengths[value];
    // A sum in each branch: if both were one sum, the compiler would use the length that is known
    // late.
    if (length == expected) {
      return first + expected;
    }
    lengths[value] = length;
    return first + length;
  }

  /** Whether to expect the fields in order: at least eight in nine items were. */
  boolean isInOrder() {
    return trust > 0;
  }

  /** Records whether an item expected to be in order was so. */
  void noteOrder(boolean wasInOrder) {
    trust = wasInOrder ? Math.min(trust + 1, MAX_TRUST) : trust - COST_OF_FAILURE;
  }
}
