/**
 * MessagePack by hand: the reference that libraries are compared with. It is no library, and no
 * bound.
 *
 * <p>What the time is made of, for the document's records on JDK 17, in nanoseconds a record, on a
 * shared virtual machine of two cores. To decode one takes 37, of which its objects are 18: the
 * record, three texts and their arrays are all of the 220 bytes allocated ({@code
 * FloorBenchmark.allocateRecords}). To decode one to a map takes 142, of which the map, its names,
 * its texts and its boxed numbers are 112. To encode one takes 31, of which 7 are to look at the
 * longest text. To encode is above all to get at the bytes of a String: its bytes are copied by a
 * deprecated method that drops the upper half of each character, and every character is looked at
 * once more to know that nothing was dropped, as nothing in the JDK's interface tells how a String
 * is kept.
 *
 * <p>What was done. Positions are parameters and results, a value and the position behind it are
 * the halves of one long, so that neither is stored and loaded between fields; names are compared
 * and written as words of eight bytes, which are components of constant records and so constants to
 * the compiler; names are tried in the order in which they are written, round and round, so that
 * one method serves every order and there is no guess to be wrong about; texts of ASCII are made by
 * the constructor that copies without looking.
 *
 * <p>A record's length is known before it is written where its texts are ASCII, so it is written
 * straight into its array; where one is not, it is written anew into a buffer. Maps within a map
 * share names with those before them; the outermost map's names are new texts, as they are for any
 * reader that does not know what it will be sent. {@code FloorBenchmark.allocateMaps} makes the
 * document's maps, their new names and their values and reads nothing.
 *
 * <p>What helped last, of a thousand records, in interleaved forks against the same build without
 * it, as ratios of with to without. To decode: the input is made in the method that reads it and
 * given to no other as long as no text beyond ASCII and no unknown member was met, so that a
 * compiler need not make an object of it: DOCUMENT 0.87 (0.84 to 0.90) and VARIED 0.91 (0.85 to
 * 0.98) in five forks on JDK 17; on 25, which inlines less, only once numbers were read from the
 * bytes alone and the word of the next name was kept: VARIED 0.86 (0.75 to 0.98) in four. To
 * encode: a record straight into its array, DOCUMENT 0.94 (0.91 to 0.98) on 17 and 0.93 (0.89 to
 * 0.96) on 25, in six.
 *
 * <p>What was not kept, for encoding DOCUMENT on JDK 17 in four forks, as the same ratios: the
 * characters looked at in four sums at once (1.04, 1.02 to 1.07), by eight (1.12, 1.08 to 1.17), in
 * halves (no difference shown) or quarters (1.15, 1.11 to 1.20). A build that does not look whether
 * a character was dropped, and so writes wrong texts for some, takes 0.78 (0.75 to 0.81): that is
 * what it costs that nothing tells how a String is kept.
 *
 * <p>What is refused: half of a surrogate pair and integers beyond 64 bits when they are written;
 * when they are read, lengths and counts that the message cannot hold, malformed UTF-8, names that
 * are no text, extensions where no type has a place for them, what follows the message, and more
 * than 500 levels.
 */
@NullMarked
package requestpath.codec.handwritten.msgpack;

import org.jspecify.annotations.NullMarked;
