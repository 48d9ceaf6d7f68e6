package requestpath.conformance;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import requestpath.payload.Binding;

/** How exactly a variant reads decimals. */
enum Exactness {
  /** Every decimal text is read as {@link Double#parseDouble} reads it. */
  ANY_DECIMAL("any decimal"),
  /** The same for every decimal that it accepts; it refuses some, such as long ones. */
  ANY_ACCEPTED("any decimal that it does not refuse"),
  /** What encoders write, the shortest digits, is read back as the same double. */
  ROUND_TRIP("what encoders write (round trip), but not any decimal"),
  /** Not even that. */
  NEITHER("not even what encoders write");

  private final String title;

  Exactness(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** The levels that each variant reaches, and in which bindings. */
  static Map<String, Map<Exactness, List<Binding>>> of(List<CheckResult> results) {
    Map<String, Map<Binding, Exactness>> lowest = new LinkedHashMap<>();
    for (CheckResult result : results) {
      if (result.check().startsWith(HardDecimals.TITLE)) {
        Exactness level = level(result);
        for (Binding binding : result.bindings()) {
          lowest
              .computeIfAbsent(result.row(), none -> new EnumMap<>(Binding.class))
              .merge(binding, level, (one, two) -> one.compareTo(two) > 0 ? one : two);
        }
      }
    }
    Map<String, Map<Exactness, List<Binding>>> levels = new LinkedHashMap<>();
    lowest.forEach(
        (variant, byBinding) ->
            byBinding.forEach(
                (binding, level) ->
                    levels
                        .computeIfAbsent(variant, none -> new EnumMap<>(Exactness.class))
                        .computeIfAbsent(level, none -> new ArrayList<>())
                        .add(binding)));
    return levels;
  }

  private static Exactness level(CheckResult result) {
    if (HardDecimals.isExact(result.outcome())) {
      return ANY_DECIMAL;
    }
    if (result.check().equals(HardDecimals.SHORTEST.title())) {
      return NEITHER;
    }
    return HardDecimals.isExactWhereRead(result.outcome()) ? ANY_ACCEPTED : ROUND_TRIP;
  }
}
