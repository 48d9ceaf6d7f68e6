package requestpath.harness.run;

import java.nio.file.Path;
import java.util.List;

/** Prints rankings and writes the page of a run, from its run directory. */
public interface Afterwards {
  /**
   * The rankings so far.
   *
   * @param directory the run directory
   * @return lines for a terminal
   */
  List<String> rankings(Path directory);

  /**
   * Writes the page of a complete run.
   *
   * @param directory the run directory
   * @param isQuick whether it is a first look: the page is written without conformance
   * @return one sentence: where the page is, or why there is none
   */
  String make(Path directory, boolean isQuick);
}
