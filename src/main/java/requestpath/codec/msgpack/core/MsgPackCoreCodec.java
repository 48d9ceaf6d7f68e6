package requestpath.codec.msgpack.core;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessageUnpacker;
import requestpath.codec.LibraryCatalogue;
import requestpath.codec.msgpack.MsgPackCodec;
import requestpath.payload.Item;
import requestpath.payload.ItemBean;
import requestpath.payload.Numbers;
import requestpath.payload.NumbersBean;
import requestpath.payload.Order;
import requestpath.payload.OrderBean;
import requestpath.payload.Shape;
import requestpath.payload.Support;

/**
 * msgpack-core, the library of msgpack-java, with fields written and read by hand, as people use
 * it.
 *
 * <p>Names are texts: {@code packString} writes them and {@code unpackString} reads them, as in the
 * library's example
 * (https://github.com/msgpack/msgpack-java/blob/main/msgpack-core/src/test/java/org/msgpack/core/example/MessagePackExample.java).
 * Messages are packed by {@code MessageBufferPacker}, "an optimized version of MessagePacker for
 * packing data into a byte array" in that example. Each thread reuses one packer, with {@code
 * clear()} before each message, and one {@code MessageUnpacker} with its {@code ArrayBufferInput},
 * reset to each message. Neither is thread-safe
 * (https://github.com/msgpack/msgpack-java/issues/122). The configuration is the default: malformed
 * UTF-8 is replaced, the only choice that keeps its fast path for strings.
 *
 * <p>What is added by hand to make the contract equal to the others': null; the check that nothing
 * follows the message; containers that grow with what really comes, as the library checks no header
 * against the bytes that follow (https://github.com/msgpack/msgpack-java/issues/657); a limit of
 * depth. Keys are accepted in any order, unknown ones are skipped.
 *
 * <p>A new unpacker for each message took 5.3 times the time of one that is reused and allocated 31
 * times as much (1000 records, JDK 17). MSGPACK_CORE_RAW_KEYS is the expert's way; {@link
 * MsgPackRawKeysCodec} has the ratios.
 */
public final class MsgPackCoreCodec<T> implements MsgPackCodec<T> {
  private final MsgPackCoreTemplate<T> template;
  private final ThreadLocal<ReusedPacker> packers = ThreadLocal.withInitial(ReusedPacker::new);
  private final ThreadLocal<ReusedUnpacker> unpackers =
      ThreadLocal.withInitial(ReusedUnpacker::new);

  @SuppressWarnings("unchecked") // The shape says that its elements are of this class.
  public MsgPackCoreCodec(Shape<T> shape) {
    MsgPackCoreTemplate<?> found = template(shape);
    if (found == null) {
      throw new UnsupportedOperationException(supports(shape).reason());
    }
    template = (MsgPackCoreTemplate<T>) found;
  }

  public static Support supports(Shape<?> shape) {
    return template(shape) != null
        ? Support.YES
        : Support.no(
            "msgpack-core binds no types: fields are written by hand, here for Item, Numbers, Order,"
                + " their beans and Map",
            "https://github.com/msgpack/msgpack-java/blob/main/README.md");
  }

  @Override
  public byte[] toBytes(T value) throws IOException {
    return packers.get().toBytes(template, value);
  }

  @Override
  public T fromBytes(byte[] message) throws IOException {
    return unpackers.get().fromBytes(template, message);
  }

  /** The one message of an unpacker, whosever it is. */
  T read(MessageUnpacker unpacker) throws IOException {
    return ReusedUnpacker.read(template, unpacker);
  }

  @Override
  public String description() {
    return "msgpack-core "
        + LibraryCatalogue.version("org.msgpack:msgpack-core")
        + ": MessageBufferPacker and MessageUnpacker reused for each thread, fields by hand";
  }

  private static @Nullable MsgPackCoreTemplate<?> template(Shape<?> shape) {
    if (shape.isList()) {
      return null;
    }
    Class<?> element = shape.element();
    if (element == Item.class) {
      return new MsgPackCoreFlat.OfItem();
    }
    if (element == ItemBean.class) {
      return new MsgPackCoreFlat.OfItemBean();
    }
    if (element == Numbers.class) {
      return new MsgPackCoreFlat.OfNumbers();
    }
    if (element == NumbersBean.class) {
      return new MsgPackCoreFlat.OfNumbersBean();
    }
    if (element == Order.class) {
      return new MsgPackCoreOrder.OfOrder();
    }
    if (element == OrderBean.class) {
      return new MsgPackCoreOrder.OfOrderBean();
    }
    return element == Map.class ? new MsgPackCoreMaps() : null;
  }
}
