package requestpath.harness.run;

import requestpath.harness.plan.PlannedVariant;

/** Shows the progress of a run. */
interface Watch {
  /** A fork starts. */
  void begins(PlannedVariant planned, int round);

  /** A fork has succeeded. */
  void succeeded(PlannedVariant planned);

  /** Prints one sentence. */
  void say(String sentence);

  /** The run has ended; its results follow. */
  void ends();
}
