/** Runs forks through JMH in rounds, shows the progress, saves the results and resumes runs. */
@NullMarked
package requestpath.harness.run;

import org.jspecify.annotations.NullMarked;
