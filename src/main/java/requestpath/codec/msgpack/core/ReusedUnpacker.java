package requestpath.codec.msgpack.core;

import java.io.IOException;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.core.buffer.ArrayBufferInput;
import requestpath.codec.AddedCheckException;

/** A msgpack-core unpacker that is reset to each message; each thread has its own. */
final class ReusedUnpacker {
  private final ArrayBufferInput input = new ArrayBufferInput(new byte[0]);
  private final MessageUnpacker unpacker = MessagePack.newDefaultUnpacker(input);

  <T> T fromBytes(MsgPackCoreTemplate<T> template, byte[] message) throws IOException {
    input.reset(message);
    unpacker.reset(input);
    return read(template, unpacker);
  }

  /** The one message of an unpacker, whosever it is. */
  static <T> T read(MsgPackCoreTemplate<T> template, MessageUnpacker unpacker) throws IOException {
    T value = template.unpack(unpacker);
    if (unpacker.hasNext()) {
      throw new AddedCheckException("more follows the message");
    }
    return value;
  }
}
