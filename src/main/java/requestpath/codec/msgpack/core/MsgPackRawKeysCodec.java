package requestpath.codec.msgpack.core;

import java.io.IOException;
import java.util.Set;
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
 * @param <T> the shape's Java type
 */
public final class MsgPackRawKeysCodec<T> implements MsgPackCodec<T> {
  /** The types that have a template here. */
  private static final Set<Class<?>> ELEMENTS =
      Set.of(
          Item.class,
          ItemBean.class,
          Numbers.class,
          NumbersBean.class,
          Order.class,
          OrderBean.class);

  private final ThreadLocal<Writer<T>> writers;
  private final ThreadLocal<Reader<T>> readers;

  public MsgPackRawKeysCodec(Shape<T> shape) {
    if (!hasTemplate(shape)) {
      supports(shape).require();
    }
    writers = ThreadLocal.withInitial(() -> new Writer<>(shape));
    readers = ThreadLocal.withInitial(() -> new Reader<>(shape));
  }

  public static Support supports(Shape<?> shape) {
    if (shape.isMap()) {
      return Support.no(
          "the names in a map are not known beforehand: that is MSGPACK_CORE",
          "https://github.com/msgpack/msgpack-java/blob/main/README.md");
    }
    return hasTemplate(shape)
        ? Support.YES
        : Support.no(
            "msgpack-core binds no types: fields are written by hand, here for Item, Numbers, Order"
                + " and their beans",
            "https://github.com/msgpack/msgpack-java/blob/main/README.md");
  }

  private static boolean hasTemplate(Shape<?> shape) {
    return !shape.isList() && ELEMENTS.contains(shape.element());
  }

  @Override
  public byte[] toBytes(T value) throws IOException {
    Writer<T> writer = writers.get();
    return writer.packer.toBytes(writer.template, value);
  }

  @Override
  public T fromBytes(byte[] message) throws IOException {
    Reader<T> reader = readers.get();
    return reader.unpacker.fromBytes(reader.template, message);
  }

  @Override
  public String description() {
    return "msgpack-core "
        + LibraryCatalogue.version("org.msgpack:msgpack-core")
        + ": MessagePacker over an output of one's own and MessageUnpacker, reused for each thread,"
        + " fields by hand, names as raw bytes";
  }

  /** What one thread writes with. */
  private static final class Writer<T> {
    final MsgPackCoreTemplate<T> template;
    final MsgPackRawPacker packer = new MsgPackRawPacker();

    Writer(Shape<T> shape) {
      template = template(shape);
    }
  }

  /** What one thread reads with: the template reads names into an array that is not shared. */
  private static final class Reader<T> {
    final MsgPackCoreTemplate<T> template;
    final ReusedUnpacker unpacker = new ReusedUnpacker();

    Reader(Shape<T> shape) {
      template = template(shape);
    }
  }

  @SuppressWarnings("unchecked") // The shape says that its elements are of this class.
  private static <T> MsgPackCoreTemplate<T> template(Shape<T> shape) {
    return (MsgPackCoreTemplate<T>) template(shape.element());
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
      return new MsgPackRawOrder.OfOrder();
    }
    if (element == OrderBean.class) {
      return new MsgPackRawOrder.OfOrderBean();
    }
    throw new IllegalStateException("no template for " + element.getName());
  }
}
