package requestpath.codec.handwritten.json;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import requestpath.codec.handwritten.Bytes;
import requestpath.payload.Item;

/** Parts of a codec's work, each alone, as fast as we could write them in plain Java. */
public final class CodecParts {
  private static final byte[][] NAMES =
      Arrays.stream(Item.class.getRecordComponents())
          .map(component -> ascii(component.getName()))
          .toArray(byte[][]::new);

  private final Item[] items;
  private final byte[][] texts;
  private final byte[] buffer;

  /** For records whose texts are ASCII and not null. */
  public CodecParts(List<?> items) {
    this.items = items.stream().map(Item.class::cast).toArray(Item[]::new);
    texts = new byte[3 * items.size()][];
    int next = 0;
    for (Item item : this.items) {
      texts[next++] = ascii(item.name());
      texts[next++] = ascii(item.description());
      texts[next++] = ascii(item.type());
    }
    buffer = new byte[DoubleWriter.MAX_LENGTH * (items.size() + 1)];
  }

  private static byte[] ascii(@Nullable String text) {
    return Objects.requireNonNull(text).getBytes(US_ASCII);
  }

  /**
   * Allocates new records with new texts, as a decoder that keeps no texts between calls does. It
   * reads and checks nothing.
   */
  public List<Item> allocate() {
    List<Item> copies = new ArrayList<>(items.length);
    int next = 0;
    for (Item item : items) {
      String name = text(next++);
      String description = text(next++);
      String type = text(next++);
      copies.add(new Item(item.id(), name, description, type, item.count(), item.created_at()));
    }
    return copies;
  }

  /**
   * The same as maps, whose names are new texts too: a decoder of one map sees each name for the
   * first time.
   */
  public List<Map<String, Object>> allocateMaps() {
    List<Map<String, Object>> copies = new ArrayList<>(items.length);
    int next = 0;
    for (Item item : items) {
      Map<String, Object> copy = new LinkedHashMap<>(8);
      copy.put(name(0), item.id());
      copy.put(name(1), text(next++));
      copy.put(name(2), text(next++));
      copy.put(name(3), text(next++));
      copy.put(name(4), item.count());
      copy.put(name(5), item.created_at());
      copies.add(copy);
    }
    return copies;
  }

  private static String name(int index) {
    return text(NAMES[index]);
  }

  private String text(int index) {
    return text(texts[index]);
  }

  private static String text(byte[] ascii) {
    return Bytes.ascii(ascii, 0, ascii.length);
  }

  /** Writes every record's double with a comma after it and returns the number of bytes. */
  public int formatDoubles() {
    int next = 0;
    for (Item item : items) {
      next = DoubleWriter.write(buffer, next, item.created_at());
      buffer[next++] = ',';
    }
    return next;
  }

  /** What {@link #formatDoubles} wrote. */
  public String formatted(int length) {
    return new String(Arrays.copyOf(buffer, length), US_ASCII);
  }
}
