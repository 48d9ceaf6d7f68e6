/**
 * The JSON libraries: one facade, one enum, one final class a library, and the correctness check
 * that a codec is right.
 */
@NullMarked
package requestpath.codec.json;

import org.jspecify.annotations.NullMarked;
