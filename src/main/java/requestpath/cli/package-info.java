/** The command line. */
@NullMarked
package requestpath.cli;

import org.jspecify.annotations.NullMarked;
