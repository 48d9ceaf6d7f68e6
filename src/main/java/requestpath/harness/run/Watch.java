package requestpath.harness.run;

import requestpath.harness.plan.PlannedRow;

/** How somebody who waits for a run sees it go on. */
interface Watch {
  /** A fork begins. */
  void begins(PlannedRow planned, int round);

  /** A fork has succeeded. */
  void succeeded(PlannedRow planned);

  /** Something to know, in one sentence. */
  void say(String sentence);

  /** The run is over: what follows is its answer. */
  void ends();
}
