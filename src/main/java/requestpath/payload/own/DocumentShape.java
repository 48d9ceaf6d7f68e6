package requestpath.payload.own;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import requestpath.payload.OwnPayload;

/**
 * The shape of a document in numbers, without anything of its content.
 *
 * @param bytes its size
 * @param objects how many it has
 * @param fields how many all of its objects have together
 * @param depth how deep objects and lists are nested
 * @param texts how many of its values are texts
 * @param numbers how many are numbers
 * @param booleans how many are true or false
 * @param nulls how many are null
 */
public record DocumentShape(
    long bytes,
    long objects,
    long fields,
    int depth,
    long texts,
    long numbers,
    long booleans,
    long nulls) {

  /** The shape of a document. */
  public static DocumentShape of(OwnPayload own) {
    return of(own.json().length, own.isList() ? own.values() : own.values().get(0));
  }

  /** The shape of a tree that was read from so many bytes. */
  static DocumentShape of(long bytes, @Nullable Object tree) {
    Scan scan = new Scan();
    scan.visit(tree, 0);
    return new DocumentShape(
        bytes,
        scan.objects,
        scan.fields,
        scan.depth,
        scan.texts,
        scan.numbers,
        scan.booleans,
        scan.nulls);
  }

  /** The shape in a sentence without a full stop. */
  public String inWords() {
    return String.format(
        Locale.ROOT,
        "%,d bytes, %,d %s with %,d %s, %d deep; of its values %s texts, %s numbers, %s booleans,"
            + " %s null",
        bytes,
        objects,
        objects == 1 ? "object" : "objects",
        fields,
        fields == 1 ? "field" : "fields",
        depth,
        share(texts),
        share(numbers),
        share(booleans),
        share(nulls));
  }

  private String share(long part) {
    long all = texts + numbers + booleans + nulls;
    return String.format(Locale.ROOT, "%.0f%%", all == 0 ? 0 : 100.0 * part / all);
  }

  private static final class Scan {
    private long objects;
    private long fields;
    private int depth;
    private long texts;
    private long numbers;
    private long booleans;
    private long nulls;

    void visit(@Nullable Object tree, int above) {
      if (tree instanceof Map<?, ?> map) {
        objects++;
        fields += map.size();
        depth = Math.max(depth, above + 1);
        map.values().forEach(member -> visit(member, above + 1));
      } else if (tree instanceof List<?> list) {
        depth = Math.max(depth, above + 1);
        list.forEach(element -> visit(element, above + 1));
      } else if (tree instanceof String) {
        texts++;
      } else if (tree instanceof Number) {
        numbers++;
      } else if (tree instanceof Boolean) {
        booleans++;
      } else {
        nulls++;
      }
    }
  }
}
