/** Rounds of forks through JMH, what is shown meanwhile, what is kept, and going on. */
@NullMarked
package requestpath.harness.run;

import org.jspecify.annotations.NullMarked;
