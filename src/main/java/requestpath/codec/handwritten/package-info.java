/**
 * What the hand-written references of both formats share. They support the source articles'
 * records, the small messages and maps, and nothing else. They keep nothing between calls but
 * buffers.
 */
@NullMarked
package requestpath.codec.handwritten;

import org.jspecify.annotations.NullMarked;
