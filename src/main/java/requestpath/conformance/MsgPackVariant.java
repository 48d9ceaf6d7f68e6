package requestpath.conformance;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import requestpath.codec.msgpack.MsgPackCodec;
import requestpath.codec.msgpack.MsgPackLibrary;
import requestpath.payload.Binding;
import requestpath.payload.Item;
import requestpath.payload.Payload;
import requestpath.payload.Shape;
import requestpath.payload.Tree;

/** A MessagePack library under check, in one binding. */
final class MsgPackVariant {
  /** Makes the codec of a shape. */
  interface Codecs {
    /** The codec. */
    <T> MsgPackCodec<T> codec(Shape<T> shape);
  }

  private final MsgPackLibrary library;
  private final Binding binding;
  private final MsgPackCodec<Object> items;

  MsgPackVariant(MsgPackLibrary library, Binding binding) {
    this(library, binding, library::codec);
  }

  /** A row that claims what the library claims, whatever its codecs do. */
  MsgPackVariant(MsgPackLibrary library, Binding binding, Codecs codecs) {
    this.library = library;
    this.binding = binding;
    items = codecs.codec(Payload.DOCUMENT.one(binding));
  }

  /** The bindings that a library supports, in the order of the enum. */
  static List<Binding> bindings(MsgPackLibrary library) {
    return Stream.of(Binding.values())
        .filter(each -> library.supports(Payload.DOCUMENT.one(each)).isSupported())
        .toList();
  }

  String name() {
    return library.name();
  }

  Binding binding() {
    return binding;
  }

  /** Whether objects are bound to classes, so that there are fields to know or not to know. */
  boolean isBound() {
    return binding != Binding.MAP;
  }

  /** What it writes for a record. */
  byte[] write(Item item) throws IOException {
    return items.toBytes(Payload.bound(item, binding));
  }

  /** The fields of what it reads as an item. */
  Map<?, ?> readItem(byte[] message) throws IOException {
    return fields(items.fromBytes(message));
  }

  /** What it reads as an item, as it is. */
  Object read(byte[] message) throws IOException {
    return items.fromBytes(message);
  }

  /** Apart from the reading: what cannot be looked at here was read all the same. */
  private static Map<?, ?> fields(@Nullable Object value) {
    try {
      if (Tree.of(value) instanceof Map<?, ?> map) {
        return map;
      }
    } catch (IllegalArgumentException e) {
      throw new AssertionError("it reads what is no map: " + e.getMessage(), e);
    }
    throw new AssertionError("it reads " + value);
  }
}
