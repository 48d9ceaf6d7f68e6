package requestpath.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code rounds.json}: what a result file of JMH cannot hold: which rows are compared, the round of
 * each fork, its value, its warm-up, and the controls. Files of earlier versions lack some of it.
 *
 * @param groups in the order of the plan
 */
public record RecordedRounds(List<Group> groups) {
  /**
   * Rows that are compared.
   *
   * @param title for people
   * @param benchmark that it is called after: a benchmark, or the class where its rows are methods
   * @param mode as JMH shortens it
   * @param unit of its scores
   * @param baseline the row that ratios refer to; empty when there is none
   * @param statistic of rows that do not name their own, in files of earlier versions
   * @param side {@link RowKey#THIS} or {@link RowKey#AGAINST}
   * @param rows the controls among them
   */
  public record Group(
      String title,
      String benchmark,
      String mode,
      String unit,
      String baseline,
      @Nullable ForkStatistic statistic,
      String side,
      List<Recorded> rows) {
    /** Earlier versions did not write the only side. */
    public Group {
      side = side.isEmpty() ? RowKey.THIS : side;
    }
  }

  /**
   * A row.
   *
   * @param name within its group
   * @param benchmark class and method
   * @param params by name
   * @param threads how many called the operation; {@link RowKey#ANY_THREADS} if not recorded
   * @param partOf the benchmarks that it does a part of
   * @param control whether it is the baseline measured once more
   * @param statistic how a fork's value comes from its iterations
   * @param turns whether its forks took turns with those of the other rows
   * @param forks in the order of the result file
   */
  public record Recorded(
      String name,
      String benchmark,
      Map<String, String> params,
      int threads,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> partOf,
      boolean control,
      @Nullable ForkStatistic statistic,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean turns,
      List<Fork> forks) {

    /** In which round each fork ran, in the order of the result file. */
    List<Integer> rounds() {
      List<Integer> rounds = new ArrayList<>();
      for (Fork fork : forks) {
        rounds.add(fork.round > 0 ? fork.round : rounds.size() + 1);
      }
      return rounds;
    }
  }

  /**
   * A fork.
   *
   * @param round from 1 on; 0 if not recorded
   * @param value by the row's statistic
   * @param mean of its iterations
   * @param warmUp its iterations, with a few digits; a null is one without a figure
   */
  public record Fork(int round, double value, double mean, List<@Nullable Double> warmUp) {}

  /**
   * A row in its group.
   *
   * @param group that it is in
   * @param index of that group, from 0
   * @param row itself
   */
  record Placed(Group group, int index, Recorded row) {
    /** How a fork's value comes from its iterations; empty if the file does not say. */
    Optional<ForkStatistic> statistic() {
      return Optional.ofNullable(row.statistic == null ? group.statistic : row.statistic);
    }

    /** The iterations of each fork's warm-up, in the same order; empty where none are kept. */
    List<double[]> warmUps() {
      List<double[]> warmUps = new ArrayList<>();
      for (Fork fork : row.forks) {
        warmUps.add(
            fork.warmUp.stream().mapToDouble(time -> time == null ? Double.NaN : time).toArray());
      }
      return warmUps.stream().anyMatch(times -> times.length > 0) ? warmUps : List.of();
    }

    /**
     * A row of the group with each fork's recorded value as its only iteration; empty when the
     * group has no such row.
     *
     * @param name of the row
     * @param isControl whether it is the control, whose iterations are in no other file
     */
    Optional<Row> byValues(String name, boolean isControl) {
      return group.rows.stream()
          .filter(other -> other.control == isControl && other.name.equals(name))
          .findFirst()
          .map(Placed::byValues);
    }

    private static Row byValues(Recorded recorded) {
      NavigableMap<Integer, double[]> values = new TreeMap<>();
      List<Integer> rounds = recorded.rounds();
      for (int i = 0; i < rounds.size(); i++) {
        double value = recorded.forks.get(i).value;
        if (value > 0 && !Double.isInfinite(value)) {
          values.put(rounds.get(i), new double[] {value});
        }
      }
      return new Row(recorded.name, values, ForkStatistic.MEAN, recorded.turns);
    }
  }

  /** As it is written. */
  public String json() {
    try {
      return ResultFiles.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("records of texts and numbers are always JSON", e);
    }
  }

  /** What a run recorded of a measurement; null when it says nothing of it. */
  static @Nullable Placed find(Map<RowKey, Placed> recorded, Measurement measurement) {
    RowKey key = measurement.key();
    Placed exact = recorded.get(key);
    return exact == null ? recorded.get(key.withAnyThreads()) : exact;
  }

  /** All rows but the controls, by what tells them apart. */
  Map<RowKey, Placed> byKey() {
    Map<RowKey, Placed> rows = new HashMap<>();
    for (int i = 0; i < groups.size(); i++) {
      Group group = groups.get(i);
      for (Recorded row : group.rows) {
        if (!row.control) {
          TreeMap<String, String> parameters = new TreeMap<>(row.params);
          parameters.remove(RowKey.SIDE);
          rows.put(
              new RowKey(
                  row.benchmark.isEmpty() ? group.benchmark : row.benchmark,
                  group.mode,
                  parameters,
                  row.threads,
                  group.side),
              new Placed(group, i, row));
        }
      }
    }
    return rows;
  }
}
