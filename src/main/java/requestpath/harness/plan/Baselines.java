package requestpath.harness.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.annotations.Mode;
import requestpath.harness.api.UsageException;
import requestpath.result.DefaultBaselines;

/** Assigns baselines to groups, and adds controls and the other side. */
final class Baselines {
  private Baselines() {}

  /**
   * The variants with their baselines: the requested variant, else the one that the group declares,
   * else the first.
   *
   * @throws UsageException when no ratio would refer to the requested baseline
   */
  static List<PlannedVariant> in(Collection<PlannedVariant> rows, Settings settings)
      throws UsageException {
    if (settings.baseline().isPresent()) {
      Requirements.requireSelected("--baseline", settings.baseline().get(), rows);
    }
    List<PlannedVariant> all = new ArrayList<>();
    for (PlannedVariant row : rows) {
      List<PlannedVariant> group = rows.stream().filter(row::isWith).toList();
      boolean isCompared =
          isTime(row.mode())
              && group.size() > 1
              && (row.parameters().containsKey(Plan.LIBRARY) || !row.member().baseline().isEmpty());
      all.add(row.with(isCompared ? baseline(group, settings) : ""));
    }
    if (settings.baseline().isPresent()
        && all.stream()
            .filter(PlannedVariant::isBaseline)
            .noneMatch(row -> row.member().name().equals(settings.baseline().get()))) {
      throw new UsageException(
          "--baseline "
              + settings.baseline().get()
              + " has nothing to be compared with: also select another variant of its group, and"
              + " measure times (-bm avgt or ss)");
    }
    return all;
  }

  private static String baseline(List<PlannedVariant> group, Settings settings) {
    List<String> wanted = new ArrayList<>();
    settings.baseline().ifPresent(wanted::add);
    wanted.add(group.get(0).member().baseline());
    return DefaultBaselines.among(group.stream().map(row -> row.member().name()).toList(), wanted);
  }

  /** Adds a control for each baseline. */
  static List<PlannedVariant> withControls(List<PlannedVariant> rows) {
    List<PlannedVariant> all = new ArrayList<>(rows);
    rows.stream()
        .filter(row -> row.isBaseline() && row.forks() > 1)
        .map(PlannedVariant::control)
        .forEach(all::add);
    return all;
  }

  /** Adds each variant in the other configuration. */
  static List<PlannedVariant> withOtherSides(List<PlannedVariant> rows) {
    List<PlannedVariant> all = new ArrayList<>(rows);
    rows.stream().map(PlannedVariant::against).forEach(all::add);
    return all;
  }

  private static boolean isTime(Mode mode) {
    return mode == Mode.AverageTime || mode == Mode.SingleShotTime;
  }
}
