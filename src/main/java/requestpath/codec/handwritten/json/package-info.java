/**
 * JSON by hand: the reference that libraries are compared with. It is no library, and no bound.
 * {@code src/site/markdown/handwritten-reference.md} says what makes it fast and what was tried.
 *
 * <p>What is refused when it is written: a double that is not finite, half of a surrogate pair.
 * What is refused beyond what RFC 8259 refuses when it is read: numbers of more than 1000
 * characters, numbers that no double can hold where a double is wanted (an infinity could not be
 * written again), and more than 1000 levels.
 */
@NullMarked
package requestpath.codec.handwritten.json;

import org.jspecify.annotations.NullMarked;
