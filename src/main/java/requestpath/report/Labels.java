package requestpath.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Places texts in a picture so that none covers another. */
final class Labels {
  /** The width of a character in the font of the pictures, which names of capitals fill. */
  private static final double CHARACTER = 6.9;

  private static final double HEIGHT = 11;
  private static final double GAP = 7;

  private final List<Box> taken = new ArrayList<>();
  private final Box frame;

  /** Within a frame, which no text leaves. */
  Labels(Box frame) {
    this.frame = frame;
  }

  /** A rectangle, from its upper left corner on. */
  record Box(double x, double y, double width, double height) {
    boolean covers(Box other) {
      return x < other.x + other.width
          && other.x < x + width
          && y < other.y + other.height
          && other.y < y + height;
    }

    boolean contains(Box other) {
      return x <= other.x
          && y <= other.y
          && other.x + other.width <= x + width
          && other.y + other.height <= y + height;
    }
  }

  /** About how wide a text is. */
  static double width(String text) {
    return CHARACTER * text.length();
  }

  /** Keeps a point free of texts. */
  void point(double x, double y) {
    taken.add(new Box(x - 4, y - 4, 8, 8));
  }

  /**
   * Where the text of a point goes: beside it, above, below or at one of its corners. Empty if each
   * of these places covers another text or point.
   *
   * @return the box of the text
   */
  Optional<Box> place(String text, double x, double y) {
    double width = width(text);
    double middle = x - width / 2;
    double left = x - GAP - width;
    double right = x + GAP;
    double above = y - GAP + 1 - HEIGHT;
    double below = y + GAP - 1;
    double beside = y - HEIGHT / 2;
    double[][] corners = {
      {right, beside}, {left, beside}, {middle, above}, {middle, below},
      {right - 3, above + 3}, {left + 3, above + 3}, {right - 3, below - 3}, {left + 3, below - 3}
    };
    for (double[] corner : corners) {
      Box box = new Box(corner[0], corner[1], width, HEIGHT);
      if (frame.contains(box) && taken.stream().noneMatch(box::covers)) {
        taken.add(box);
        return Optional.of(box);
      }
    }
    return Optional.empty();
  }

  /**
   * Moves texts of a column apart as little as possible (least squares, by pooling adjacent
   * violators).
   *
   * @param wanted where each would be alone
   * @param spacing between two of them
   * @param low where the first may be
   * @param high where the last may be
   * @return where each is, in the same order
   */
  static double[] spread(double[] wanted, double spacing, double low, double high) {
    int[] order =
        IntStream.range(0, wanted.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> wanted[i]))
            .mapToInt(i -> i)
            .toArray();
    List<double[]> blocks = new ArrayList<>();
    for (int i = 0; i < order.length; i++) {
      double[] block = {wanted[order[i]] - i * spacing, 1};
      while (!blocks.isEmpty() && blocks.get(blocks.size() - 1)[0] > block[0]) {
        double[] before = blocks.remove(blocks.size() - 1);
        double count = before[1] + block[1];
        block = new double[] {(before[0] * before[1] + block[0] * block[1]) / count, count};
      }
      blocks.add(block);
    }
    double[] places = new double[wanted.length];
    double last = Math.max(low, high - (wanted.length - 1) * spacing);
    int i = 0;
    for (double[] block : blocks) {
      double first = Math.min(last, Math.max(low, block[0]));
      for (int k = 0; k < block[1]; k++, i++) {
        places[order[i]] = first + i * spacing;
      }
    }
    return places;
  }
}
