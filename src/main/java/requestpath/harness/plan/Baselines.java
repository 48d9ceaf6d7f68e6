package requestpath.harness.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import requestpath.harness.api.UsageException;

/** Which rows of a plan are compared with which, and what is measured a second time for it. */
final class Baselines {
  /** What libraries are compared with: what most services use. */
  private static final List<String> BASELINES = List.of("JACKSON2", "MSGPACK_CORE");

  private Baselines() {}

  /**
   * Every group with a row to compare others with: the one that is asked for, else its own, else
   * the one that is named first.
   *
   * @throws UsageException when no ratio would refer to the requested baseline
   */
  static List<PlannedRow> in(Collection<PlannedRow> rows, Settings settings) throws UsageException {
    if (settings.baseline().isPresent()
        && rows.stream().noneMatch(row -> row.member().name().equals(settings.baseline().get()))) {
      throw new UsageException(
          "--baseline "
              + settings.baseline().get()
              + " is none of the selected rows: choose from "
              + rows.stream()
                  .map(row -> row.member().name())
                  .distinct()
                  .collect(Collectors.joining(", ")));
    }
    List<PlannedRow> all = new ArrayList<>();
    for (PlannedRow row : rows) {
      List<PlannedRow> group = rows.stream().filter(row::isWith).toList();
      boolean isCompared =
          isTime(row.mode())
              && group.size() > 1
              && (row.parameters().containsKey(Plan.LIBRARY) || !row.member().baseline().isEmpty());
      all.add(row.with(isCompared ? baseline(group, settings) : ""));
    }
    if (settings.baseline().isPresent() && all.stream().noneMatch(row -> isAsked(row, settings))) {
      throw new UsageException(
          "--baseline "
              + settings.baseline().get()
              + " has nothing to be compared with: also select another variant of its group, and"
              + " measure times (-bm avgt or ss)");
    }
    return all;
  }

  private static boolean isAsked(PlannedRow row, Settings settings) {
    return row.isBaseline() && settings.baseline().filter(row.member().name()::equals).isPresent();
  }

  private static String baseline(List<PlannedRow> group, Settings settings) {
    List<String> wanted = new ArrayList<>();
    settings.baseline().ifPresent(wanted::add);
    wanted.add(group.get(0).member().baseline());
    wanted.addAll(BASELINES);
    List<String> names = group.stream().map(row -> row.member().name()).toList();
    return wanted.stream().filter(names::contains).findFirst().orElse(names.get(0));
  }

  /** And for each group of some rows its baseline once more. */
  static List<PlannedRow> withControls(List<PlannedRow> rows) {
    List<PlannedRow> all = new ArrayList<>(rows);
    rows.stream()
        .filter(row -> row.isBaseline() && row.forks() > 1)
        .map(PlannedRow::control)
        .forEach(all::add);
    return all;
  }

  /** And each row once more under what the run measures against. */
  static List<PlannedRow> withOtherSides(List<PlannedRow> rows) {
    List<PlannedRow> all = new ArrayList<>(rows);
    rows.stream().map(PlannedRow::against).forEach(all::add);
    return all;
  }

  private static boolean isTime(Mode mode) {
    return mode == Mode.AverageTime || mode == Mode.SingleShotTime;
  }
}
