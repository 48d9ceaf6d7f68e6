package requestpath.measure;

import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import requestpath.payload.Support;

/**
 * One row of a run: a benchmark method, a mode, and a value for each parameter.
 *
 * @param benchmark the qualified name, as JMH lists it
 * @param parameters values by name, in declaration order
 * @param forks how many forks it gets
 * @param warmupForks how many forks go before and are thrown away
 * @param support whether it can run
 * @param isControl whether it is its group's baseline measured once more, which tells how far two
 *     equal rows come out apart on this machine; it is kept out of the results
 */
record Combination(
    String benchmark,
    Mode mode,
    Map<String, String> parameters,
    int forks,
    int warmupForks,
    Support support,
    boolean isControl) {

  /** The same once more, as a control. */
  Combination control() {
    return new Combination(benchmark, mode, parameters, forks, 0, support, true);
  }

  /** The class and the method without the package, and the parameters. */
  String title() {
    String title = title(benchmark, parameters);
    return isControl ? "the control of " + title : title;
  }

  /**
   * The same of a benchmark and some parameters.
   *
   * @param benchmark the qualified name
   */
  static String title(String benchmark, Map<String, String> parameters) {
    int method = benchmark.lastIndexOf('.');
    String name = benchmark.substring(benchmark.lastIndexOf('.', method - 1) + 1);
    return parameters.isEmpty()
        ? name
        : name
            + parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining(", ", " (", ")"));
  }
}
