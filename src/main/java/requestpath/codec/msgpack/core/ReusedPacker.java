package requestpath.codec.msgpack.core;

import java.io.IOException;
import org.msgpack.core.MessageBufferPacker;
import org.msgpack.core.MessagePack;

/** The library's packer to a byte array, cleared before each message; each thread has its own. */
final class ReusedPacker {
  private final MessageBufferPacker packer = MessagePack.newDefaultBufferPacker();

  <T> byte[] toBytes(MsgPackCoreTemplate<T> template, T value) throws IOException {
    packer.clear();
    template.pack(packer, value);
    return packer.toByteArray();
  }
}
