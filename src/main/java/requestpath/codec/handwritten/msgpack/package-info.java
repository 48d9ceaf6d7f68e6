/**
 * MessagePack by hand: the reference that libraries are compared with. It is no library, and no
 * bound. {@code src/site/markdown/handwritten-reference.md} says what makes it fast and what was
 * tried.
 *
 * <p>What is refused: half of a surrogate pair and integers beyond 64 bits when they are written;
 * when they are read, lengths and counts that the message cannot hold, malformed UTF-8, names that
 * are no text, extensions where no type has a place for them, what follows the message, and more
 * than 500 levels.
 */
@NullMarked
package requestpath.codec.handwritten.msgpack;

import org.jspecify.annotations.NullMarked;
