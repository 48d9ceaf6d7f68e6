package requestpath.result;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What tells one row of a run from all others: JMH's whole identity, and the side of a run that
 * measures two configurations.
 *
 * @param benchmark class and method
 * @param mode as JMH shortens it
 * @param parameters by name, without the side
 * @param threads how many called the operation; {@link #ANY_THREADS} where a file does not say
 * @param side {@link #THIS} or {@link #AGAINST}
 */
public record RowKey(
    String benchmark, String mode, SortedMap<String, String> parameters, int threads, String side) {
  /** The parameter of a result that names its side, in a run with two. */
  public static final String SIDE = "side";

  /** The candidate, and the only side of a run without a base, whose result file omits it. */
  public static final String THIS = "this";

  /** The base of a run with two configurations. */
  public static final String AGAINST = "against";

  /** What stands for the threads where a file does not say how many there were. */
  public static final int ANY_THREADS = 0;

  /** Of a result's parameters, which may name its side. */
  static RowKey of(
      String benchmark, String mode, SortedMap<String, String> parameters, int threads) {
    TreeMap<String, String> others = new TreeMap<>(parameters);
    String side = others.remove(SIDE);
    return new RowKey(benchmark, mode, others, threads, side == null ? THIS : side);
  }

  /** Whether benchmarks of two packages would look alike without them. */
  static boolean haveTwins(Set<RowKey> keys) {
    return keys.stream().map(RowKey::benchmark).distinct().count()
        > keys.stream().map(RowKey::shortBenchmark).distinct().count();
  }

  private String shortBenchmark() {
    return benchmark.replaceAll(".*\\.(?=[^.]*\\.[^.]*$)", "");
  }

  /** Benchmark, parameters, threads and mode in a line, with the package or without. */
  String title(boolean hasPackage) {
    TreeMap<String, String> all = new TreeMap<>(parameters);
    if (!side.equals(THIS)) {
      all.put(SIDE, side);
    }
    return (hasPackage ? benchmark : shortBenchmark())
        + (all.isEmpty() ? "" : " " + RankedGroup.inBrackets(all))
        + (threads > 1 ? ", " + threads + " threads" : "")
        + (mode.isEmpty() ? "" : ", " + mode);
  }

  /** The same as the candidate's. */
  RowKey withoutSide() {
    return new RowKey(benchmark, mode, parameters, threads, THIS);
  }

  /** The same with any number of threads. */
  RowKey withAnyThreads() {
    return new RowKey(benchmark, mode, parameters, ANY_THREADS, side);
  }
}
