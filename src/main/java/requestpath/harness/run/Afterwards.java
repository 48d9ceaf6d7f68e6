package requestpath.harness.run;

import java.nio.file.Path;
import java.util.List;
import requestpath.text.Screen;

/** Makes the rankings and the page of a run, from its run directory. */
public interface Afterwards {
  /**
   * The rankings so far, complete.
   *
   * @param directory the run directory
   * @return lines for a file or a pipe
   */
  List<String> rankings(Path directory);

  /**
   * The rankings so far, or the most important part of them.
   *
   * @param directory the run directory
   * @param screen where they are shown: they fit on it if they can
   * @return lines for a terminal
   */
  List<String> rankings(Path directory, Screen screen);

  /**
   * Writes the page of a complete run. This can take two minutes, and says what is being done.
   *
   * @param directory the run directory
   * @param isQuick whether it is a first look: the page is written without conformance
   * @return one sentence: where the page is, or why there is none
   */
  String make(Path directory, boolean isQuick);
}
