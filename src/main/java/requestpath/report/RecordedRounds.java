package requestpath.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the {@code rounds.json} of a run says: which rows belong together, and in which rounds. */
final class RecordedRounds {
  /** The parameter of a result that names its side, in a run with two. */
  static final String SIDE = "side";

  /** The side of a run that has no other; the result file of such a run does not name it. */
  static final String THIS = "this";

  private final Map<Key, RecordedRow> rows = new HashMap<>();

  private RecordedRounds() {}

  /** Which row a measurement is. */
  private record Key(
      String benchmark, String mode, SortedMap<String, String> parameters, String side) {}

  /** Of a run; nothing where it has no such file. */
  static RecordedRounds of(Run run) {
    RecordedRounds rounds = new RecordedRounds();
    int index = 0;
    for (JsonNode group : run.rounds().path("groups")) {
      for (JsonNode row : group.path("rows")) {
        if (!row.path("control").asBoolean()) {
          TreeMap<String, String> parameters = new TreeMap<>();
          row.path("params")
              .properties()
              .forEach(entry -> parameters.put(entry.getKey(), entry.getValue().asText()));
          parameters.remove(SIDE);
          Key key =
              new Key(
                  row.path("benchmark").asText(group.path("benchmark").asText()),
                  group.path("mode").asText(),
                  parameters,
                  group.path(SIDE).asText(THIS));
          rounds.rows.put(key, new RecordedRow(group, index, row));
        }
      }
      index++;
    }
    return rounds;
  }

  /** The row of a measurement; null when the run says nothing of it. */
  @Nullable RecordedRow find(Measurement measurement) {
    TreeMap<String, String> parameters = new TreeMap<>(measurement.parameters());
    parameters.remove(SIDE);
    return rows.get(
        new Key(measurement.benchmark(), measurement.mode(), parameters, side(measurement)));
  }

  /** {@code this} or {@code against}. */
  static String side(Measurement measurement) {
    return measurement.parameters().getOrDefault(SIDE, THIS);
  }
}
