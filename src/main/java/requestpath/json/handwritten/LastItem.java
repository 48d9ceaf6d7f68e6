package requestpath.json.handwritten;

/**
 * What the items of a document so far tell of the next: how long its values may be, and whether its
 * fields come in order.
 *
 * <p>A processor guesses where a branch goes, but waits for a value. So the position behind a value
 * is taken from the length of the last item's value where that is right: the processor then reads
 * the next field before it has found the end of this one.
 */
final class LastItem {
  private static final int MAX_TRUST = 64;
  private static final int COST_OF_FAILURE = 8;

  private final int[] lengths;
  private int trust = MAX_TRUST;

  /** For items of so many values. */
  LastItem(int values) {
    lengths = new int[values];
  }

  /** The position behind a value of a length, and what to expect of that value next. */
  int end(int value, int first, int length) {
    int expected = lengths[value];
    // A sum in each branch: of two equal numbers a compiler would take the one that comes late.
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

  /** What was found of an item for which order was expected. */
  void noteOrder(boolean wasInOrder) {
    trust = wasInOrder ? Math.min(trust + 1, MAX_TRUST) : trust - COST_OF_FAILURE;
  }
}
