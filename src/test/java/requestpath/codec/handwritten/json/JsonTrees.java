package requestpath.codec.handwritten.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What {@link JsonOracle} asks of documents once they are read: maps, lists and their values. */
final class JsonTrees {
  private JsonTrees() {}

  /** A BigDecimal, of which the expected value is made, has no negative zero. */
  static @Nullable Object withoutSignsOfZeros(@Nullable Object tree) {
    if (tree instanceof Map<?, ?> map) {
      Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((name, member) -> copy.put(name, withoutSignsOfZeros(member)));
      return copy;
    }
    if (tree instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>();
      list.forEach(element -> copy.add(withoutSignsOfZeros(element)));
      return copy;
    }
    return tree instanceof Double number && number == 0 ? (Double) 0.0 : tree;
  }

  static boolean isListOfMaps(@Nullable Object value) {
    if (!(value instanceof List<?> list)) {
      return false;
    }
    for (Object element : list) {
      if (element != null && !(element instanceof Map)) {
        return false;
      }
    }
    return true;
  }

  static boolean hasHalfPairInName(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.keySet().stream().anyMatch(name -> !UTF_8.newEncoder().canEncode((String) name))
          || map.values().stream().anyMatch(JsonTrees::hasHalfPairInName);
    }
    return value instanceof List<?> list && list.stream().anyMatch(JsonTrees::hasHalfPairInName);
  }

  static boolean same(@Nullable Object expected, @Nullable Object actual) {
    if (expected instanceof Map<?, ?> map) {
      if (!(actual instanceof Map<?, ?> other) || !map.keySet().equals(other.keySet())) {
        return false;
      }
      // No stream: its frames would exhaust the stack before the depth is reached.
      for (Map.Entry<?, ?> member : map.entrySet()) {
        if (!same(member.getValue(), other.get(member.getKey()))) {
          return false;
        }
      }
      return true;
    }
    if (expected instanceof List<?> list) {
      if (!(actual instanceof List<?> other) || other.size() != list.size()) {
        return false;
      }
      for (int i = 0; i < list.size(); i++) {
        if (!same(list.get(i), other.get(i))) {
          return false;
        }
      }
      return true;
    }
    if (expected instanceof Double number && actual instanceof BigDecimal exact) {
      return number == Double.parseDouble(exact.toString());
    }
    return Objects.equals(expected, actual);
  }
}
