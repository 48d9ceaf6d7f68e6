package requestpath.harness.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import requestpath.payload.OwnPayload;
import requestpath.payload.Support;

/**
 * Which fields of the document each library finds in a class of the user's own: by its own
 * annotations a library may find fewer than others, and would then win by doing less.
 */
final class FoundFields {
  private FoundFields() {}

  /**
   * The variants that lack a field which another of their group finds.
   *
   * @param tried which variants run, found by trying
   * @param fields that each finds
   * @return the field that is lacking, as the reason why a variant is skipped
   */
  static Map<PlannedVariant, Support> lacking(
      Map<PlannedVariant, Support> tried, Map<PlannedVariant, Set<String>> fields) {
    Map<String, List<PlannedVariant>> groups = new LinkedHashMap<>();
    tried.forEach(
        (variant, support) -> {
          if (support.isSupported()) {
            groups.computeIfAbsent(group(variant), none -> new ArrayList<>()).add(variant);
          }
        });
    Map<PlannedVariant, Support> lacking = new LinkedHashMap<>();
    for (List<PlannedVariant> group : groups.values()) {
      for (PlannedVariant variant : group) {
        for (PlannedVariant other : group) {
          Set<String> more = new TreeSet<>(fields.getOrDefault(other, Set.of()));
          more.removeAll(fields.getOrDefault(variant, Set.of()));
          if (!more.isEmpty()) {
            lacking.putIfAbsent(
                variant,
                Support.noForFile(
                    "tried on the file: it does not find the field "
                        + more.iterator().next()
                        + " in the type, which "
                        + library(other)
                        + " finds",
                    OwnPayload.GUIDE));
          }
        }
      }
    }
    return lacking;
  }

  private static String library(PlannedVariant variant) {
    return variant.parameters().getOrDefault(Plan.LIBRARY, "");
  }

  /** What is equal for all variants that are compared. */
  private static String group(PlannedVariant variant) {
    Map<String, String> parameters = new LinkedHashMap<>(variant.parameters());
    parameters.remove(Plan.LIBRARY);
    return variant.benchmark() + " " + parameters;
  }
}
