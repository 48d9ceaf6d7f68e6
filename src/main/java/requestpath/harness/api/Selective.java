package requestpath.harness.api;

import java.util.Optional;
import requestpath.payload.Support;
import requestpath.result.ForkStatistic;

/**
 * A benchmark class that knows which rows of its parameters can run. The runner sets the
 * {@code @Param} fields of an instance and asks, before any fork; {@code @Setup} asks again, for
 * runs under stock JMH, but for cold starts, where asking would load what is measured.
 */
public interface Selective {
  /**
   * Whether the row that the parameter fields hold can run.
   *
   * @throws IllegalArgumentException when a value is out of bounds, with one sentence that says
   *     which are not
   */
  Support support();

  /**
   * The same for one benchmark method. Methods may differ in what they support: one reads, another
   * writes.
   *
   * @param method its name
   */
  default Support support(String method) {
    return support();
  }

  /**
   * Whether a run takes it that names no benchmark. A benchmark says no if it needs something from
   * the user, or if few people need it. {@link OnlyWhenNamed} says the same for one method.
   */
  default boolean runsUnasked() {
    return true;
  }

  /**
   * Whether it measures the first call in a JVM. Options that make a fork call more than once are
   * refused before any fork.
   */
  default boolean isColdStart() {
    return false;
  }

  /**
   * Tries what the row needs from outside of this program, such as a server; asked before the first
   * fork, and before its own once another has failed.
   *
   * @throws RuntimeException without a stack trace, in one sentence, when it is not there
   */
  default void requireReady() {
    // Most need nothing.
  }

  /**
   * Takes away what a fork may have left outside of this program; called after one that failed.
   *
   * @throws RuntimeException without a stack trace, in one sentence, when it cannot
   */
  default void cleanUp() {
    // Most leave nothing.
  }

  /**
   * How the iterations of a fork become its value: a low quantile for what keeps one thread busy.
   * Benchmarks that wait for a server or other threads return {@link ForkStatistic#MEAN}; {@link
   * JudgedBy} declares it for one method. Single shots are always judged by their median.
   */
  default ForkStatistic statistic() {
    return ForkStatistic.LOW_QUANTILE;
  }

  /**
   * The row of its group that others are compared with; empty where the rows are libraries, whose
   * baselines are the same everywhere, and where nothing is compared.
   */
  default Optional<Baseline> baseline() {
    return Optional.empty();
  }

  /**
   * What the rows of a group differ in, and which of them is the baseline.
   *
   * @param variedBy a parameter, or {@link #METHOD}
   * @param name the value of the parameter, or the name of the method
   */
  record Baseline(String variedBy, String name) {
    /** Rows are the benchmark methods of the class. */
    public static final String METHOD = "method";

    /** The method that has the documents' own form. */
    public static Baseline method(String name) {
      return new Baseline(METHOD, name);
    }

    /** A value of a parameter. */
    public static Baseline value(String parameter, String value) {
      return new Baseline(parameter, value);
    }
  }
}
