package requestpath.harness.plan;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import requestpath.payload.Support;

/**
 * One row of a run: a benchmark method, a mode, and a value for each parameter.
 *
 * @param benchmark the qualified name, as JMH lists it
 * @param parameters values by name, in declaration order
 * @param recipe how it is measured
 * @param member where it stands in the answer
 * @param support whether it can run
 * @param side which of the two it is, in a run that measures every row twice
 * @param isControl whether it is its group's baseline measured once more, which tells how far two
 *     equal rows come out apart on this machine; it is kept out of the results
 */
public record PlannedRow(
    String benchmark,
    Mode mode,
    Map<String, String> parameters,
    Recipe recipe,
    GroupMember member,
    Support support,
    Side side,
    boolean isControl) {

  /** How many forks it gets at least. */
  public int forks() {
    return recipe.forks();
  }

  /** The same once more, as a control. */
  public PlannedRow control() {
    return new PlannedRow(benchmark, mode, parameters, recipe, member, support, side, true);
  }

  /** The same under what it is measured against. */
  public PlannedRow against() {
    return new PlannedRow(
        benchmark, mode, parameters, recipe, member, support, Side.AGAINST, isControl);
  }

  /** The same with this baseline in its group. */
  public PlannedRow with(String baseline) {
    return new PlannedRow(
        benchmark, mode, parameters, recipe, member.with(baseline), support, side, isControl);
  }

  /**
   * Times of one operation. In throughput mode JMH gives operations in a time, of which these are
   * the reciprocals: more of them are a shorter time.
   *
   * @param scores in the unit of its mode
   */
  public double[] times(double... scores) {
    return mode == Mode.Throughput
        ? Arrays.stream(scores).map(score -> 1 / score).toArray()
        : scores;
  }

  /** The same the other way round: the score that JMH would give for a time. */
  public double score(double time) {
    return mode == Mode.Throughput ? 1 / time : time;
  }

  /** Whether it is what others of its group are compared with. */
  public boolean isBaseline() {
    return !isControl && member.isBaseline();
  }

  /** Whether the other differs from it in nothing but the side. */
  public boolean isOtherSideOf(PlannedRow other) {
    return side != other.side
        && !isControl
        && !other.isControl
        && benchmark.equals(other.benchmark)
        && mode == other.mode
        && parameters.equals(other.parameters);
  }

  /** Whether it does a part of the other's work, with the same parameters on the same side. */
  public boolean isPartOf(PlannedRow other) {
    return side == other.side
        && !isControl
        && !other.isControl
        && mode == other.mode
        && member.wholes().contains(other.benchmark)
        && parameters.equals(other.parameters);
  }

  /** Whether both stand in one group, on one side. */
  public boolean isWith(PlannedRow other) {
    return side == other.side && mode == other.mode && member.group().equals(other.member.group());
  }

  /** The class and the method without the package, and the parameters. */
  public String title() {
    String title = title(benchmark, parameters) + (side == Side.AGAINST ? " against" : "");
    return isControl ? "the control of " + title : title;
  }

  /**
   * The same of a benchmark and some parameters.
   *
   * @param benchmark the qualified name
   */
  public static String title(String benchmark, Map<String, String> parameters) {
    int method = benchmark.lastIndexOf('.');
    return described(benchmark.substring(benchmark.lastIndexOf('.', method - 1) + 1), parameters);
  }

  /** A name and parameters. */
  public static String described(String name, Map<String, String> parameters) {
    return parameters.isEmpty()
        ? name
        : name
            + parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining(", ", " (", ")"));
  }
}
