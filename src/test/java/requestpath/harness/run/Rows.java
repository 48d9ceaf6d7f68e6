package requestpath.harness.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.AverageTimeResult;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ResultRole;
import requestpath.harness.plan.GroupMember;
import requestpath.harness.plan.PlannedVariant;
import requestpath.harness.plan.Recipe;
import requestpath.harness.plan.Rounds;
import requestpath.harness.plan.Side;
import requestpath.payload.Support;
import requestpath.result.ForkStatistic;

/** For tests: rows of one group and forks with times that are chosen. */
public final class Rows {
  public static final int MINIMUM = 3;
  public static final int MAXIMUM = 10;

  private Rows() {}

  public static Rounds rounds(Optional<Duration> limit) {
    return new Rounds(1, 0.02, Optional.empty(), Optional.of(MAXIMUM), limit, false);
  }

  /** A library whose baseline is {@code BASE}. */
  public static PlannedVariant row(String name) {
    return row("requestpath.bench.SomeBenchmark.run", name);
  }

  /** A library of a benchmark, which takes turns, whose baseline is {@code BASE}. */
  public static PlannedVariant row(String benchmark, String name) {
    return row(
        benchmark,
        Map.of("library", name),
        new GroupMember("SomeBenchmark.run, avgt", benchmark, name, "BASE", List.of()));
  }

  /** A library of a benchmark of this name, which takes turns, in a group of its own. */
  static PlannedVariant inGroup(String group, String name) {
    String benchmark = "requestpath.bench.SomeBenchmark." + group;
    return row(
        benchmark,
        Map.of("library", name),
        new GroupMember(group, benchmark, name, "BASE", List.of()));
  }

  /** A method without a baseline, which runs alone. */
  static PlannedVariant alone(String method, List<String> wholes) {
    String benchmark = "requestpath.bench.SomeBenchmark." + method;
    return row(
        benchmark,
        Map.of(),
        new GroupMember("SomeBenchmark." + method, benchmark, method, "", wholes));
  }

  private static PlannedVariant row(
      String benchmark, Map<String, String> parameters, GroupMember member) {
    Recipe recipe =
        new Recipe(
            MINIMUM,
            0,
            Duration.ofSeconds(3),
            Duration.ofSeconds(2),
            Duration.ofMillis(20),
            Duration.ofMinutes(2),
            ForkStatistic.MINIMUM,
            !member.baseline().isEmpty(),
            List.of("-Xmx512m"));
    return new PlannedVariant(
        benchmark, Mode.AverageTime, parameters, recipe, member, Support.YES, Side.THIS, false);
  }

  /** A fork all of whose iterations take a time. */
  public static Fork fork(double microseconds) {
    List<IterationResult> iterations = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      IterationResult iteration = new IterationResult(null, null, null);
      iteration.addResult(
          new AverageTimeResult(
              ResultRole.PRIMARY,
              "run",
              1,
              Math.round(microseconds * 1000),
              TimeUnit.MICROSECONDS));
      iterations.add(iteration);
    }
    return new Fork(new BenchmarkResult(null, iterations), List.of(2 * microseconds, microseconds));
  }

  /** One fork for each round, from the first on. */
  public static void put(Groups groups, PlannedVariant row, double... microseconds) {
    for (int i = 0; i < microseconds.length; i++) {
      groups.put(row, i + 1, fork(microseconds[i]));
    }
  }
}
