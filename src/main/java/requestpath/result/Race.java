package requestpath.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which rows of a group may still be the fastest after each round, and which are shown to be
 * slower. After a round, each row that is still in is compared with the one that has the lowest
 * time so far, by a one-sided test; a row that is shown to be slower leaves for good.
 *
 * <p>The fastest row leaves by chance in at most 5% of all races, whatever their number of rounds:
 * the k-th look may err with a probability of 6/(pi k)^2 times that (these add up to one), divided
 * by the number of rows that could outrun it.
 *
 * @param leaders the rows that may be the fastest, the lowest time first
 * @param left the rows that are shown to be slower, those that left first in front
 */
public record Race(List<Row> leaders, List<Left> left) {
  /** Rounds that a row needs before it can leave. */
  public static final int FIRST_LOOK = 3;

  /** How often the fastest row may leave, as a fraction of races. */
  private static final double ERROR = 0.05;

  /** How often, in one look, a row counts as equal that is not. */
  private static final double EQUAL = 0.025;

  /**
   * A row that is shown to be slower.
   *
   * @param row its name
   * @param round after which it left
   * @param faster the row that was faster
   * @param atLeast its time as a multiple of that row's, at least
   */
  public record Left(String row, int round, String faster, double atLeast) {}

  /**
   * Runs a race from its first round on.
   *
   * @param all rows of a group; those that are written by hand cannot win
   * @param last the round after which it is looked at
   */
  public static Race of(List<Row> all, int last) {
    List<Row> rows =
        all.stream()
            .filter(row -> !HandwrittenReference.isHandwritten(row.name()))
            .map(row -> row.until(last))
            .toList();
    Set<Integer> rounds = new TreeSet<>();
    rows.forEach(row -> rounds.addAll(row.forks().keySet()));
    List<Row> leaders = new ArrayList<>(rows);
    List<Left> left = new ArrayList<>();
    int look = 0;
    for (int round : rounds) {
      List<Row> soFar =
          leaders.stream()
              .map(row -> row.until(round))
              .filter(row -> row.forks().size() >= FIRST_LOOK)
              .sorted(Comparator.comparingDouble(row -> row.sample().mean()))
              .toList();
      if (soFar.size() < 2) {
        continue;
      }
      look++;
      double error = ERROR * 6 / (Math.PI * Math.PI * look * look) / (rows.size() - 1);
      List<Left> now = leaving(soFar, round, error);
      Set<String> names = new HashSet<>();
      now.forEach(each -> names.add(each.row));
      leaders.removeIf(row -> names.contains(row.name()));
      left.addAll(now);
    }
    leaders.removeIf(row -> row.forks().isEmpty());
    leaders.sort(Comparator.comparingDouble(row -> row.sample().mean()));
    return new Race(List.copyOf(leaders), List.copyOf(left));
  }

  private static List<Left> leaving(List<Row> fastestFirst, int round, double error) {
    Row fastest = fastestFirst.get(0);
    List<Left> leaving = new ArrayList<>();
    for (Row row : fastestFirst.subList(1, fastestFirst.size())) {
      if (row.roundsWith(fastest) >= FIRST_LOOK) {
        Comparison comparison = row.against(fastest);
        if (comparison.isAbove(1, error)) {
          double atLeast = comparison.interval(1 - 2 * error).low();
          leaving.add(new Left(row.name(), round, fastest.name(), atLeast));
        }
      }
    }
    return leaving;
  }

  /** Whether a row may be the fastest. */
  public boolean isLeading(String name) {
    return leaders.stream().anyMatch(row -> row.name().equals(name));
  }

  /**
   * The place of a row among those that may be the fastest, from 0; behind them those that have
   * left. One that cannot win has the place of the first.
   */
  int rank(String name) {
    for (int i = 0; i < leaders.size(); i++) {
      if (leaders.get(i).name().equals(name)) {
        return i;
      }
    }
    return left(name).isPresent() ? leaders.size() : 0;
  }

  /** What is known of a row that has left; empty for all others. */
  public Optional<Left> left(String name) {
    return left.stream().filter(each -> each.row.equals(name)).findFirst();
  }

  /**
   * Whether more rounds would tell nothing that matters: one row leads, or all that lead are shown
   * to be slower than the first by less than a fraction.
   *
   * @param precision such as 0.02
   */
  public boolean isOver(double precision) {
    if (leaders.size() < 2) {
      return true;
    }
    Row first = leaders.get(0);
    return leaders.stream()
        .skip(1)
        .allMatch(
            row ->
                row.roundsWith(first) >= FIRST_LOOK
                    && row.against(first).isBelow(1 + precision, EQUAL));
  }
}
