package requestpath.harness.run;

import java.util.List;
import requestpath.harness.plan.PlannedVariant;

/** Shows the progress of a run. */
interface Watch {
  /** A fork starts. */
  void begins(PlannedFork fork);

  /** Forks start that take turns. */
  void begins(List<PlannedFork> block);

  /** What a block does now. */
  void does(String what);

  /** A fork has succeeded. */
  void succeeded(PlannedVariant planned);

  /** Prints one sentence. */
  void say(String sentence);

  /** The run has ended; its results follow. */
  void ends();
}
