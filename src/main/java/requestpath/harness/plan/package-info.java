/** From the command line to the variants of a run: recipes, groups, baselines. */
@NullMarked
package requestpath.harness.plan;

import org.jspecify.annotations.NullMarked;
