/**
 * What a benchmark class sees of the harness: what it declares, what it reports and checks in its
 * fork, and how it refuses.
 */
@NullMarked
package requestpath.harness.api;

import org.jspecify.annotations.NullMarked;
