/**
 * What the hand-written references of both formats share: how an item is taken apart and put
 * together whether it is a record or a bean, the names seen in one document, and how large a buffer
 * is kept. Nothing is kept between calls but buffers, so no name of a map is known before it is
 * read. They do the source articles' records, the small messages and maps, and nothing else.
 */
@NullMarked
package requestpath.codec.handwritten;

import org.jspecify.annotations.NullMarked;
