package requestpath.payload.own;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares a document with what a type of the user's own holds of it. What a type leaves out is no
 * fault: libraries ignore fields that a type does not have. A field that stands anywhere in what a
 * library writes is a field of the type.
 */
final class Seen {
  /** Between the names on a way; hardly any name holds it. */
  private static final String STEP = "\u0000";

  private Seen() {}

  /**
   * What a library wrote, with what the type does not have taken from the document: equal to the
   * document when every field of the type is.
   *
   * @param written the tree of what it wrote
   * @param document the tree of the document
   */
  static @Nullable Object of(@Nullable Object written, @Nullable Object document) {
    Set<String> known = new LinkedHashSet<>();
    paths(written, "", known);
    return completed(written, document, "", known);
  }

  /** The places of the document that are fields of the type, each as its names. */
  static Set<String> fields(@Nullable Object written, @Nullable Object document) {
    Set<String> ofType = new LinkedHashSet<>();
    paths(written, "", ofType);
    Set<String> ofDocument = new LinkedHashSet<>();
    paths(document, "", ofDocument);
    ofType.retainAll(ofDocument);
    return ofType;
  }

  /** The names of a place. */
  static List<Object> path(String field) {
    return List.of((Object[]) field.substring(STEP.length()).split(STEP, -1));
  }

  private static void paths(@Nullable Object tree, String path, Set<String> paths) {
    if (tree instanceof Map<?, ?> map) {
      map.forEach(
          (name, member) -> {
            String longer = path + STEP + name;
            paths.add(longer);
            paths(member, longer, paths);
          });
    } else if (tree instanceof List<?> list) {
      list.forEach(element -> paths(element, path, paths));
    }
  }

  private static @Nullable Object completed(
      @Nullable Object written, @Nullable Object document, String path, Set<String> known) {
    if (written instanceof List<?> list && document instanceof List<?> other) {
      if (list.size() != other.size()) {
        return written;
      }
      List<@Nullable Object> elements = new ArrayList<>();
      for (int i = 0; i < list.size(); i++) {
        elements.add(completed(list.get(i), other.get(i), path, known));
      }
      return elements;
    }
    return written instanceof Map<?, ?> map && document instanceof Map<?, ?> other
        ? completed(map, other, path, known)
        : written;
  }

  private static Map<String, @Nullable Object> completed(
      Map<?, ?> written, Map<?, ?> document, String path, Set<String> known) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    document.forEach(
        (name, member) -> {
          String longer = path + STEP + name;
          if (written.containsKey(name)) {
            members.put((String) name, completed(written.get(name), member, longer, known));
          } else if (member == null || !known.contains(longer)) {
            members.put((String) name, member);
          }
        });
    written.forEach(
        (name, member) -> {
          if (!document.containsKey(name) && !isDefault(member)) {
            members.put((String) name, member);
          }
        });
    return members;
  }

  /** Whether it may stand for a field that the document does not have. */
  private static boolean isDefault(@Nullable Object value) {
    return value == null
        || Boolean.FALSE.equals(value)
        || (value instanceof Number number && number.doubleValue() == 0)
        || (value instanceof String text && text.isEmpty())
        || (value instanceof List<?> list && list.isEmpty())
        || (value instanceof Map<?, ?> map && map.isEmpty());
  }
}
