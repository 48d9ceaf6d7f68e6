package requestpath.harness.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What a run of the user's own file says before its first fork: how many variants are measured, and
 * which do not take the file.
 */
public final class SkippedListing {
  private SkippedListing() {}

  /** The listing of a plan, in lines. */
  public static List<String> lines(Plan plan) {
    List<PlannedVariant> tried =
        plan.skipped().stream().filter(each -> each.support().isOfFile()).toList();
    List<String> lines = new ArrayList<>();
    lines.add(
        "Variants that are measured: "
            + plan.variants().stream().filter(each -> each.side() == Side.THIS).count()
            + "; that do not take the file: "
            + tried.size()
            + "; skipped with any file: "
            + (plan.skipped().size() - tried.size())
            + " (report.md has all reasons)");
    Map<Reason, List<PlannedVariant>> byReason = new LinkedHashMap<>();
    for (PlannedVariant each : tried) {
      Reason reason =
          new Reason(each.parameters().getOrDefault(Plan.LIBRARY, ""), each.support().reason());
      byReason.computeIfAbsent(reason, unused -> new ArrayList<>()).add(each);
    }
    byReason.forEach((reason, skipped) -> lines.add("  " + line(reason, skipped)));
    return lines;
  }

  private static String line(Reason reason, List<PlannedVariant> skipped) {
    TreeSet<String> bindings = new TreeSet<>();
    TreeSet<String> methods = new TreeSet<>();
    for (PlannedVariant each : skipped) {
      bindings.add(each.parameters().getOrDefault(Plan.BINDING, ""));
      methods.add(method(each));
    }
    return reason.library()
        + " ("
        + String.join(", ", bindings)
        + "; "
        + String.join(", ", methods)
        + "): "
        + reason.sentence();
  }

  /** Class and method, without the package. */
  private static String method(PlannedVariant planned) {
    String[] names = planned.benchmark().split("[.]", -1);
    return names[names.length - 2] + "." + names[names.length - 1];
  }

  private record Reason(String library, String sentence) {}
}
