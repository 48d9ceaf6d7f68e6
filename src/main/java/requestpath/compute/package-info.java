/** Algorithms that the documents time, each in the forms that a Java programmer would try. */
@NullMarked
package requestpath.compute;

import org.jspecify.annotations.NullMarked;
