package requestpath.harness.run;

import java.nio.file.Path;
import java.util.List;

/** What becomes of a run's files, once it has them. */
public interface Afterwards {
  /**
   * Says what the forks of a run have found out so far.
   *
   * @param directory where it is kept
   * @return lines for a terminal
   */
  List<String> rankings(Path directory);

  /**
   * Makes something of a run that is complete.
   *
   * @param directory where it is kept
   * @param isQuick whether it is a first look, whose reader does not wait for more
   * @return one sentence on what there is now, or why there is not
   */
  String make(Path directory, boolean isQuick);
}
