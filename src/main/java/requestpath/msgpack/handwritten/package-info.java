/**
 * MessagePack by hand: the floor that libraries are compared with, and no library.
 *
 * <p>What the time is made of. To decode a record is above all to allocate it: the record, three
 * texts and their arrays are 220 of the 244 bytes allocated, and {@code
 * FloorBenchmark.allocateRecords} does that alone. To decode a map is the map's nodes, its table
 * and the boxed numbers. To encode is above all to get at the bytes of a String: its bytes are
 * copied by a deprecated method that drops the upper half of each character, and every character is
 * looked at once more to know that nothing was dropped, as nothing in the JDK's interface tells how
 * a String is kept.
 *
 * <p>What was done. Positions are parameters and results, a value and the position behind it are
 * the halves of one long, so that neither is stored and loaded between fields; names are compared
 * and written as words of eight bytes, which are components of constant records and so constants to
 * the compiler; names are tried in the order in which they are written, round and round, so that
 * one method serves every order and there is no guess to be wrong about; texts of ASCII are made by
 * the constructor that copies without looking.
 *
 * <p>Room is reserved once for all texts of an item; a text that is not ASCII makes its own and
 * writing goes on behind it. Maps share names with earlier maps of the same message; in a message
 * of one map each name is a new text, as it is for any reader that does not know what it will be
 * sent.
 */
@NullMarked
package requestpath.msgpack.handwritten;

import org.jspecify.annotations.NullMarked;
