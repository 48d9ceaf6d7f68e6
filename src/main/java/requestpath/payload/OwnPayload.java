package requestpath.payload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A JSON document of the user's own: an object, or an array of objects, as maps. */
public final class OwnPayload {
  /**
   * The system property that holds the directory for relative file names. By default it is the
   * directory in which the program was started. Forks get it, too.
   */
  public static final String DIRECTORY = "requestpath.directory";

  /** Where the reasons of variants are explained that were tried on a file and are skipped. */
  public static final String GUIDE = "guide own-data.md, Skipped variants";

  /** How deep objects and arrays may be nested. */
  public static final int MAX_DEPTH = JsonTree.MAX_DEPTH;

  /** A fork's heap must hold it several times: read, written, checked. */
  private static final long MAX_HEAP = 72L << 20;

  /** Facts of files by path, size and time. */
  private static final Map<String, DocumentFacts> KNOWN = new ConcurrentHashMap<>();

  private final byte[] json;
  private final List<Object> values;
  private final boolean isList;
  private final DocumentFacts facts;

  private OwnPayload(byte[] json, List<Object> values, boolean isList, DocumentFacts facts) {
    this.json = json;
    this.values = values;
    this.isList = isList;
    this.facts = facts;
  }

  /**
   * Reads the document.
   *
   * @param file its name, as the user wrote it
   * @throws IllegalArgumentException with one sentence when it cannot be measured
   */
  public static OwnPayload of(String file) {
    if (file.isEmpty()) {
      throw new IllegalArgumentException(
          "OwnPayload measures a file of yours: name it with -p file=FILE.json");
    }
    try {
      return of(OwnFile.read(file));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("file=" + file + " " + e.getMessage());
    }
  }

  /**
   * Takes a document.
   *
   * @param json its bytes
   * @throws IllegalArgumentException with a sentence that lacks its subject, the file, if it cannot
   *     be measured
   */
  public static OwnPayload of(byte[] json) {
    if (trimmed(json).length == 0) {
      throw new IllegalArgumentException("is empty: name a JSON file");
    }
    JsonTree.Parsed parsed;
    try {
      parsed = JsonTree.parse(json);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "cannot be measured: " + e.getMessage() + " (name another file)");
    }
    if (parsed.facts().heapBytes() > MAX_HEAP) {
      throw new IllegalArgumentException(
          "cannot be measured: it would take about "
              + (parsed.facts().heapBytes() >> 20)
              + " MB as maps and bytes, more than "
              + (MAX_HEAP >> 20)
              + ", and a fork holds several copies in its 512 MB (name a smaller file)");
    }
    if (parsed.tree() instanceof Map<?, ?> map) {
      return new OwnPayload(trimmed(json), List.of(map), false, parsed.facts());
    }
    if (parsed.tree() instanceof List<?> list
        && !list.isEmpty()
        && list.stream().allMatch(Map.class::isInstance)) {
      return new OwnPayload(trimmed(json), new ArrayList<Object>(list), true, parsed.facts());
    }
    throw new IllegalArgumentException(
        "cannot be measured: it must hold an object, or an array of objects");
  }

  /**
   * Where the file of that name is.
   *
   * @throws IllegalArgumentException when it cannot be the name of a file
   */
  public static Path path(String file) {
    return OwnFile.path(file);
  }

  /**
   * Sets the directory for relative file names, because a run may be resumed in another directory
   * than it was started in.
   */
  public static void lookIn(Path directory) {
    System.setProperty(DIRECTORY, directory.toString());
  }

  /** Whether it is a list of objects and not one. */
  public boolean isList() {
    return isList;
  }

  /** The document in UTF-8, as it is in the file, without blanks behind it. */
  public byte[] json() {
    return json.clone();
  }

  /** Its objects as maps: one, or those of the list. */
  public List<Object> values() {
    return new ArrayList<>(values);
  }

  /** Its objects, each a MessagePack map in an array of its own. */
  public byte[][] messagePack() {
    return messagePack(values);
  }

  /** Objects as maps, each a MessagePack map in an array of its own. */
  public static byte[][] messagePack(List<Object> objects) {
    return objects.stream().map(MsgPackBytes::of).toArray(byte[][]::new);
  }

  /**
   * The facts of the document in a file. The facts are kept for the next call, because every
   * variant needs them; the document is not kept.
   *
   * @param file its name, as the user wrote it
   * @throws IllegalArgumentException with one sentence when it cannot be measured
   */
  public static DocumentFacts facts(String file) {
    String version;
    try {
      Path path = path(file);
      version = path + " " + Files.size(path) + " " + Files.getLastModifiedTime(path);
    } catch (IOException | IllegalArgumentException e) {
      // Reading the file reports what is wrong with it.
      return of(file).facts();
    }
    return KNOWN.computeIfAbsent(version, unknown -> of(file).facts());
  }

  /** The properties for which a library may have a limit. */
  public DocumentFacts facts() {
    return facts;
  }

  /**
   * As many other objects, for correctness checks: the same in reverse order, each with one more
   * field. They stay within the same limits.
   */
  public List<Object> otherValues() {
    List<Object> others = new ArrayList<>();
    values.forEach(value -> others.add(other((Map<?, ?>) value)));
    Collections.reverse(others);
    return others;
  }

  private static Map<String, @Nullable Object> other(Map<?, ?> value) {
    Map<String, @Nullable Object> other = new LinkedHashMap<>();
    String name = "other";
    while (value.containsKey(name)) {
      name += "s";
    }
    other.put(name, true);
    value.forEach((key, member) -> other.put((String) key, member));
    return other;
  }

  /** JSON of other objects, in the form of this document: a list, or the only one. */
  public byte[] json(List<Object> objects) {
    @Nullable Object tree = isList ? objects : objects.get(0);
    return JsonText.of(tree).getBytes(UTF_8);
  }

  private static byte[] trimmed(byte[] json) {
    int end = json.length;
    while (end > 0 && " \n\r\t".indexOf(json[end - 1]) >= 0) {
      end--;
    }
    return Arrays.copyOf(json, end);
  }
}
