package requestpath.report;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import requestpath.stats.RankChanges;

/**
 * Variants that keep their names but are configured otherwise since some day: earlier runs measured
 * something else by these names.
 */
final class EarlierConfigurations {
  /** When msgpack-core and avaje-jsonb were configured as they are now. */
  private static final Instant CHANGED = Instant.parse("2026-11-28T06:39:35Z");

  private static final List<String> VARIANTS =
      List.of("AVAJE_JSONB", "MSGPACK_CORE", "MSGPACK_CORE_VALUE");

  private EarlierConfigurations() {}

  /** A sentence on the variants of a run that are now configured otherwise; empty for none. */
  static Optional<String> of(Run run) {
    if (!isEarlier(run.environment().path("started").asText())) {
      return Optional.empty();
    }
    List<String> measured =
        VARIANTS.stream()
            .filter(
                name ->
                    run.measurements().stream()
                        .anyMatch(row -> name.equals(row.parameters().get("library"))))
            .toList();
    return measured.isEmpty()
        ? Optional.empty()
        : Optional.of(
            run.name()
                + " measured earlier configurations of "
                + RankChanges.listed(measured)
                + ": since "
                + CHANGED.toString().substring(0, 10)
                + (measured.size() == 1 ? " this name stands" : " these names stand")
                + " for others.");
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
