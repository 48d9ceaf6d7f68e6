package requestpath.harness.run;

import requestpath.harness.plan.PlannedVariant;

/**
 * A fork that is to run.
 *
 * @param round from 1 on
 */
record PlannedFork(PlannedVariant planned, int round) {
  /** Whether it is the first fork of its variant: the control measures the same variant again. */
  boolean isFirst() {
    return round == 1 && !planned.isControl();
  }
}
