package requestpath.harness.plan;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import requestpath.payload.Support;

/**
 * One variant of a run: a benchmark method, a mode, and a value for each parameter.
 *
 * @param benchmark the qualified name, as JMH lists it
 * @param parameters values by name, in declaration order
 * @param recipe how it is measured
 * @param member its place in its group
 * @param support whether it can run
 * @param side which of the two configurations it runs under, if the run has two
 * @param isControl whether it is the baseline of its group measured a second time, which shows how
 *     much two equal variants differ on this machine; it is not part of the results
 */
public record PlannedVariant(
    String benchmark,
    Mode mode,
    Map<String, String> parameters,
    Recipe recipe,
    GroupMember member,
    Support support,
    Side side,
    boolean isControl) {

  /** Its minimum number of forks. */
  public int forks() {
    return recipe.forks();
  }

  /** A control of this variant. */
  public PlannedVariant control() {
    return new PlannedVariant(benchmark, mode, parameters, recipe, member, support, side, true);
  }

  /** This variant in the other configuration. */
  public PlannedVariant against() {
    return new PlannedVariant(
        benchmark, mode, parameters, recipe, member, support, Side.AGAINST, isControl);
  }

  /** This variant, once it is known better whether it can run. */
  PlannedVariant with(Support known) {
    return new PlannedVariant(benchmark, mode, parameters, recipe, member, known, side, isControl);
  }

  /** This variant with another baseline. */
  public PlannedVariant with(String baseline) {
    return new PlannedVariant(
        benchmark, mode, parameters, recipe, member.with(baseline), support, side, isControl);
  }

  /**
   * Times of one operation. In throughput mode they are the reciprocals of JMH's scores.
   *
   * @param scores in the unit of its mode
   */
  public double[] times(double... scores) {
    return mode == Mode.Throughput
        ? Arrays.stream(scores).map(score -> 1 / score).toArray()
        : scores;
  }

  /** The score that JMH would give for a time. */
  public double score(double time) {
    return mode == Mode.Throughput ? 1 / time : time;
  }

  /** Whether the others of its group are compared with it. */
  public boolean isBaseline() {
    return !isControl && member.isBaseline();
  }

  /** Whether the other differs only in the side. */
  public boolean isOtherSideOf(PlannedVariant other) {
    return side != other.side
        && !isControl
        && !other.isControl
        && benchmark.equals(other.benchmark)
        && mode == other.mode
        && parameters.equals(other.parameters);
  }

  /** Whether it is a part of the other, with the same parameters on the same side. */
  public boolean isPartOf(PlannedVariant other) {
    return side == other.side
        && !isControl
        && !other.isControl
        && mode == other.mode
        && member.wholes().contains(other.benchmark)
        && parameters.equals(other.parameters);
  }

  /** Whether both are in one group, on one side. */
  public boolean isWith(PlannedVariant other) {
    return side == other.side && mode == other.mode && member.group().equals(other.member.group());
  }

  /** The class and the method without the package, and the parameters. */
  public String title() {
    String title = title(benchmark, parameters) + (side == Side.AGAINST ? " against" : "");
    return isControl ? "the control of " + title : title;
  }

  /**
   * The title of a benchmark with parameters.
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
