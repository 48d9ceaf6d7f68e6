package requestpath.conformance;

import java.io.IOException;
import java.util.Map;
import requestpath.codec.msgpack.MsgPackCodec;
import requestpath.codec.msgpack.MsgPackLibrary;
import requestpath.payload.Binding;
import requestpath.payload.Item;
import requestpath.payload.Payload;
import requestpath.payload.Shape;

/** A MessagePack variant under check, in one binding. */
final class MsgPackVariant extends Variant {
  /** Makes the codec of a shape. */
  interface Codecs {
    /** The codec. */
    <T> MsgPackCodec<T> codec(Shape<T> shape);
  }

  private final MsgPackCodec<Object> items;

  MsgPackVariant(MsgPackLibrary library, Binding binding) {
    this(library, binding, library::codec);
  }

  /** A variant with other codecs than the library's. */
  MsgPackVariant(MsgPackLibrary library, Binding binding, Codecs codecs) {
    super(library, binding);
    items = codecs.codec(Payload.DOCUMENT.one(binding));
  }

  /** Writes a record. */
  byte[] write(Item item) throws IOException {
    return items.toBytes(Payload.bound(item, binding()));
  }

  /** Reads an item and returns its fields. */
  Map<?, ?> readItem(byte[] message) throws IOException {
    return fields(read(message));
  }

  /** Reads an item. */
  Object read(byte[] message) throws IOException {
    return items.fromBytes(message);
  }
}
