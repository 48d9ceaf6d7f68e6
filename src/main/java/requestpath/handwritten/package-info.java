/**
 * What the hand-written rows of both formats share: how a value of the payload is taken apart and
 * put together whatever its class, and caches for the rows that have them.
 */
@NullMarked
package requestpath.handwritten;

import org.jspecify.annotations.NullMarked;
