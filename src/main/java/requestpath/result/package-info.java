/** Ratios, intervals and verdicts from the values of forks. Pure functions, no files, no clocks. */
@NullMarked
package requestpath.result;

import org.jspecify.annotations.NullMarked;
