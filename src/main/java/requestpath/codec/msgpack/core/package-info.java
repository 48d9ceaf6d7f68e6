/** msgpack-core, the library of msgpack-java: as people use it, as experts do, and its values. */
@NullMarked
package requestpath.codec.msgpack.core;

import org.jspecify.annotations.NullMarked;
