package requestpath.payload;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The common form of all bindings: maps from names to values, lists, texts, numbers, booleans and
 * null. Documents are written from it, and decoded values are compared in it.
 */
public final class Tree {
  private Tree() {}

  /**
   * The value as a tree: records and what stands for them become maps in declaration order, on all
   * levels.
   *
   * @throws IllegalArgumentException when the value holds something that has no such form
   */
  public static @Nullable Object of(@Nullable Object value) {
    if (value instanceof RecordForm form) {
      return ofRecord(form.toRecord());
    }
    if (value instanceof Record aRecord) {
      return ofRecord(aRecord);
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> tree = new LinkedHashMap<>();
      map.forEach((name, member) -> tree.put(String.valueOf(name), of(member)));
      return tree;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> tree = new ArrayList<>(list.size());
      list.forEach(element -> tree.add(of(element)));
      return tree;
    }
    if (value == null
        || value instanceof String
        || value instanceof Number
        || value instanceof Boolean) {
      return value;
    }
    throw new IllegalArgumentException(
        value.getClass().getName() + " has no tree form: use records, beans, maps and lists");
  }

  /** The record as a map in declaration order. */
  static Map<String, @Nullable Object> ofRecord(Record value) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      try {
        tree.put(component.getName(), of(component.getAccessor().invoke(value)));
      } catch (ReflectiveOperationException e) {
        throw new IllegalArgumentException(
            "record " + value.getClass().getName() + " must be public, as must its components", e);
      }
    }
    return tree;
  }
}
