/** The machine, its JVMs and their arguments, the lock, and the recorded environment of a run. */
@NullMarked
package requestpath.harness.machine;

import org.jspecify.annotations.NullMarked;
