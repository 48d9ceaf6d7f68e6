package requestpath.codec.msgpack.core;

import java.io.IOException;
import org.msgpack.core.buffer.ArrayBufferInput;
import requestpath.codec.AddedCheckException;
import requestpath.codec.LibraryCatalogue;
import requestpath.codec.msgpack.MsgPackCodec;
import requestpath.payload.Shape;
import requestpath.payload.Support;

/**
 * msgpack-core through its {@code Value}s: messages whose form nothing is known about beforehand.
 *
 * <p>To write, {@code ValueFactory} makes a value of the map and {@code packValue} writes it; to
 * read, {@code unpackValue} makes a value of the message
 * (https://github.com/msgpack/msgpack-java/blob/main/msgpack-core/src/test/java/org/msgpack/core/example/MessagePackExample.java).
 * Packer and unpacker are those of the variant MSGPACK_CORE: one for each thread, reused. Arrays go
 * to the factory without its copy.
 *
 * <p>Maps alone. The contract wants a {@code Map<String, Object>} and a {@code MapValue} maps
 * values to values, so what is read is turned into a plain {@code LinkedHashMap} with plain values,
 * and what is written is turned into values first; both are part of the time. A program that works
 * on the values themselves does without, and texts are then decoded when first asked for.
 *
 * <p>What is added by hand to make the contract equal to the others': {@code unpackValue} allocates
 * what a header claims before it reads the elements
 * (https://github.com/msgpack/msgpack-java/issues/657) and recurses without a limit
 * (https://github.com/msgpack/msgpack-java/issues/1015). No setting changes either. {@link
 * LimitedUnpacker} overrides the methods that read headers; the library's protected constructor
 * allows subclasses. This costs one subtraction per container and one comparison per text. A
 * StackOverflowError becomes an exception, which takes no time until it happens. Depth is limited
 * as in MSGPACK_CORE, and nothing may follow the message.
 *
 * <p>Texts are made of {@code asByteArray}, which replaces malformed UTF-8 as MSGPACK_CORE does.
 * The value's own {@code asString}, which refuses it, makes a decoder for each text and reads it
 * through a read-only buffer, and took many times the time.
 */
public final class MsgPackCoreValueCodec<T> implements MsgPackCodec<T> {
  private final MsgPackCoreTemplate<T> template;
  private final ThreadLocal<ReusedPacker> packers = ThreadLocal.withInitial(ReusedPacker::new);
  private final ThreadLocal<Reader> readers = ThreadLocal.withInitial(Reader::new);

  @SuppressWarnings("unchecked") // The shape is that of a map.
  public MsgPackCoreValueCodec(Shape<T> shape) {
    if (!isOneMap(shape)) {
      supports(shape).require();
    }
    template = (MsgPackCoreTemplate<T>) new MsgPackCoreValues();
  }

  public static Support supports(Shape<?> shape) {
    return isOneMap(shape)
        ? Support.YES
        : Support.no(
            "its Values are maps, arrays, texts and numbers, bound to no class: for types it refers to"
                + " jackson-dataformat-msgpack",
            "https://github.com/msgpack/msgpack-java/blob/main/README.md");
  }

  private static boolean isOneMap(Shape<?> shape) {
    return shape.isMap() && !shape.isList();
  }

  @Override
  public byte[] toBytes(T value) throws IOException {
    return packers.get().toBytes(template, value);
  }

  @Override
  public T fromBytes(byte[] message) throws IOException {
    try {
      return readers.get().fromBytes(template, message);
    } catch (StackOverflowError e) {
      throw new AddedCheckException(e);
    }
  }

  @Override
  public String description() {
    return "msgpack-core "
        + LibraryCatalogue.version("org.msgpack:msgpack-core")
        + ": MessagePacker.packValue of ValueFactory's values, MessageUnpacker.unpackValue, both"
        + " reused for each thread; values converted to plain ones";
  }

  /** The unpacker of one thread. */
  private static final class Reader {
    private final ArrayBufferInput input = new ArrayBufferInput(new byte[0]);
    private final LimitedUnpacker unpacker = new LimitedUnpacker(input);

    <T> T fromBytes(MsgPackCoreTemplate<T> template, byte[] message) throws IOException {
      input.reset(message);
      unpacker.reset(input, message.length);
      return ReusedUnpacker.read(template, unpacker);
    }
  }
}
