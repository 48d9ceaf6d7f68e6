package requestpath.result;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One result of JMH, from whatever project.
 *
 * @param benchmark class and method
 * @param mode as JMH shortens it: {@code avgt}, {@code thrpt}, {@code sample}, {@code ss}
 * @param unit of the score, such as {@code us/op} or {@code ops/s}
 * @param parameters by name
 * @param score as JMH prints it; NaN when there is none
 * @param error half of JMH's own interval around the score; NaN when there is none
 * @param forks the iterations of each fork, in order, in the unit; empty where the file holds none
 * @param metrics what was measured beside it, by name
 * @param settings how it was measured
 */
public record Measurement(
    String benchmark,
    String mode,
    String unit,
    SortedMap<String, String> parameters,
    double score,
    double error,
    List<double[]> forks,
    Map<String, Metric> metrics,
    Settings settings) {

  /**
   * What was measured beside the time.
   *
   * @param score NaN when there is none
   * @param unit such as {@code B/op}
   */
  public record Metric(double score, String unit) {}

  /**
   * How a row was measured, as JMH recorded it.
   *
   * @param jdk such as {@code 17.0.15}; empty in files of old versions of JMH
   * @param vm its name and version
   * @param jvmArguments of the forks
   * @param options JMH's, by their names on the command line
   * @param threads how many called the operation
   */
  public record Settings(
      String jdk,
      String vm,
      List<String> jvmArguments,
      SortedMap<String, String> options,
      int threads) {

    private static final Map<String, String> OPTIONS =
        Map.of(
            "forks", "-f",
            "threads", "-t",
            "warmupIterations", "-wi",
            "warmupTime", "-w",
            "warmupBatchSize", "-wbs",
            "measurementIterations", "-i",
            "measurementTime", "-r",
            "measurementBatchSize", "-bs");

    /** From the fields of a result, by JMH's names for them; what is missing is left empty. */
    static Settings of(Map<String, String> fields, List<String> jvmArguments) {
      TreeMap<String, String> options = new TreeMap<>();
      OPTIONS.forEach(
          (field, option) -> {
            if (fields.containsKey(field)) {
              options.put(option, fields.get(field));
            }
          });
      String vm = fields.getOrDefault("vmName", "") + " " + fields.getOrDefault("vmVersion", "");
      String threads = fields.getOrDefault("threads", "1");
      return new Settings(
          fields.getOrDefault("jdkVersion", ""),
          vm.strip(),
          jvmArguments,
          options,
          threads.matches("\\d{1,6}") ? Integer.parseInt(threads) : 1);
    }
  }

  /** The name of JMH's metric for the bytes that an operation allocates. */
  private static final String ALLOCATION = "gc.alloc.rate.norm";

  /** What tells it from all other rows of its run. */
  public RowKey key() {
    return RowKey.of(benchmark, mode, parameters, settings.threads());
  }

  /** The side of a run with two: {@link RowKey#THIS} in all others. */
  public String side() {
    return parameters.getOrDefault(RowKey.SIDE, RowKey.THIS);
  }

  /** JMH's own interval around the score, as it prints it; null where there is none. */
  public @Nullable Interval ownInterval() {
    return error >= 0 && !Double.isInfinite(error)
        ? new Interval(Math.max(0, score - error), score + error)
        : null;
  }

  /** Whether more is better: operations in a time, not time of an operation. */
  public boolean isThroughput() {
    return mode.equals("thrpt") || unit.startsWith("ops");
  }

  /** The seconds of one time in the unit; NaN for a unit that is no time. */
  double secondsPerUnit() {
    String name = unit.replace("ops/", "").replace("/op", "");
    return Map.of(
            "ns", 1e-9, "us", 1e-6, "ms", 1e-3, "s", 1.0, "min", 60.0, "hr", 3600.0, "day", 86400.0)
        .getOrDefault(name, Double.NaN);
  }

  /** Bytes that an operation allocates; NaN when that was not measured. */
  public double allocation() {
    return metric(ALLOCATION);
  }

  /** The score of another metric; NaN when that was not measured. */
  public double metric(String name) {
    Metric metric = metrics.get(name);
    return metric == null ? Double.NaN : metric.score();
  }

  /**
   * A percentile of single operations.
   *
   * @param name such as {@code p99}, or {@code max}
   * @return NaN for modes that do not sample operations
   */
  public double percentile(String name) {
    return mode.equals("sample") ? metric(name) : Double.NaN;
  }

  /** Class and method without the package. */
  public String shortBenchmark() {
    return simpleClass() + "." + method();
  }

  /** The method alone. */
  public String method() {
    return benchmark.substring(benchmark.lastIndexOf('.') + 1);
  }

  /** The class with its package; empty when there is none. */
  public String className() {
    return benchmark.substring(0, Math.max(0, benchmark.lastIndexOf('.')));
  }

  private String simpleClass() {
    String name = className();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** Whether it is one of this project's benchmarks. */
  public boolean isOurs() {
    return benchmark.startsWith("requestpath.bench.");
  }
}
