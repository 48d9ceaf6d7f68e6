/**
 * What the hand-written rows of both formats share: how a value of the payload is taken apart and
 * put together whatever its class, names seen in one document, how large a buffer is kept, and
 * caches for the rows that have them. Nothing is kept between calls but buffers, unless a row is
 * named CACHED; only such a row knows a name of a map before it is read.
 */
@NullMarked
package requestpath.codec.handwritten;

import org.jspecify.annotations.NullMarked;
