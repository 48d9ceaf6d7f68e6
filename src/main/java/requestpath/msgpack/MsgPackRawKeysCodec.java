package requestpath.msgpack;

import java.io.IOException;
import requestpath.payload.Artifacts;
import requestpath.payload.Item;
import requestpath.payload.ItemBean;
import requestpath.payload.Numbers;
import requestpath.payload.NumbersBean;
import requestpath.payload.Order;
import requestpath.payload.OrderBean;
import requestpath.payload.Shape;
import requestpath.payload.Support;

/**
 * msgpack-core as an expert writes it: names as raw bytes, and a custom output.
 *
 * <p>The differences from MSGPACK_CORE: names are encoded once and copied into each message with
 * {@code writePayload}, which the library's example calls advanced
 * (https://github.com/msgpack/msgpack-java/blob/main/msgpack-core/src/test/java/org/msgpack/core/example/MessagePackExample.java).
 * When reading, {@code unpackRawStringHeader} and {@code readPayload} give the name's bytes, which
 * are compared without making a String. The next name of the record is tried first; any order is
 * accepted. The packer writes into one reused array through our own {@code MessageBufferOutput},
 * which the Javadoc of {@code MessagePacker} allows. All else is as in {@link MsgPackCoreCodec}.
 *
 * <p>Time relative to MSGPACK_CORE, 1000 records of DOCUMENT, JDK 17, one run of four interleaved
 * rounds on a busy machine: encoding takes 0.42x [0.23, 0.79] and 0.39x the allocation; decoding
 * takes 0.89x [0.48, 1.64] (no difference shown) and 0.45x the allocation.
 *
 * @param <T> the shape's Java type
 */
final class MsgPackRawKeysCodec<T> implements MsgPackCodec<T> {
  private final ThreadLocal<Worker<T>> workers;

  MsgPackRawKeysCodec(Shape<T> shape) {
    supports(shape).require();
    workers = ThreadLocal.withInitial(() -> new Worker<>(shape));
  }

  static Support supports(Shape<?> shape) {
    return shape.isMap()
        ? Support.no(
            "the names in a map are not known beforehand: that is MSGPACK_CORE",
            "https://github.com/msgpack/msgpack-java/blob/main/README.md")
        : MsgPackCoreCodec.supports(shape);
  }

  @Override
  public byte[] toBytes(T value) throws IOException {
    Worker<T> worker = workers.get();
    return worker.packer.toBytes(worker.template, value);
  }

  @Override
  public T fromBytes(byte[] message) throws IOException {
    Worker<T> worker = workers.get();
    return worker.unpacker.fromBytes(worker.template, message);
  }

  @Override
  public String description() {
    return "msgpack-core "
        + Artifacts.version("org.msgpack:msgpack-core")
        + ": MessagePacker over an output of one's own and MessageUnpacker, reused for each thread,"
        + " fields by hand, names as raw bytes";
  }

  /** The state of one thread: it reads names into an array that threads cannot share. */
  private static final class Worker<T> {
    final MsgPackCoreTemplate<T> template;
    final MsgPackRawPacker packer = new MsgPackRawPacker();
    final ReusedUnpacker unpacker = new ReusedUnpacker();

    @SuppressWarnings("unchecked") // The shape says that its elements are of this class.
    Worker(Shape<T> shape) {
      template = (MsgPackCoreTemplate<T>) template(shape.element());
    }

    private static MsgPackCoreTemplate<?> template(Class<?> element) {
      if (element == Item.class) {
        return new MsgPackRawItems.OfRecord();
      }
      if (element == ItemBean.class) {
        return new MsgPackRawItems.OfBean();
      }
      if (element == Numbers.class) {
        return new MsgPackRawNumbers.OfRecord();
      }
      if (element == NumbersBean.class) {
        return new MsgPackRawNumbers.OfBean();
      }
      if (element == Order.class) {
        return new MsgPackRawOrders.OfOrder();
      }
      if (element == OrderBean.class) {
        return new MsgPackRawOrderBeans.OfOrder();
      }
      throw new IllegalStateException("no template for " + element.getName());
    }
  }
}
