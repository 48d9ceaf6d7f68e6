/**
 * The hand-written reference for JSON. {@code src/site/markdown/handwritten-reference.md} says what
 * makes it fast and what was tried.
 *
 * <p>Writing refuses doubles that are not finite and halves of surrogate pairs. Reading refuses
 * what RFC 8259 refuses, numbers of more than 1000 characters, numbers beyond the largest double
 * where a double is wanted, and more than 500 levels.
 */
@NullMarked
package requestpath.codec.handwritten.json;

import org.jspecify.annotations.NullMarked;
