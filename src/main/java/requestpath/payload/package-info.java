/**
 * What travels: the records, their bindings, their fixtures to the byte, and when two values are
 * the same.
 */
@NullMarked
package requestpath.payload;

import org.jspecify.annotations.NullMarked;
