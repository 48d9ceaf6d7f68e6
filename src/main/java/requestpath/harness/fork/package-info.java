/** What runs inside a fork beside the benchmark. */
@NullMarked
package requestpath.harness.fork;

import org.jspecify.annotations.NullMarked;
