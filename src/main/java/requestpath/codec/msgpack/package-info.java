/**
 * The MessagePack libraries: one facade, one enum, one final class a library, and the correctness
 * check that a codec is right.
 */
@NullMarked
package requestpath.codec.msgpack;

import org.jspecify.annotations.NullMarked;
