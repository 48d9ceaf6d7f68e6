package requestpath.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import requestpath.result.Comparison;
import requestpath.result.ForkStatistic;
import requestpath.result.Interval;
import requestpath.result.Row;
import requestpath.result.Verdict;

/**
 * What {@code rounds.json} says of a row.
 *
 * @param group that it is in
 * @param groupIndex of that group in the file, from 0
 * @param row itself
 */
record RecordedRow(JsonNode group, int groupIndex, JsonNode row) {
  /** The row's name in its group. */
  String name() {
    return row.path("name").asText();
  }

  /** What the group is called after: a benchmark, or the class where its rows are methods. */
  String benchmark() {
    return group.path("benchmark").asText();
  }

  /** The row that the group's ratios refer to; empty when there is none. */
  String baseline() {
    return group.path("baseline").asText("");
  }

  /**
   * How a fork's figure comes from its iterations; empty if the file does not say. Older runs
   * record it for the group.
   */
  Optional<ForkStatistic> statistic() {
    String name = row.path("statistic").asText(group.path("statistic").asText(""));
    return Stream.of(ForkStatistic.values())
        .filter(statistic -> statistic.name().equals(name))
        .findFirst();
  }

  /** The benchmarks that it does a part of. */
  List<String> wholes() {
    List<String> wholes = new ArrayList<>();
    row.path("partOf").forEach(whole -> wholes.add(whole.asText()));
    return wholes;
  }

  /** In which round each fork ran, in the order of the result file. */
  List<Integer> rounds() {
    List<Integer> rounds = new ArrayList<>();
    for (JsonNode fork : row.path("forks")) {
      rounds.add(fork.path("round").asInt(rounds.size() + 1));
    }
    return rounds;
  }

  /** The iterations of each fork's warm-up, in the same order; empty where none are kept. */
  List<double[]> warmUps() {
    List<double[]> warmUps = new ArrayList<>();
    for (JsonNode fork : row.path("forks")) {
      JsonNode warmUp = fork.path("warmUp");
      double[] times = new double[warmUp.size()];
      for (int i = 0; i < times.length; i++) {
        times[i] = warmUp.path(i).asDouble(Double.NaN);
      }
      warmUps.add(times);
    }
    return warmUps.stream().anyMatch(times -> times.length > 0) ? warmUps : List.of();
  }

  /**
   * The group's baseline measured a second time, against itself; its forks stand in this file
   * alone.
   */
  Optional<Verdict> control(Row base) {
    for (JsonNode other : group.path("rows")) {
      if (other.path("control").asBoolean() && other.path("name").asText().equals(base.name())) {
        NavigableMap<Integer, double[]> forks = new TreeMap<>();
        for (JsonNode fork : other.path("forks")) {
          double value = fork.path("value").asDouble();
          if (value > 0 && !Double.isInfinite(value)) {
            forks.put(fork.path("round").asInt(), new double[] {value});
          }
        }
        Row control = new Row(other.path("name").asText(), forks, base.statistic());
        if (control.roundsWith(base) > 1) {
          Comparison comparison = control.against(base);
          return Optional.of(
              control(
                  control.name(),
                  comparison,
                  comparison.interval(Comparison.CONFIDENCE),
                  comparison.probability() < 1 - Comparison.CONFIDENCE));
        }
      }
    }
    return Optional.empty();
  }

  /** The verdict on a baseline measured twice: no library, so neither a tie nor the fastest. */
  static Verdict control(
      String name, Comparison comparison, Interval interval, boolean isDifferent) {
    return new Verdict(name, comparison, interval, isDifferent, false, false, Set.of());
  }
}
