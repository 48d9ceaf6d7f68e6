/**
 * Plans a run, forks it combination by combination through JMH, and keeps only figures that were
 * proved right.
 */
@NullMarked
package requestpath.measure;

import org.jspecify.annotations.NullMarked;
