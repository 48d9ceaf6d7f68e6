package requestpath.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * After how many operations a library has made up for a start that takes longer than the
 * baseline's. The total time of operations is that of the first call in a JVM plus that of all
 * operations in a warm one; the operations of a JVM that still warms up take longer.
 *
 * @param first the group of first calls
 * @param steady the group of the same work in a warm JVM, with the same baseline
 * @param lines one for each variant of both, the lowest time in a warm JVM first
 */
public record BreakEven(RankedGroup first, RankedGroup steady, List<Line> lines) {
  /** Benchmarks of first calls, and what measures the same work in a warm JVM. */
  private static final Map<String, String> STEADY =
      Map.of(
          "requestpath.bench.ColdStartBenchmark.decodeFirst",
          "requestpath.bench.JsonDecodeBenchmark.fromBytes",
          "requestpath.bench.ColdStartBenchmark.encodeFirst",
          "requestpath.bench.JsonEncodeBenchmark.toBytes",
          "requestpath.bench.MsgPackColdStartBenchmark.decodeFirst",
          "requestpath.bench.MsgPackDecodeBenchmark.fromBytes",
          "requestpath.bench.MsgPackColdStartBenchmark.encodeFirst",
          "requestpath.bench.MsgPackEncodeBenchmark.toBytes");

  private static final String SIZE = "size";

  /** How the total time of a library compares with the baseline's. */
  public enum Outcome {
    /** It is the baseline. */
    BASELINE,
    /** It is lower from the first call on. */
    LOWER,
    /** It is lower after some operations. */
    LOWER_AFTER,
    /** It is higher after some operations. */
    HIGHER_AFTER,
    /** It is never lower. */
    HIGHER,
    /** No difference is shown, neither in the start nor in a warm JVM. */
    SAME,
    /** There are too few forks to judge it. */
    NOT_JUDGED
  }

  /**
   * A library.
   *
   * @param first its first call
   * @param steady the same work in a warm JVM
   * @param outcome against the baseline
   * @param operations after how many of them the total times are equal; NaN where they never are,
   *     or the differences are too small to tell
   */
  public record Line(
      RankedVariant first, RankedVariant steady, Outcome outcome, double operations) {
    /** The name of the library. */
    public String name() {
      return steady.name();
    }

    /** The total time in seconds of the start and so many operations. */
    public double total(double count) {
      return first.seconds() + count * steady.seconds();
    }
  }

  /** All groups of first calls for which the same platform has the work in a warm JVM. */
  public static List<BreakEven> of(List<RankedGroup> groups) {
    List<BreakEven> all = new ArrayList<>();
    for (RankedGroup first : groups) {
      steady(groups, first)
          .map(steady -> new BreakEven(first, steady, lines(first, steady)))
          .filter(pair -> pair.lines.size() > 1)
          .ifPresent(all::add);
    }
    return List.copyOf(all);
  }

  /** The baseline's line. */
  public Optional<Line> baseline() {
    return lines.stream().filter(line -> line.outcome == Outcome.BASELINE).findFirst();
  }

  /** From the same run if there, and with the largest documents. */
  private static Optional<RankedGroup> steady(List<RankedGroup> groups, RankedGroup first) {
    String benchmark = STEADY.getOrDefault(first.benchmark(), "");
    return groups.stream()
        .filter(group -> group.benchmark().equals(benchmark))
        .filter(group -> group.platform().equals(first.platform()))
        .filter(group -> !first.baseline().isEmpty() && group.baseline().equals(first.baseline()))
        .filter(group -> alike(first, group, "binding") && alike(first, group, "payload"))
        .max(
            Comparator.comparing((RankedGroup group) -> group.run() == first.run())
                .thenComparingDouble(BreakEven::size));
  }

  private static boolean alike(RankedGroup one, RankedGroup other, String parameter) {
    return one.fixed()
        .getOrDefault(parameter, "")
        .equals(other.fixed().getOrDefault(parameter, ""));
  }

  private static double size(RankedGroup group) {
    String size = group.fixed().getOrDefault(SIZE, "");
    return RowParameter.isNumber(size) ? Double.parseDouble(size) : 0;
  }

  private static List<Line> lines(RankedGroup first, RankedGroup steady) {
    Optional<Line> baseline =
        line(first, steady, steady.baseline(), null).filter(line -> line.total(1) > 0);
    if (baseline.isEmpty()) {
      return List.of();
    }
    List<Line> lines = new ArrayList<>();
    for (RankedVariant row : steady.libraries()) {
      line(first, steady, row.name(), baseline.get())
          .filter(line -> line.total(1) > 0)
          .ifPresent(lines::add);
    }
    lines.sort(Comparator.comparingDouble(line -> line.steady.seconds()));
    return List.copyOf(lines);
  }

  private static Optional<Line> line(
      RankedGroup first, RankedGroup steady, String name, @Nullable Line baseline) {
    Optional<RankedVariant> start = named(first, name);
    Optional<RankedVariant> warm = named(steady, name);
    if (start.isEmpty() || warm.isEmpty()) {
      return Optional.empty();
    }
    Line alone = new Line(start.get(), warm.get(), Outcome.BASELINE, Double.NaN);
    return Optional.of(
        baseline == null || name.equals(steady.baseline()) ? alone : against(alone, baseline));
  }

  private static Line against(Line line, Line baseline) {
    Outcome outcome = outcome(line.first.verdict(), line.steady.verdict());
    boolean isCrossing = outcome == Outcome.LOWER_AFTER || outcome == Outcome.HIGHER_AFTER;
    double operations =
        isCrossing
            ? (line.first.seconds() - baseline.first.seconds())
                / (baseline.steady.seconds() - line.steady.seconds())
            : Double.NaN;
    return new Line(line.first, line.steady, outcome, operations > 0 ? operations : Double.NaN);
  }

  private static Outcome outcome(@Nullable Verdict start, @Nullable Verdict warm) {
    if (start == null || warm == null) {
      return Outcome.NOT_JUDGED;
    }
    boolean isSlowToStart = start.isDifferent() && !start.isFaster();
    boolean isFastToStart = start.isDifferent() && start.isFaster();
    if (!warm.isDifferent()) {
      return isSlowToStart ? Outcome.HIGHER : isFastToStart ? Outcome.LOWER : Outcome.SAME;
    }
    return warm.isFaster()
        ? isSlowToStart ? Outcome.LOWER_AFTER : Outcome.LOWER
        : isFastToStart ? Outcome.HIGHER_AFTER : Outcome.HIGHER;
  }

  private static Optional<RankedVariant> named(RankedGroup group, String name) {
    return group.rows().stream()
        .filter(row -> row.name().equals(name) && row.forks() != null)
        .findFirst();
  }
}
