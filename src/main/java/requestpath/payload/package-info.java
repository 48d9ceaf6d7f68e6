/**
 * What travels: records, beans and maps, their fixtures to the byte, the Java type that a codec is
 * for, and documents of the user's own.
 */
@NullMarked
package requestpath.payload;

import org.jspecify.annotations.NullMarked;
