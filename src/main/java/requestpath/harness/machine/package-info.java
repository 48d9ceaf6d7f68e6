/** Where a run is made: the machine, its JVMs and their arguments, the lock, what is recorded. */
@NullMarked
package requestpath.harness.machine;

import org.jspecify.annotations.NullMarked;
