package requestpath.harness.api;

import java.util.Optional;
import requestpath.payload.Support;
import requestpath.result.ForkStatistic;

/**
 * A benchmark class that knows which values of its parameters it supports. The runner sets the
 * {@code @Param} fields of an instance and asks it before any fork. {@code @Setup} asks again, for
 * runs with stock JMH; not so for cold starts, because asking would load what is measured.
 */
public interface Selective {
  /**
   * Whether it can run with the values of its parameter fields.
   *
   * @throws IllegalArgumentException when a value is out of bounds, with one sentence
   */
  Support support();

  /**
   * Whether one benchmark method can run: methods may differ, e.g. one reads and another writes.
   *
   * @param method its name
   */
  default Support support(String method) {
    return support();
  }

  /**
   * Whether the values of its parameters belong together. If not, and the user has named no
   * binding, they are left out without a word: a class of the user's own has one form only.
   */
  default boolean isVariant() {
    return true;
  }

  /**
   * Whether {@link #support(String)} cannot know it all, because types that only forks have are
   * measured: then a JVM such as that of the forks calls {@link #trial} before the first fork.
   */
  default boolean needsTrial() {
    return false;
  }

  /**
   * Whether one benchmark method can run, found by running it once with its correctness check.
   *
   * @param method its name
   */
  default TrialResult trial(String method) {
    return TrialResult.of(Support.YES);
  }

  /**
   * Whether it runs if the command line names no benchmark. A benchmark says no if it needs
   * something from the user, or if few people need it. {@link OnlyWhenNamed} declares it for one
   * method.
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
   * Checks what it needs from outside of this program, such as a server. Called before the first
   * fork, and after a failed fork before each next one.
   *
   * @throws RuntimeException without a stack trace, in one sentence, when it is not there
   */
  default void requireReady() {
    // Most benchmarks need nothing.
  }

  /**
   * Removes what a failed fork may have left outside of this program.
   *
   * @throws RuntimeException without a stack trace, in one sentence, when it cannot
   */
  default void cleanUp() {
    // Most benchmarks leave nothing.
  }

  /**
   * How the iterations of a fork become its value: the minimum for what keeps one thread busy.
   * Benchmarks that wait for a server or other threads return {@link ForkStatistic#MEAN}; {@link
   * JudgedBy} declares it for one method. Single shots are always judged by their median.
   */
  default ForkStatistic statistic() {
    return ForkStatistic.MINIMUM;
  }

  /**
   * The baseline of its group; empty if variants are libraries, which have default baselines, or if
   * nothing is compared.
   */
  default Optional<Baseline> baseline() {
    return Optional.empty();
  }

  /**
   * The baseline of a group, and what its variants differ in.
   *
   * @param variedBy a parameter, or {@link #METHOD}
   * @param name the value of the parameter, or the name of the method
   */
  record Baseline(String variedBy, String name) {
    /** The variants are the benchmark methods of the class. */
    public static final String METHOD = "method";

    /** A method: usually the form in the source articles. */
    public static Baseline method(String name) {
      return new Baseline(METHOD, name);
    }

    /** A value of a parameter. */
    public static Baseline value(String parameter, String value) {
      return new Baseline(parameter, value);
    }
  }
}
