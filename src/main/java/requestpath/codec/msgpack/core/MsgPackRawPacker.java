package requestpath.codec.msgpack.core;

import java.io.IOException;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePacker;

/** A msgpack-core packer over {@link ReusedOutput}; each thread has its own. */
final class MsgPackRawPacker {
  private final ReusedOutput output = new ReusedOutput();
  private final MessagePacker packer = MessagePack.DEFAULT_PACKER_CONFIG.newPacker(output);

  <T> byte[] toBytes(MsgPackCoreTemplate<T> template, T value) throws IOException {
    packer.reset(output);
    output.rewind();
    template.pack(packer, value);
    packer.flush();
    return output.toByteArray();
  }
}
