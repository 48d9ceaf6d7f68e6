package requestpath.payload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON document of the reader's: an object, or an array of objects, as maps. */
public final class OwnPayload {
  /** Beyond it the heap of a fork would be the subject. */
  private static final long MAX_BYTES = 32L << 20;

  private final byte[] json;
  private final List<Object> values;
  private final boolean isList;

  private OwnPayload(byte[] json, List<Object> values, boolean isList) {
    this.json = json;
    this.values = values;
    this.isList = isList;
  }

  /**
   * Reads the document.
   *
   * @param file its name, as the reader wrote it
   * @throws IllegalArgumentException with one sentence when it cannot be measured
   */
  public static OwnPayload of(String file) {
    if (file.isEmpty()) {
      throw new IllegalArgumentException(
          "OwnPayload measures a file of yours: name it with -p file=FILE.json");
    }
    byte[] bytes = read(file);
    Object tree;
    try {
      tree = JsonTree.parse(bytes);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "file=" + file + " cannot be measured: " + e.getMessage() + " (name another file)");
    }
    if (tree instanceof Map<?, ?> map) {
      return new OwnPayload(trimmed(bytes), List.of(map), false);
    }
    if (tree instanceof List<?> list
        && !list.isEmpty()
        && list.stream().allMatch(Map.class::isInstance)) {
      return new OwnPayload(trimmed(bytes), new ArrayList<Object>(list), true);
    }
    throw new IllegalArgumentException(
        "file=" + file + " cannot be measured: it must hold an object, or an array of objects");
  }

  /** Whether it is a list of objects and not one. */
  public boolean isList() {
    return isList;
  }

  /** The document in UTF-8, as it stands in the file but for blanks behind it. */
  public byte[] json() {
    return json.clone();
  }

  /** Its objects as maps: one, or those of the list. */
  public List<Object> values() {
    return new ArrayList<>(values);
  }

  /** Its objects, each a MessagePack map in an array of its own. */
  public byte[][] messagePack() {
    return values.stream().map(MsgPackBytes::of).toArray(byte[][]::new);
  }

  /** As many other objects, for checks. */
  public List<Object> otherValues() {
    List<Object> others = new ArrayList<>();
    values.forEach(value -> others.add(Map.of("other", value)));
    Collections.reverse(others);
    return others;
  }

  /** The JSON of {@link #otherValues}. */
  public byte[] otherJson() {
    return jsonOf(otherValues());
  }

  /** The MessagePack of {@link #otherValues}. */
  public byte[][] otherMessagePack() {
    return otherValues().stream().map(MsgPackBytes::of).toArray(byte[][]::new);
  }

  private byte[] jsonOf(List<Object> objects) {
    @Nullable Object tree = isList ? objects : objects.get(0);
    return JsonText.of(tree).getBytes(UTF_8);
  }

  private static byte[] read(String file) {
    try {
      Path path = Path.of(file);
      if (Files.isDirectory(path)) {
        throw new IllegalArgumentException("file=" + file + " is a folder: name a JSON file");
      }
      long size = Files.size(path);
      if (size > MAX_BYTES) {
        throw new IllegalArgumentException(
            "file="
                + file
                + " has "
                + (size >> 20)
                + " MB: choose one of at most "
                + (MAX_BYTES >> 20));
      }
      byte[] bytes = Files.readAllBytes(path);
      if (trimmed(bytes).length == 0) {
        throw new IllegalArgumentException("file=" + file + " is empty: name a JSON file");
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("file=" + file + " does not exist: name a JSON file");
    } catch (IOException | SecurityException e) {
      throw new IllegalArgumentException("file=" + file + " cannot be read: name a JSON file");
    } catch (java.nio.file.InvalidPathException e) {
      throw new IllegalArgumentException("file=" + file + " is no name of a file");
    }
  }

  private static byte[] trimmed(byte[] json) {
    int end = json.length;
    while (end > 0 && " \n\r\t".indexOf(json[end - 1]) >= 0) {
      end--;
    }
    return Arrays.copyOf(json, end);
  }
}
