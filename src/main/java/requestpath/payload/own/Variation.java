package requestpath.payload.own;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Other values of the same types and lengths, for correctness checks: what a variant kept of the
 * measured document is then wrong. Fractions stay as they are, because libraries have limits for
 * them.
 */
final class Variation {
  private Variation() {}

  static @Nullable Object of(@Nullable Object tree) {
    if (tree instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> other = new LinkedHashMap<>();
      map.forEach((name, member) -> other.put((String) name, of(member)));
      return other;
    }
    if (tree instanceof List<?> list) {
      List<@Nullable Object> other = new ArrayList<>(list.size());
      list.forEach(element -> other.add(of(element)));
      return other;
    }
    if (tree instanceof String text) {
      return text.isEmpty() || Character.isSurrogate(text.charAt(0))
          ? text
          : (text.charAt(0) == 'a' ? 'b' : 'a') + text.substring(1);
    }
    if (tree instanceof Boolean flag) {
      return !flag;
    }
    if (tree instanceof Integer integer) {
      return integer ^ 1;
    }
    return tree instanceof Long integer ? (Object) (integer ^ 1) : tree;
  }
}
