package requestpath.codec.msgpack.core;

import java.io.IOException;
import org.msgpack.core.MessagePacker;
import org.msgpack.core.MessageUnpacker;

/**
 * How the values of one Java type are written and read, by hand, as msgpack-core is used.
 *
 * @param <T> the Java type
 */
interface MsgPackCoreTemplate<T> {
  /** Writes one value. */
  void pack(MessagePacker packer, T value) throws IOException;

  /** Reads one value: keys in any order, unknown ones skipped, missing ones empty. */
  T unpack(MessageUnpacker unpacker) throws IOException;
}
