/**
 * What the codecs of both formats share: when two values are the same, how a codec is checked, its
 * limits and marks, and the modules of Jackson 2.
 */
@NullMarked
package requestpath.codec;

import org.jspecify.annotations.NullMarked;
