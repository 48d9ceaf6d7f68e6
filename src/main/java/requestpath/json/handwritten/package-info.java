/**
 * JSON by hand: the floor that libraries are compared with, and no library.
 *
 * <p>What the time is made of, for the document's records on JDK 17, in nanoseconds a record, on a
 * shared virtual machine of two cores. To encode one takes 57: the double 13 ({@code
 * FloorBenchmark.formatDoubles}), the two looks at the longest text 13, the copy to an array of the
 * result's length 4, the rest texts, names, integers and loops. To decode one takes 61: its objects
 * 18 ({@code FloorBenchmark.allocateRecords}), the double about 20, the rest names, integers and
 * the way from one value to the next. Doubles of more than 19 digits are read by FastDoubleParser,
 * all others here.
 *
 * <p>What limits encoding now is to get at the bytes of a String without Unsafe. Of the ways tried
 * for the three texts of a record, relative to the one used (low bytes copied, every character
 * looked at for the upper half, eight bytes at a time looked at for what must be escaped; fewer
 * than eight characters in a register): character by character with the checks 1.2 to 1.4, {@code
 * getBytes(UTF_8)} and a copy 1.5 to 1.6, into a character array first 1.4, eight characters packed
 * into a long 1.3, a new String compared with the first 1.9 to 2.0. A library that reads the
 * String's array by Unsafe does not pay for that. How much it is was measured by a build that
 * leaves it out for the longest text, and so writes wrong documents for some, in four interleaved
 * forks on JDK 17: without the look at the upper half of its 35 characters the document's records
 * take 0.88 (0.85 to 0.92) of the time, and without the look at what must be escaped either 0.76
 * (0.74 to 0.78).
 *
 * <p>What limits decoding is that each position depends on the value before: the length of a number
 * must be known before the next name is looked at. Digits are read eight at a time; the digits of
 * the document's doubles are too many for one exact division and take a product of 128 bits.
 *
 * <p>Room is reserved once for all texts of an item; a text that must be escaped makes its own and
 * writing goes on behind it. Maps share names with earlier maps of the same document: the first
 * map's are new texts, as they are for any reader that does not know what it will be sent.
 *
 * <p>What was tried and did help: the digits of numbers below a thousand from a table, and texts of
 * fewer than eight characters read as two halves that overlap, so that no character waits for the
 * one before. Together encoding took 0.868 (0.850 to 0.885) of the time without, in six interleaved
 * forks on JDK 17, and MessagePack's, which shares the texts, 0.91 (0.87 to 0.96). In a small
 * document many words reach beyond the end: to move the last eight bytes instead of gathering what
 * is left byte by byte, and to have the names as constants, let it be read in about 0.8 of the
 * time: the fastest library took 0.97 (0.95 to 0.99) of this before and 1.18 (1.13 to 1.24) after,
 * ten forks each on JDK 17.
 *
 * <p>A greeting of eight plain characters or more is written straight into an array of its length,
 * which is known beforehand: no thread's buffer, no copy. It takes 0.75 (0.68 to 0.83) of the time
 * without on JDK 17 and 0.76 (0.73 to 0.79) on 25; with its few characters as two words once more
 * 0.90 (0.86 to 0.95) on 25, and no difference on 17. The exchange's document in its compact form
 * is known by three words and two bytes, and no object stands for the input: 0.79 (0.76 to 0.82) on
 * 17 and 0.75 (0.72 to 0.78) on 25, in five to six interleaved forks each.
 *
 * <p>What was tried and was not kept, each against the same build without it, in four interleaved
 * forks on JDK 17, as ratios of without to with and their intervals: to compare a name together
 * with the comma before it as one word, with the position behind a value as a result instead of a
 * field, for decoding (0.91, 0.77 to 1.07); and to look at a text's characters by eight, the last
 * eight overlapping, for encoding (0.94, 0.65 to 1.35; tried again on top of what did help, it
 * added nothing). Neither run shows a difference, which is not to say that there is none: the
 * intervals are wide. Encoding did not gain either from cheaper proofs that a text is Latin-1, in
 * five interleaved forks on JDK 17, as ratios of with to without: its characters gathered for one
 * encoder of ISO 8859-1 that looks at thousands at once (1.01, 0.94 to 1.09), and the class of the
 * text's spliterator, which the JDK does not promise (0.99, 0.95 to 1.03). No gain, either, from
 * looking for what must be escaped only when the whole item is written, so that bytes which were
 * written many at once can be read back (no difference shown in eight forks on each JDK), nor from
 * having eight to sixteen characters as two words in records, too (MessagePack's varied ones 1.08,
 * 1.04 to 1.12, on 17).
 *
 * <p>What is refused when it is written: a double that is not finite, half of a surrogate pair.
 * What is refused beyond what RFC 8259 refuses when it is read: numbers of more than 1000
 * characters, numbers that no double can hold where a double is wanted (an infinity could not be
 * written again), and more than 1000 levels.
 */
@NullMarked
package requestpath.json.handwritten;

import org.jspecify.annotations.NullMarked;
