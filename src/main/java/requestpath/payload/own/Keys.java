package requestpath.payload.own;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells maps from objects: whether the names at a place are keys, which are data, or fields. Keys
 * have values of one kind, and are no words of a programmer, or many of which each object has few.
 */
final class Keys {
  /** What programmers call fields: also {@code @type}, {@code xml:lang}, {@code log.level}. */
  private static final Pattern FIELD = Pattern.compile("[@$_]{0,2}[A-Za-z][A-Za-z0-9_$:.-]*");

  /** Three objects that mostly have the same names have fields, whatever these are called. */
  private static final int SEVERAL = 3;

  private static final double MOSTLY_THERE = 0.8;

  /** The share of names that are no words. */
  private static final double NO_WORDS = 2.0 / 3;

  /** Names of which each object has few. */
  private static final int MANY = 20;

  private static final double SELDOM_THERE = 0.25;

  /** Names in a single object, with texts or numbers of one kind. */
  private static final int MANY_ALIKE = 100;

  /** Names in a single object, whose objects are alike. */
  private static final int SOME_ALIKE = 8;

  private static final double ALIKE = 0.4;

  private Keys() {}

  /**
   * Whether the names of the objects at a place are keys.
   *
   * @param members all values of each name
   * @param instances how many objects stand at the place
   */
  static boolean areIn(Map<String, List<@Nullable Object>> members, int instances) {
    Set<TypeInference.Kind> kinds = new LinkedHashSet<>();
    long all = 0;
    long words = 0;
    for (Map.Entry<String, List<@Nullable Object>> member : members.entrySet()) {
      kinds.addAll(TypeInference.Kind.of(member.getValue()));
      all += member.getValue().size();
      if (FIELD.matcher(member.getKey()).matches()) {
        words++;
      }
    }
    int names = members.size();
    double presence = (double) all / instances / names;
    if (kinds.size() != 1 || (instances >= SEVERAL && presence >= MOSTLY_THERE)) {
      return false;
    }
    if (names - words >= NO_WORDS * names) {
      return true;
    }
    if (instances > 1 && names >= MANY && presence <= SELDOM_THERE) {
      return true;
    }
    return instances == 1
        && (kinds.contains(TypeInference.Kind.OBJECT)
            ? names >= SOME_ALIKE && areAlike(members)
            : names >= MANY_ALIKE);
  }

  /** Whether objects share most of their names. */
  private static boolean areAlike(Map<String, List<@Nullable Object>> members) {
    Set<Object> union = new LinkedHashSet<>();
    long sizes = 0;
    long count = 0;
    for (List<@Nullable Object> values : members.values()) {
      for (Object value : values) {
        if (value instanceof Map<?, ?> map) {
          union.addAll(map.keySet());
          sizes += map.size();
          count++;
        }
      }
    }
    return !union.isEmpty() && (double) sizes / count / union.size() >= ALIKE;
  }
}
