package requestpath.measure;

import java.nio.file.Path;

/** What else becomes of a run, once it is complete. */
@FunctionalInterface
public interface Afterwards {
  /**
   * Makes something of a run.
   *
   * @param directory where it is kept
   * @param isQuick whether it is a first look, whose reader does not wait for more
   * @return one sentence on what there is now, or why there is not
   */
  String make(Path directory, boolean isQuick);
}
