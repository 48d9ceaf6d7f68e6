/**
 * JSON by hand: the reference that libraries are compared with. It is no library, and no bound.
 *
 * <p>Decoding. A processor guesses where a branch goes, but waits for a value: if the position of a
 * field is computed from the length of the value before, each field waits for the last. So items in
 * compact form and in the usual order are read with the lengths of the item before: where a length
 * is the same, the processor reads the next field before it knows this one's end. What stands
 * between two values is compared as whole words. Before that FORY_JSON was faster on beans; it does
 * the same with loops over single digits. Where more than one item in nine differs, names are tried
 * one by one. VARIED, whose keys are shuffled, is read that way. Doubles of more than 19 digits are
 * read by FastDoubleParser, all others here. Maps share names with earlier maps of the same
 * document; the first map's names are new texts.
 *
 * <p>Encoding. Room is reserved once for all texts of an item. Most of the rest is the way to the
 * bytes of a String: its low bytes are copied, every character is looked at for the upper half, and
 * then eight bytes at a time for what must be escaped. Libraries that read the String's array by
 * Unsafe do not look at the characters. A greeting is written straight into an array of its length.
 *
 * <p>Tried for encoding without gain, in time relative to the form used, on JDK 17: each character
 * checked alone (1.2 to 1.4), {@code getBytes(UTF_8)} and a copy (1.5 to 1.6), a character array
 * first (1.4), eight characters packed into a long (1.3), a new String compared with the first (1.9
 * to 2.0), an encoder of ISO 8859-1 (1.01), the class of the text's spliterator (0.99, not promised
 * by the JDK).
 *
 * <p>What is refused when it is written: a double that is not finite, half of a surrogate pair.
 * What is refused beyond what RFC 8259 refuses when it is read: numbers of more than 1000
 * characters, numbers that no double can hold where a double is wanted (an infinity could not be
 * written again), and more than 1000 levels.
 */
@NullMarked
package requestpath.codec.handwritten.json;

import org.jspecify.annotations.NullMarked;
