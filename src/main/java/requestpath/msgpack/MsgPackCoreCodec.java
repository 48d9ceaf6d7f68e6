package requestpath.msgpack;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessagePack;
import org.msgpack.core.MessagePacker;
import org.msgpack.core.MessageUnpacker;
import org.msgpack.core.buffer.ArrayBufferInput;
import requestpath.payload.Artifacts;
import requestpath.payload.Item;
import requestpath.payload.ItemBean;
import requestpath.payload.Shape;
import requestpath.payload.Support;

/**
 * msgpack-core, the library of msgpack-java, with fields written and read by hand, as it is used.
 *
 * <p>One {@code MessagePacker} for each thread over an output whose array is reused, and one {@code
 * MessageUnpacker} with an {@code ArrayBufferInput} for each thread, reset to each message: neither
 * is safe from many threads (https://github.com/msgpack/msgpack-java/issues/122). The configuration
 * is the default: malformed UTF-8 is replaced, the only choice that keeps its fast path for
 * strings.
 *
 * <p>What is added by hand to make the contract equal to the others': null; the check that nothing
 * follows the message; containers that grow with what really comes, as the library checks no header
 * against the bytes that follow (https://github.com/msgpack/msgpack-java/issues/657); a limit of
 * depth. Keys are accepted in any order, unknown ones are skipped.
 *
 * <p>Set-ups tried, as ratios of time to this one, 1000 records, JDK 17: to encode, the library's
 * own {@code MessageBufferPacker}, reused, with a buffer of 1 MB 1.3 and 1.5 times the allocation
 * (interleaved forks; one of three of this one ran at 1.8, so the difference is not in every fork);
 * to encode with a new packer for each message 3.6; to decode with a new unpacker for each message
 * 5.3 and 31 times the allocation.
 */
final class MsgPackCoreCodec<T> implements MsgPackCodec<T> {
  /** How the fields of one Java type are written and read, by hand, as msgpack-core is used. */
  private interface Template<T> {
    void pack(MessagePacker packer, T value) throws IOException;

    T unpack(MessageUnpacker unpacker) throws IOException;
  }

  private static final class Packing {
    final ReusedOutput output = new ReusedOutput();
    final MessagePacker packer = MessagePack.DEFAULT_PACKER_CONFIG.newPacker(output);
  }

  private static final class Unpacking {
    final ArrayBufferInput input = new ArrayBufferInput(new byte[0]);
    final MessageUnpacker unpacker = MessagePack.newDefaultUnpacker(input);
  }

  private final Template<T> template;
  private final ThreadLocal<Packing> packings = ThreadLocal.withInitial(Packing::new);
  private final ThreadLocal<Unpacking> unpackings = ThreadLocal.withInitial(Unpacking::new);

  MsgPackCoreCodec(Shape<T> shape) {
    supports(shape).require();
    template = template(shape);
  }

  static Support supports(Shape<?> shape) {
    return !shape.isList()
            && (shape.element() == Item.class
                || shape.element() == ItemBean.class
                || shape.element() == Map.class)
        ? Support.YES
        : Support.no(
            "msgpack-core binds no types: fields are written by hand, here for Item, ItemBean and Map",
            "https://github.com/msgpack/msgpack-java/blob/main/README.md");
  }

  @Override
  public byte[] toBytes(T value) throws IOException {
    Packing packing = packings.get();
    packing.packer.reset(packing.output);
    packing.output.rewind();
    template.pack(packing.packer, value);
    packing.packer.flush();
    return packing.output.toByteArray();
  }

  @Override
  public T fromBytes(byte[] message) throws IOException {
    Unpacking unpacking = unpackings.get();
    unpacking.input.reset(message);
    unpacking.unpacker.reset(unpacking.input);
    T value = template.unpack(unpacking.unpacker);
    if (unpacking.unpacker.hasNext()) {
      throw new IOException("more follows the message");
    }
    return value;
  }

  @Override
  public String description() {
    return "msgpack-core "
        + Artifacts.version("org.msgpack:msgpack-core")
        + ": MessageBufferPacker and MessageUnpacker reused for each thread, fields by hand";
  }

  @SuppressWarnings("unchecked") // The shape says that its elements are of this class.
  private static <T> Template<T> template(Shape<T> shape) {
    if (shape.element() == Item.class) {
      return (Template<T>) new ItemTemplate();
    }
    return (Template<T>)
        (shape.element() == ItemBean.class ? new ItemBeanTemplate() : new MapTemplate());
  }

  private static void packText(MessagePacker packer, @Nullable String text) throws IOException {
    if (text == null) {
      packer.packNil();
    } else {
      packer.packString(text);
    }
  }

  private static @Nullable String unpackText(MessageUnpacker unpacker) throws IOException {
    return unpacker.tryUnpackNil() ? null : unpacker.unpackString();
  }

  /**
   * Skips a value that has no field. The library's own skipValue loses count of a map32 header that
   * lies (https://github.com/msgpack/msgpack-java/issues/1014), so containers are read and
   * forgotten.
   */
  private static void skip(MessageUnpacker unpacker) throws IOException {
    switch (unpacker.getNextFormat().getValueType()) {
      case MAP, ARRAY -> MsgPackCoreMaps.unpackValue(unpacker, MsgPackCoreMaps.MAX_DEPTH);
      default -> unpacker.skipValue();
    }
  }

  private static final class ItemTemplate implements Template<Item> {
    @Override
    public void pack(MessagePacker packer, Item item) throws IOException {
      packer.packMapHeader(6).packString("id").packInt(item.id()).packString("name");
      packText(packer, item.name());
      packer.packString("description");
      packText(packer, item.description());
      packer.packString("type");
      packText(packer, item.type());
      packer
          .packString("count")
          .packInt(item.count())
          .packString("created_at")
          .packDouble(item.created_at());
    }

    @Override
    public Item unpack(MessageUnpacker unpacker) throws IOException {
      int id = 0;
      @Nullable String name = null;
      @Nullable String description = null;
      @Nullable String type = null;
      int count = 0;
      double created_at = 0;
      for (int left = unpacker.unpackMapHeader(); left > 0; left--) {
        switch (unpacker.unpackString()) {
          case "id" -> id = unpacker.unpackInt();
          case "name" -> name = unpackText(unpacker);
          case "description" -> description = unpackText(unpacker);
          case "type" -> type = unpackText(unpacker);
          case "count" -> count = unpacker.unpackInt();
          case "created_at" -> created_at = unpacker.unpackDouble();
          default -> skip(unpacker);
        }
      }
      return new Item(id, name, description, type, count, created_at);
    }
  }

  private static final class ItemBeanTemplate implements Template<ItemBean> {
    @Override
    public void pack(MessagePacker packer, ItemBean item) throws IOException {
      packer.packMapHeader(6).packString("id").packInt(item.getId()).packString("name");
      packText(packer, item.getName());
      packer.packString("description");
      packText(packer, item.getDescription());
      packer.packString("type");
      packText(packer, item.getType());
      packer
          .packString("count")
          .packInt(item.getCount())
          .packString("created_at")
          .packDouble(item.getCreated_at());
    }

    @Override
    public ItemBean unpack(MessageUnpacker unpacker) throws IOException {
      ItemBean item = new ItemBean();
      for (int left = unpacker.unpackMapHeader(); left > 0; left--) {
        switch (unpacker.unpackString()) {
          case "id" -> item.setId(unpacker.unpackInt());
          case "name" -> item.setName(unpackText(unpacker));
          case "description" -> item.setDescription(unpackText(unpacker));
          case "type" -> item.setType(unpackText(unpacker));
          case "count" -> item.setCount(unpacker.unpackInt());
          case "created_at" -> item.setCreated_at(unpacker.unpackDouble());
          default -> skip(unpacker);
        }
      }
      return item;
    }
  }

  private static final class MapTemplate implements Template<Map<String, @Nullable Object>> {
    @Override
    public void pack(MessagePacker packer, Map<String, @Nullable Object> map) throws IOException {
      MsgPackCoreMaps.packMap(packer, map);
    }

    @Override
    public Map<String, @Nullable Object> unpack(MessageUnpacker unpacker) throws IOException {
      return MsgPackCoreMaps.unpackMap(unpacker, MsgPackCoreMaps.MAX_DEPTH);
    }
  }
}
