package requestpath.harness.run;

import requestpath.harness.plan.PlannedVariant;

/**
 * A fork that is to run.
 *
 * @param round from 1 on
 */
record PlannedFork(PlannedVariant planned, int round) {}
