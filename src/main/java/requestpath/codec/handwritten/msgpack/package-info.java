/**
 * The hand-written reference for MessagePack. {@code src/site/markdown/handwritten-reference.md}
 * says what makes it fast and what was tried.
 *
 * <p>Writing refuses halves of surrogate pairs and integers beyond 64 bits. Reading refuses lengths
 * and counts that the message cannot hold, malformed UTF-8, names that are no text, extensions in
 * maps, bytes after the message, and more than 500 levels.
 */
@NullMarked
package requestpath.codec.handwritten.msgpack;

import org.jspecify.annotations.NullMarked;
