package requestpath.report;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import requestpath.result.RankedGroup;
import requestpath.result.RecordedRun;

/**
 * Variants whose configuration has changed, but not their names. Earlier runs measured the former
 * configurations.
 */
final class EarlierConfigurations {
  /** When msgpack-core and avaje-jsonb were configured as they are now. */
  private static final Instant CHANGED = Instant.parse("2026-11-28T06:39:35Z");

  private static final List<String> VARIANTS =
      List.of("AVAJE_JSONB", "MSGPACK_CORE", "MSGPACK_CORE_VALUE");

  private EarlierConfigurations() {}

  /** A sentence on the variants of a run whose configuration has changed since; empty for none. */
  static Optional<String> of(RecordedRun run) {
    return sentence(run.name(), VARIANTS.stream().filter(name -> isIn(name, run)).toList());
  }

  /** The same for some groups of a report. */
  static Optional<String> of(Report report, List<RankedGroup> groups) {
    return sentence(
        "Some of these runs",
        VARIANTS.stream()
            .filter(
                name ->
                    groups.stream()
                        .filter(group -> isEarlier(report.run(group).environment().started()))
                        .flatMap(group -> group.rows().stream())
                        .anyMatch(row -> row.name().equals(name)))
            .toList());
  }

  private static Optional<String> sentence(String who, List<String> variants) {
    return variants.isEmpty()
        ? Optional.empty()
        : Optional.of(
            who
                + " measured earlier configurations of "
                + Words.listed(variants)
                + ", which changed on "
                + CHANGED.toString().substring(0, 10)
                + ".");
  }

  private static boolean isIn(String variant, RecordedRun run) {
    return isEarlier(run.environment().started())
        && run.measurements().stream()
            .anyMatch(row -> variant.equals(row.parameters().get("library")));
  }

  private static boolean isEarlier(String started) {
    try {
      return Instant.parse(started).isBefore(CHANGED);
    } catch (DateTimeParseException e) {
      // A file of another project, or of JMH alone, does not say.
      return false;
    }
  }
}
