package requestpath.result;

import java.util.List;
import java.util.TreeSet;

/**
 * What the rows of a group are, where a reader asks for something else than the guess of {@link
 * Grouping}.
 *
 * @param what {@code class}, {@code method} or the name of a parameter; empty for the guess
 */
public record CompareBy(String what) {
  /** What the run itself says, else the library, else methods, else a parameter. */
  public static final CompareBy GUESS = new CompareBy("");

  private static final String CLASS = "class";
  private static final String METHOD = "method";

  /**
   * Requires that some row is grouped as it is asked for.
   *
   * @throws ResultException when it is a parameter that no row has
   */
  public static void requireSome(CompareBy compareBy, List<RecordedRun> runs)
      throws ResultException {
    TreeSet<String> parameters = new TreeSet<>();
    for (RecordedRun run : runs) {
      for (Measurement measurement : run.measurements()) {
        if (compareBy.isGuess() || compareBy.appliesTo(measurement)) {
          return;
        }
        parameters.addAll(measurement.parameters().keySet());
      }
    }
    throw new ResultException(
        "--compare-by "
            + compareBy.what()
            + ": no variant has such a parameter; choose from "
            + String.join(", ", List.of(CLASS, METHOD))
            + (parameters.isEmpty() ? "" : ", " + String.join(", ", parameters)));
  }

  /** Whether nothing was asked for. */
  boolean isGuess() {
    return what.isEmpty();
  }

  /** Whether rows are the classes that have one method. */
  boolean isClass() {
    return what.equals(CLASS);
  }

  /** Whether rows are the methods of one class. */
  boolean isMethod() {
    return what.equals(METHOD);
  }

  /** Whether it says what the rows of a measurement's group are. */
  boolean appliesTo(Measurement measurement) {
    return isClass() || isMethod() || (!isGuess() && measurement.parameters().containsKey(what));
  }
}
